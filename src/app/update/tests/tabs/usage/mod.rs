//! The tab of the usage.

mod looking_up;
mod showing;

use crate::app::Reply;
use crate::app::play::{Play, failure};
use crate::domain::FailureClass;
use crate::service::Read;

const NOTHING: [&str; 0] = [];
const LISTS: [&str; 4] = ["ListDomains", "ListUserProfiles", "ListSpaces", "ListApps"];

pub fn all_well(_: &Read) -> Option<Reply> {
    None
}

fn denied(operation: &'static str) -> impl Fn(&Read) -> Option<Reply> {
    move |read| (read.operation() == operation).then(|| Err(failure(FailureClass::Denied)))
}

/// Looked up to the end; the versions of `a` are known.
pub fn looked_up() -> Play {
    let mut play = Play::with(&["a", "b"]);
    play.press("4");
    play.answer_studio("a", all_well);
    play
}

#[track_caller]
pub fn shows(play: &Play, words: &[&str]) {
    let screen = play.screen();
    let flat = flat(&screen);
    for words in words {
        assert!(flat.contains(words), "{words}\n{screen}");
    }
}

/// The text of the right half, which holds the detail, in one line; and the whole screen as it is.
fn flat(screen: &str) -> String {
    let right = screen.lines().map(|line| line.rsplit("││").next().unwrap_or(line).to_owned());
    let words =
        right.map(|line| line.trim_matches(['│', '╮', '╯', '─', ' ']).to_owned() + " ").collect::<String>();
    let left = screen.lines().map(|line| line.chars().take(60).collect::<String>());
    let left =
        left.map(|line| line.trim_matches(['│', '╭', '╰', '─', ' ']).to_owned() + " ").collect::<String>();
    format!("{words}\n{left}\n{screen}")
}
