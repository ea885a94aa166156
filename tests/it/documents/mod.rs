//! The README and what is in `docs` say what the program does, all of it and no more.
//!
//! ```text
//! markdown    what a document is made of: headings, links, code, tables
//! literals    the texts in the sources of the program
//! faults      what breaks on the wire, and what is said of it
//! tables      tables that the program writes itself: keys, faults, operations
//! flags       flags and commands
//! variables   variables of the environment
//! settings    what the config file may hold
//! links       links lead somewhere
//! policies    IAM policies, and what they allow
//! messages    messages that are explained
//! kept_files  files on disk
//! hosts       whom the program speaks to
//! first_read  what a newcomer reads first
//! ```

mod faults;
mod first_read;
mod flags;
mod hosts;
mod kept_files;
mod links;
mod literals;
mod markdown;
mod messages;
mod policies;
mod settings;
mod tables;
mod variables;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file that is written for people.
struct Document {
    /// Where it is, from the top of the repository, as `docs/keys.md`.
    path: String,
    /// What it says.
    text: String,
}

/// The top of the repository.
fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The document at `path`.
fn document(path: &str) -> Document {
    let text = fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    Document { path: path.into(), text }
}

/// All of them: those at the top, and those in `docs`.
fn documents() -> Vec<Document> {
    let mut paths = Vec::new();
    for folder in ["", "docs/"] {
        for entry in fs::read_dir(top().join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if Path::new(&name).extension().is_some_and(|end| end == "md") {
                paths.push(format!("{folder}{name}"));
            }
        }
    }
    paths.sort();
    assert!(paths.len() > 10 && paths.contains(&"README.md".into()), "{paths:?}");
    paths.iter().map(|path| document(path)).collect()
}

impl Document {
    /// What stands between `<!-- NAME -->` and `<!-- end of NAME -->`.
    fn part(&self, name: &str) -> &str {
        let missing = || panic!("{} has no part {name}", self.path);
        let (_, after) = self.text.split_once(&format!("<!-- {name} -->\n")).unwrap_or_else(missing);
        let (part, _) = after.split_once(&format!("<!-- end of {name} -->")).unwrap_or_else(missing);
        part
    }
}

/// Both hold the same; else what each has that the other has not.
#[track_caller]
fn assert_same(document: &str, written: &BTreeSet<String>, real: &BTreeSet<String>) {
    let missing: Vec<_> = real.difference(written).collect();
    let stale: Vec<_> = written.difference(real).collect();
    assert!(
        missing.is_empty() && stale.is_empty(),
        "{document} lacks {missing:#?}, and is stale in {stale:#?}"
    );
}
