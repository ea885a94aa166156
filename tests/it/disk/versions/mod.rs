//! What earlier versions wrote is read for ever; what a later one wrote is left as it is.

mod drafts;
mod settings;

use std::fs;

use sagescope::domain::PlaceKey;

use super::*;

/// The files of a version, as it wrote them. They are never changed.
pub fn fixtures(version: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/disk").join(version)
}

/// A computer on which that version ran before.
pub fn left_by(version: &str) -> Home {
    let home = Home::new();
    let from = fixtures(version);
    for path in below(&from) {
        let to = home.state().join(&path);
        if from.join(&path).is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(from.join(&path), to).unwrap();
        }
    }
    let settings = home.state().join("config.toml");
    if settings.exists() {
        fs::create_dir_all(home.folders().config).unwrap();
        fs::rename(settings, home.folders().config.join("config.toml")).unwrap();
    }
    home
}

fn elsewhere() -> PlaceKey {
    PlaceKey { account: "123456789012@127.0.0.1:4566".into(), region: "eu-central-1".into() }
}

/// By the subject, without the session: what stands in the draft files of `folder`.
fn draft_files(folder: &Path) -> Vec<(String, String)> {
    let of = |file: &String| {
        let (image, _) = file.split_once('~').unwrap();
        (image.to_owned(), fs::read_to_string(folder.join(file)).unwrap())
    };
    below(folder).iter().map(of).collect()
}

/// The drafts that a version left, read and kept again: each file holds the very same then.
pub fn drafts_kept_again(version: &str) -> Vec<Draft> {
    let before = draft_files(&fixtures(version).join("drafts/123456789012/us-east-1"));
    let home = left_by(version);
    let program = home.start();
    let drafts = found(&program);
    for draft in &drafts {
        program.keep(draft).unwrap();
    }
    assert_eq!(draft_files(&home.drafts()), before);
    drafts
}

/// Records that were read of the journal are noted again: what is added is the last line of each, as it
/// stands in the file.
pub fn are_written_again(home: &Home, program: &Disk, records: &[Record]) {
    let before = fs::read_to_string(home.journal()).unwrap();
    program.note_all(records).unwrap();
    let after = fs::read_to_string(home.journal()).unwrap();
    let last_of = |record: &Record| {
        let its = format!("\"id\":\"{}\",\"at\":", record.id().0);
        before.lines().rfind(|line| line.contains(&its)).unwrap()
    };
    let added: Vec<_> = after.strip_prefix(&before).unwrap().lines().collect();
    assert_eq!(added, records.iter().map(last_of).collect::<Vec<_>>());
}

/// A draft of another version is left where it is, or set aside where it is no later one's: either is said,
/// and the file holds what it held.
#[track_caller]
pub fn is_told_and_stays(path: &Path, raw: &str, is_newer: bool, said: &str) {
    let (words, stays) = if is_newer {
        ("newer sagescope", path.to_owned())
    } else {
        ("damaged draft", PathBuf::from(format!("{}.damaged", path.display())))
    };
    assert!(said.contains(words) && said.contains(stays.to_str().unwrap()), "{raw}\n{said}");
    assert_eq!(fs::read_to_string(stays).unwrap(), raw);
}

/// Versions that none of ours wrote, as they would stand in JSON; whether they are later ones.
pub const VERSIONS: [(&str, bool); 9] = [
    ("\"version\":4,", true),
    ("\"version\":18446744073709551615,", true),
    ("\"version\":\"x\",", false),
    ("\"version\":0,", false),
    ("\"version\":-1,", false),
    ("\"version\":1.5,", false),
    ("\"version\":1e400,", false),
    ("\"version\":null,", false),
    ("", false),
];
