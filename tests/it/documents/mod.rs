//! The README and what is in `docs` say what the program does.

mod tables;

use std::fs;
use std::path::PathBuf;

/// A file that is written for people.
pub struct Document {
    /// Where it is, from the top of the repository, as `docs/keys.md`.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// The top of the repository.
pub fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The document at `path`.
pub fn document(path: &str) -> Document {
    let text = fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    Document { path: path.into(), text }
}

/// All of them: those at the top, and those in `docs`.
pub fn documents() -> Vec<Document> {
    let mut paths = Vec::new();
    for folder in ["", "docs/"] {
        for entry in fs::read_dir(top().join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name.ends_with(".md") {
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
    pub fn part(&self, name: &str) -> &str {
        let missing = || panic!("{} has no part {name}", self.path);
        let (_, after) = self.text.split_once(&format!("<!-- {name} -->\n")).unwrap_or_else(missing);
        let (part, _) = after.split_once(&format!("<!-- end of {name} -->")).unwrap_or_else(missing);
        part
    }
}
