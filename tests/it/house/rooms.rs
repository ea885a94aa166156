//! Which room may know which.

use super::circles::Edge;
use super::uses::Uses;

/// The rooms, from above to below. A room knows those in the rows below its own, and no other. The
/// files that stand alone in `src` are rooms too.
pub const ROOMS: [&[&str]; 12] = [
    &["cli"],
    &["clients", "log_file"],
    &["shell"],
    &["view"],
    &["app"],
    &["flow", "scan", "config"],
    &["aws", "disk"],
    &["service", "export"],
    &["edit"],
    &["keys", "theme"],
    &["domain"],
    &["panic_for_test", "plain_file"],
];

/// The embedded service stands apart: it knows none of the rooms, and only this knows it.
pub const EMULATOR: &str = "emulator";
pub const KNOW_THE_EMULATOR: [&str; 1] = ["cli"];

/// What is wrong with who knows whom, a paragraph each; nothing where `known`, and only that, is.
pub fn complaints(uses: &Uses, known: &[Edge]) -> Vec<String> {
    let mut said = Vec::new();
    for ((from, to), names) in uses {
        if !may_know(room(from), room(to)) && !known.contains(&(from.clone(), to.clone())) {
            let names: Vec<_> = names.iter().map(String::as_str).collect();
            said.push(format!(
                "The room {} must not know the room {}:\n    {from} uses of {to}: {}",
                room(from),
                room(to),
                names.join(", ")
            ));
        }
    }
    for (from, to) in known {
        if !uses.contains_key(&(from.clone(), to.clone())) || may_know(room(from), room(to)) {
            said.push(format!(
                "This is well now. Take it off the list of what rooms know of those above them:\n    \
                 (\"{from}\", \"{to}\"),"
            ));
        }
    }
    said
}

/// The room that a file is in; of the root of the crate, which only names the others, nothing.
fn room(file: &str) -> &str {
    file.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

fn may_know(from: &str, to: &str) -> bool {
    if from == to {
        return true;
    }
    if from == EMULATOR || to == EMULATOR {
        return KNOW_THE_EMULATOR.contains(&from);
    }
    let row = |room: &str| ROOMS.iter().position(|row| row.contains(&room));
    match (row(from), row(to)) {
        (Some(from), Some(to)) => from < to,
        _ => panic!("put the rooms {from} and {to} into the list of rooms, `ROOMS`"),
    }
}
