//! What is kept on disk: drafts, the journal of writes, the settings file.

mod any;
mod bad_drafts;
mod child;
mod config;
mod divider;
mod drafts;
mod in_place;
mod journal;
mod kinds;
mod plans;
mod programs;

mod several;
mod version_2;
mod version_3;
mod versions;
mod writes_of_kinds;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sagescope::disk::{Disk, Folders, PlaceRecords};
use sagescope::domain::{Image, ImageName, PlaceKey, RoleArn, Text};
use sagescope::edit::kind::image::{DESCRIPTION, DISPLAY_NAME, FIELDS, ROLE};
use sagescope::edit::{Draft, Entry, EntryId, Record, Snapshot, Subject, Wanted};
use tempfile::TempDir;

/// A computer with nothing kept on it yet.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn folders(&self) -> Folders {
        folders_in(self.0.path())
    }

    /// Starts a program.
    fn start(&self) -> Disk {
        Disk::open(self.folders()).unwrap()
    }

    fn state(&self) -> PathBuf {
        self.folders().state
    }

    /// Where the drafts of [`place`] are.
    fn drafts(&self) -> PathBuf {
        self.state().join("drafts/123456789012/us-east-1")
    }

    fn journal(&self) -> PathBuf {
        self.state().join("journal.jsonl")
    }
}

fn folders_in(home: &Path) -> Folders {
    Folders { state: home.join("state/sagescope"), config: home.join("config/sagescope") }
}

fn place() -> PlaceKey {
    PlaceKey { account: "123456789012".into(), region: "us-east-1".into() }
}

fn name(raw: &str) -> ImageName {
    ImageName::received(raw)
}

fn subject(raw: &str) -> Subject {
    Subject::Image(name(raw))
}

/// What the journal is given of an entry.
fn step(entry: &Entry) -> Record {
    Record::Step(Box::new(entry.clone()))
}

/// The same of several.
fn steps(entries: &[Entry]) -> Vec<Record> {
    entries.iter().map(step).collect()
}

/// A draft of `image`, kept `second` seconds into some minute, with `text` typed.
fn draft(image: &str, second: i64, text: &str) -> Draft {
    Draft {
        place: place(),
        subject: subject(image),
        base: Some(Image { display_name: Some("Before".into()), ..Image::named(name(image)) }.into()),
        wanted: Wanted { typed: [(DESCRIPTION, text.to_owned())].into(), ..Wanted::default() },
        stashed: std::collections::BTreeMap::new(),
        kept_at: moment(second),
    }
}

/// The same of several images, by one form.
fn draft_of_several(images: &[&str], second: i64, text: &str) -> Draft {
    let base = images.iter().map(|it| (name(it), Image::named(name(it)))).collect();
    let subject = Subject::Images(images.iter().map(|it| name(it)).collect());
    Draft { subject, base: Some(Snapshot::Images(base)), ..draft("", second, text) }
}

fn moment(second: i64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + second).unwrap()
}

/// A write to `image`, sent `second` seconds into some minute, of which nothing is known yet.
fn entry(image: &str, second: i64) -> Entry {
    let before = Image::named(name(image));
    let role = RoleArn::received("arn:aws:iam::123456789012:role/SageMakerImages");
    let after = Image { description: Some("After".into()), role: Some(role), ..before.clone() };
    Entry {
        id: EntryId(uuid::Uuid::now_v7().to_string()),
        at: moment(second),
        profile: Some(Text::from("research")),
        place: place(),
        before: Snapshot::Image(before),
        after: Snapshot::Image(after),
        undoes: None,
        part_of: None,
        verdict: None,
    }
}

/// The drafts that a program finds, where nothing is wrong.
fn found(disk: &Disk) -> Vec<Draft> {
    let recalled = disk.recall(&place());
    assert_eq!(recalled.troubles, []);
    recalled.drafts
}

/// Every file and folder below `folder`, by its path in it.
fn below(folder: &Path) -> Vec<String> {
    let mut paths = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for path in fs::read_dir(next).unwrap().map(|found| found.unwrap().path()) {
            paths.push(path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned());
            if path.is_dir() {
                folders.push(path);
            }
        }
    }
    paths.sort();
    paths
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// The one file of a folder.
fn only_file(folder: &Path) -> PathBuf {
    let files = below(folder);
    assert_eq!(files.len(), 1, "{files:?}");
    folder.join(&files[0])
}

/// The one trouble of a place, as a sentence.
fn trouble(disk: &Disk) -> String {
    let troubles = disk.recall(&place()).troubles;
    assert_eq!(troubles.len(), 1, "{troubles:?}");
    troubles[0].to_string()
}
