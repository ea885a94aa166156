//! Draft files.

use sagescope::edit::Draft;

use super::is_harmless;
use super::kept::{recall, with_disk};

/// What the subjects of `tests/fixtures/disk` go by among the files.
const NAMES: [&str; 10] = [
    "geospatial",
    "never-read",
    "2+7e18f737311b2dc3",
    "3+c34e062c4787decf",
    "geospatial+tags",
    "geospatial+aliases",
    "jupyter+aliases",
    "geospatial+v0",
    "geospatial+v7",
    "3+7dfa41c29095363b+tags",
];

/// A file that any program may have left is taken up, set aside or left; what is taken up holds nothing that can't be
/// drawn, and is kept so that it is found as the same. The first byte says what the file is called.
pub fn check(data: &[u8]) {
    let Some((name, body)) = data.split_first() else { return };
    let name = NAMES[usize::from(*name) % NAMES.len()];
    let prepare = |state: &std::path::Path| {
        let folder = state.join("drafts/123456789012/us-east-1");
        std::fs::create_dir_all(&folder).expect("a folder");
        let file = folder.join(format!("{name}~01a218d4da62704e9fe9382f05b7a547.json"));
        std::fs::write(file, body).expect("a file");
    };
    with_disk(prepare, |disk| {
        let found = recall(disk);
        assert_eq!(found.drafts.len() + found.troubles.len(), 1, "taken up, or said why not");
        let Some(draft) = found.drafts.first() else { return };
        assert_eq!(texts(draft).find(|text| !is_harmless(text)), None);
        disk.keep(draft).expect("what was read can be kept");
        let again = recall(disk);
        assert_eq!((again.drafts.first(), again.drafts.len(), again.troubles.len()), (Some(draft), 1, 0));
        disk.forget(&draft.place, &draft.subject).expect("what is kept can be forgotten");
        assert!(recall(disk).drafts.is_empty());
    });
}

/// What a person would read of it, but for what was read from the service.
fn texts(draft: &Draft) -> impl Iterator<Item = &str> {
    let Draft { wanted, stashed, .. } = draft;
    let preset = wanted.presets.values().flat_map(|fields| fields.values().flatten());
    wanted.typed.values().chain(preset).chain(stashed.values().flatten()).map(String::as_str)
}
