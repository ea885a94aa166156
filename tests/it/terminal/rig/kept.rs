//! What is on the disk.

use std::path::Path;

/// Whether a draft below `folder` holds these words.
pub fn is_kept(folder: &Path, words: &str) -> bool {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            // Another ending has what is only about to be kept.
            let is_draft = path.extension().is_some_and(|ending| ending == "json");
            if path.is_dir() {
                folders.push(path);
            } else if is_draft && std::fs::read_to_string(&path).is_ok_and(|text| text.contains(words)) {
                return true;
            }
        }
    }
    false
}
