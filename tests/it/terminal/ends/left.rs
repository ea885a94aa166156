//! Much that earlier sessions left.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::Timestamp;
use rustix::process::Signal;
use sagescope::disk::{Disk, Folders};
use sagescope::domain::{Image, ImageName, PlaceKey};
use sagescope::edit::kind::image::{DESCRIPTION, DISPLAY_NAME};
use sagescope::edit::{Draft, Entry, EntryId, Record, Subject, Wanted};

use crate::terminal::rig::service::IMAGE;
use crate::terminal::{Service, Start};

const MANY: usize = 5000;

fn disk(home: &Path) -> Disk {
    let (state, config) = (home.join(".local/state/sagescope"), home.join(".config/sagescope"));
    Disk::open(Folders { state, config }).unwrap()
}

/// What the drafts of the place go by that the service is.
fn key(service: &Service) -> PlaceKey {
    let url = service.endpoint_url();
    let account = format!("123456789012@{}", url.trim_start_matches("http://"));
    PlaceKey { account: account.as_str().into(), region: "us-east-1".into() }
}

/// Leaves drafts of a program that has ended, without the wait for the disk that each had.
fn leave(home: &Path, key: &PlaceKey) {
    let draft = Draft {
        place: key.clone(),
        subject: Subject::Image(ImageName::received("left-0")),
        base: None,
        wanted: Wanted { typed: [(DESCRIPTION, "left before".to_owned())].into(), ..Wanted::default() },
        stashed: BTreeMap::new(),
        kept_at: Timestamp::UNIX_EPOCH,
    };
    disk(home).keep(&draft).unwrap();
    let first = find(&home.join(".local/state/sagescope/drafts")).unwrap();
    let (path, text) = (first.to_str().unwrap().to_owned(), fs::read_to_string(&first).unwrap());
    for number in 1..MANY {
        let image = format!("left-{number}");
        fs::write(path.replace("left-0", &image), text.replace("left-0", &image)).unwrap();
    }
}

/// The first file below `folder`.
fn find(folder: &Path) -> Option<std::path::PathBuf> {
    fs::read_dir(folder)
        .ok()?
        .flatten()
        .map(|found| found.path())
        .find_map(|path| if path.is_dir() { find(&path) } else { Some(path) })
}

#[test]
fn words_typed_while_many_drafts_are_looked_at_are_kept_at_a_signal() {
    let service = Service::of(3);
    let start = Start::on(&service).arg(IMAGE);
    let key = key(&service);
    leave(start.home.path(), &key);
    let mut window = start.open();
    window.shows(&["123456789012:role/"]);
    window.press("e");
    window.shows(&["unchanged     11/128"]);
    window.type_text("!");
    window.shows(&["set     12/128"]);
    window.signal(Signal::TERM);
    window.ends_with(143);
    let found = disk(window.home.path()).recall(&key).drafts;
    assert!(found.len() > MANY, "{} drafts", found.len());
    let typed =
        found.iter().find(|draft| draft.subject.to_string() == IMAGE).expect("what was typed is kept");
    assert!(typed.wanted.typed[&DISPLAY_NAME].ends_with('!'), "{typed:?}");
}

/// A thousand writes of a program that was killed, each to an image of its own.
fn unsettled(key: &PlaceKey) -> Vec<Record> {
    let entry = |number| {
        let before = Image::named(ImageName::received(&format!("left-{number}")));
        Record::Step(Box::new(Entry {
            id: EntryId(format!("0dead-{number}")),
            at: Timestamp::UNIX_EPOCH,
            profile: None,
            place: key.clone(),
            after: Image { description: Some("Sent".into()), ..before.clone() }.into(),
            before: before.into(),
            undoes: None,
            part_of: None,
            verdict: None,
        }))
    };
    (0..1000).map(entry).collect()
}

/// How many of their images were asked for.
fn looked_up(service: &Service) -> usize {
    let bodies = service.arrived("DescribeImage");
    let names = bodies.iter().filter_map(|body| body["ImageName"].as_str());
    names.filter(|name| name.starts_with("left-")).count()
}

#[test]
fn of_many_writes_that_were_not_settled_four_are_looked_up_at_once() {
    let service = Service::of(3);
    service.inject("DescribeImage=hang");
    let start = Start::on(&service);
    disk(start.home.path()).note_all(&unsettled(&key(&service))).unwrap();
    let mut window = start.open();
    window.shows(&["1000 changes from earlier sessions: outcome unknown", "1/3"]);
    service.waits_for("DescribeImage");
    // What was asked at once has gone out by the time that a key has come and gone.
    window.press("?");
    window.shows(&["one image down"]);
    window.press("Esc");
    window.hides(&["one image down"]);
    let asked = looked_up(&service);
    assert!(asked <= 4, "{asked} at once");
    window.press("q");
    window.ends_with(0);
}

#[test]
fn many_writes_that_were_not_settled_are_each_looked_up_once_and_told_in_one() {
    let service = Service::of(3);
    let start = Start::on(&service);
    disk(start.home.path()).note_all(&unsettled(&key(&service))).unwrap();
    let mut window = start.open();
    window.shows(&["1000 changes from earlier sessions: 0 verified, 1000 not."]);
    assert_eq!(looked_up(&service), 1000);
    window.press("q");
    window.ends_with(0);
    let entries = disk(window.home.path()).recall(&key(&service)).entries;
    assert_eq!(entries.iter().filter(|entry| entry.verdict.is_some()).count(), 1000);
}
