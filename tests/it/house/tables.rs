//! What stands in several tables: it must be in all of them. What the compiler sees is not looked at
//! here; actions and scopes are held against the key table beside it, in `src/keys/table.rs` and
//! `src/app/update/tests/keys/rows.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sagescope::domain::operation;
use sagescope::emulator::Operation;
use syn::buffer::TokenBuffer;
use syn::{Item, parse_file};

use super::uses::Uses;
use super::{source, uses_of_ours};

const PERMISSIONS: &str = include_str!("../../../docs/permissions.md");

/// The file where the operations have their names.
const NAMES: &str = "domain/operation.rs";

/// Whether a file in one of `rooms` uses `name` of `file`.
fn is_used(uses: &Uses, rooms: &[&str], file: &str, name: &str) -> bool {
    uses.iter().any(|((from, to), names)| {
        let is_in_one = rooms.iter().any(|room| from.starts_with(room));
        is_in_one && to == file && names.contains(name)
    })
}

/// The name of the file of an operation, as `list_images.rs` of `ListImages`.
fn file_of(operation: &str) -> String {
    let mut file = String::new();
    for c in operation.chars() {
        if c.is_ascii_uppercase() && !file.is_empty() {
            file.push('_');
        }
        file.push(c.to_ascii_lowercase());
    }
    file + ".rs"
}

/// Whether a file is in a folder or below it.
fn holds(folder: &Path, file: &str) -> bool {
    let mut entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    folder.join(file).exists() || entries.any(|path| path.is_dir() && holds(&path, file))
}

#[test]
fn an_operation_is_known_wherever_one_has_to_be() {
    let uses = uses_of_ours();
    let mut missing = Vec::new();
    for (constant, name) in operation::ALL {
        for room in ["aws/ops", "emulator/ops"] {
            if !holds(&source().join(room), &file_of(name)) {
                missing.push(format!("{name} has no file {} in src/{room}", file_of(name)));
            }
        }
        if !is_used(&uses, &["service/", "edit/"], NAMES, constant) {
            missing.push(format!(
                "{name} is no request: {constant} is used neither in src/service nor in src/edit"
            ));
        }
        let leads_there = |from: &str, to: &str| from.starts_with("aws/") && to.starts_with("aws/ops");
        if !uses.keys().any(|(from, to)| leads_there(from, to) && to.ends_with(&file_of(name))) {
            missing.push(format!("{name} is never asked for: nothing in src/aws uses {}", file_of(name)));
        }
        if !["sagemaker", "sts"].iter().any(|service| PERMISSIONS.contains(&format!("`{service}:{name}`"))) {
            missing.push(format!("docs/permissions.md does not say what permission {name} needs"));
        }
    }
    assert!(missing.is_empty(), "\n{}\n", missing.join("\n"));
}

#[test]
fn the_embedded_service_knows_what_the_program_asks_for_and_no_more() {
    let asked: BTreeSet<_> = operation::ALL.iter().map(|(_, name)| *name).collect();
    let served: BTreeSet<_> = Operation::ALL.iter().map(|operation| operation.as_str()).collect();
    assert_eq!(asked, served, "{NAMES}, and the table in src/emulator/ops/operation.rs");
}

/// The files that `pages!` names, each for one page.
fn listed_pages() -> BTreeSet<String> {
    let text = fs::read_to_string(source().join("app/pages/overlay.rs")).unwrap();
    let made = parse_file(&text).unwrap().items.into_iter().find_map(|item| match item {
        Item::Macro(made) if made.mac.path.is_ident("pages") => Some(made.mac.tokens),
        _ => None,
    });
    let tokens = TokenBuffer::new2(made.expect("the list of pages"));
    let mut at = tokens.begin();
    let mut files = BTreeSet::new();
    while let Some((word, after)) = at.token_tree() {
        at = after;
        if word.to_string() == "in" {
            files.insert(at.ident().expect("a file after `in`").0.to_string());
        }
    }
    files
}

/// The modules in a folder of `src`, without those in `but`.
fn modules(folder: &str, but: &[&str]) -> BTreeSet<String> {
    let entries = fs::read_dir(source().join(folder)).unwrap();
    let names = entries.map(|entry| Path::new(&entry.unwrap().file_name()).with_extension(""));
    let names = names.map(|name| name.to_str().unwrap().to_owned());
    names.filter(|name| !but.contains(&name.as_str()) && name != "mod").collect()
}

#[test]
fn a_page_has_a_file_for_what_it_is_and_a_file_that_draws_it() {
    let listed = listed_pages();
    assert!(listed.len() > 10, "the list of pages was not read: {listed:?}");
    assert_eq!(
        modules("app/pages", &["overlay", "page"]),
        listed,
        "src/app/pages, and the list in overlay.rs"
    );
    let uses = uses_of_ours();
    for page in listed {
        let file = format!("view/pages/{page}.rs");
        let is_drawn = is_used(&uses, &["view/pages/overlay.rs"], &file, "draw");
        assert!(is_drawn, "src/view/pages/overlay.rs does not have the page {page} drawn by src/{file}");
    }
}
