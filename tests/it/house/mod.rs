//! How the files of `src` know one another: none in a circle, no room one above it; and what stands in
//! several tables stands in all of them.
//!
//! What counts is the file that defines what is used: a `mod.rs` that only re-exports is looked
//! through. Tests and documentation don't count.
//!
//! ```text
//! tree     the modules of the crate, as its files declare them
//! names    where a name is defined
//! methods  functions of a type that are defined in another file than the type
//! uses     which file uses what of which other
//! circles  circles of files
//! rooms    which room may know which
//! tables   pages, actions and operations, each in every table
//! known    what is not as it should be yet
//! ```

mod circles;
mod known;
mod made_up;
mod methods;
mod names;
mod rooms;
mod tables;
mod tree;
mod uses;

use std::path::{Path, PathBuf};

use circles::Edge;
use tree::Tree;
use uses::Uses;

/// Where our own code is.
fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Who uses what in it.
fn uses_of_ours() -> Uses {
    uses::uses(&Tree::read(&source(), "lib.rs")).unwrap_or_else(|missing| panic!("not found: {missing:#?}"))
}

const WHERE: &str = "What is known and not mended yet stands in tests/it/house/known.rs.";

fn edges(known: &[(&str, &str)]) -> Vec<Edge> {
    known.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect()
}

#[test]
fn no_files_import_one_another_in_a_circle() {
    let said = circles::complaints(&uses_of_ours(), &edges(known::CIRCLES));
    assert!(said.is_empty(), "\n\n{}\n\n{WHERE}\n", said.join("\n\n"));
}

#[test]
fn no_room_knows_one_above_it() {
    let said = rooms::complaints(&uses_of_ours(), &edges(known::ROOMS));
    assert!(said.is_empty(), "\n\n{}\n\n{WHERE}\n", said.join("\n\n"));
}
