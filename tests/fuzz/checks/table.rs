//! The table of images that a person edits as text.

use std::collections::BTreeMap;

use sagescope::disk::editor_file;
use sagescope::domain::ImageName;
use sagescope::edit::image_table::{COLUMNS, Rows, read, write};

/// Any text is read, or said what is wrong with it; what was read is written so that it is read as the same.
pub fn check(data: &[u8]) {
    let Ok(text) = editor_file::to_text(data) else { return };
    let images = images();
    match read(&text, &images) {
        Ok(rows) => {
            assert!(rows.keys().all(|name| images.contains_key(name)));
            let again = read(&write(&["What was read.".to_owned()], &rows), &images);
            assert_eq!(again.as_ref().ok(), Some(&rows), "{again:?}");
        }
        Err(refused) => {
            assert!(!refused.problems.is_empty());
            // The same with what is wrong noted at its top, as it would be saved again, is wrong in the same way.
            let saved = editor_file::to_text(refused.text.as_bytes()).expect("it can be shown again");
            let again = read(&saved, &images).expect_err("it is still wrong");
            assert_eq!(again.problems, refused.problems);
            assert_eq!(again.text, refused.text);
        }
    }
}

/// Two images: one with values that need care, and one with none.
fn images() -> Rows {
    let row = |values: [Option<&str>; 2]| {
        COLUMNS.iter().cloned().zip(values.map(|value| value.map(str::to_owned))).collect::<BTreeMap<_, _>>()
    };
    [
        (ImageName::received("a"), row([Some("A | b \\"), Some(" with blanks ")])),
        (ImageName::received("b.2"), row([None, None])),
    ]
    .into()
}
