//! What is done first, what is waited for, and what is told.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::mpsc;

use jiff::Timestamp;
use tempfile::TempDir;
use tokio::sync::mpsc::unbounded_channel;

use crate::app::{Msg, PlaceId, Ticket};
use crate::disk::{Disk, Folders};
use crate::domain::{Image, ImageName, PlaceKey};
use crate::edit::kind::image::DESCRIPTION;
use crate::edit::{Draft, Entry, EntryId, PlanEntry, Record, Snapshot, Subject, Wanted};

use super::job::{Order, Unkept};
use super::thread::WorkerThread;
use super::{DiskJob, DiskWorker};

/// So many that they can't all be looked at between two jobs.
const MANY: usize = 5000;

fn key() -> PlaceKey {
    PlaceKey { account: "123456789012".into(), region: "us-east-1".into() }
}

fn draft(image: &str, text: &str) -> Draft {
    Draft {
        place: key(),
        subject: Subject::Image(ImageName::received(image)),
        base: None,
        wanted: Wanted { typed: [(DESCRIPTION, text.to_owned())].into(), ..Wanted::default() },
        stashed: BTreeMap::new(),
        kept_at: Timestamp::UNIX_EPOCH,
    }
}

fn record() -> Box<Record> {
    let before = Snapshot::Image(Image::named(ImageName::received("subject")));
    let id = EntryId("s-1".into());
    let at = Timestamp::UNIX_EPOCH;
    let (profile, undoes, part_of, verdict) = (None, None, None, None);
    let after = before.clone();
    Box::new(Record::Step(Box::new(Entry {
        id,
        at,
        profile,
        place: key(),
        before,
        after,
        undoes,
        part_of,
        verdict,
    })))
}

fn disk(home: &Path) -> Disk {
    Disk::open(Folders { state: home.join("state"), config: home.join("config") }).unwrap()
}

/// Drafts of a program that has ended, without the wait for the disk that each had.
fn leave(home: &Path, count: usize) {
    disk(home).keep(&draft("image-0", "left")).unwrap();
    let folder = home.join("state/drafts/123456789012/us-east-1");
    let first = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap();
    let (name, text) = (first.file_name().into_string().unwrap(), std::fs::read_to_string(first.path()));
    let text = text.unwrap();
    for number in 1..count {
        let image = format!("image-{number}");
        let file = folder.join(name.replace("image-0", &image));
        std::fs::write(file, text.replace("image-0", &image)).unwrap();
    }
}

/// What the thread tells of these jobs, asked for all at once and nothing after them.
fn told(disk: &Disk, jobs: Vec<DiskJob>) -> (Vec<Msg>, Unkept) {
    let (ask, asked) = mpsc::channel();
    let (tell, mut told) = unbounded_channel();
    for job in jobs {
        ask.send(Order::Job(job)).unwrap();
    }
    drop(ask);
    let unkept = WorkerThread::new(Some(disk), tell).run(&asked);
    (std::iter::from_fn(|| told.try_recv().ok()).flatten().collect(), unkept)
}

/// What the worker tells of what was left.
fn recalled(disk: Disk) -> Msg {
    let mut worker = DiskWorker::begin(Some(disk));
    worker.ask(DiskJob::Recall { place: PlaceId(0), key: key() });
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(std::future::poll_fn(|context| worker.poll_told(context)))
}

#[test]
fn what_is_typed_and_noted_goes_before_what_was_left() {
    let home = TempDir::new().unwrap();
    leave(home.path(), 3);
    let disk = disk(home.path());
    let ticket = Ticket(1);
    let jobs = vec![
        DiskJob::Recall { place: PlaceId(0), key: key() },
        DiskJob::KeepDraft(Box::new(draft("image-1", "typed now"))),
        DiskJob::Note { ticket, record: record() },
    ];
    let (told, unkept) = told(&disk, jobs);
    assert!(matches!(told[..], [Msg::Noted { trouble: None, .. }]), "{told:?}");
    assert!(unkept.is_empty());
    let found = disk.recall(&key());
    assert_eq!((found.drafts.len(), found.entries.len()), (3, 1));
    assert_eq!(found.drafts[1].wanted.typed[&DESCRIPTION], "typed now");
}

#[test]
fn the_end_waits_for_what_was_typed_and_for_nothing_that_was_left() {
    let home = TempDir::new().unwrap();
    leave(home.path(), MANY);
    let mut worker = DiskWorker::begin(Some(disk(home.path())));
    worker.ask(DiskJob::Recall { place: PlaceId(0), key: key() });
    worker.ask(DiskJob::KeepDraft(Box::new(draft("typed", "typed now"))));
    assert_eq!(worker.finish(), Ok(()));
    // Nothing of what was left is lost either: the next program finds all of it.
    let found = disk(home.path()).recall(&key());
    assert_eq!((found.drafts.len(), found.troubles), (MANY + 1, Vec::new()));
}

#[test]
fn what_was_left_is_found_while_there_is_nothing_else_to_do() {
    let home = TempDir::new().unwrap();
    leave(home.path(), 30);
    let mut worker = DiskWorker::begin(Some(disk(home.path())));
    worker.ask(DiskJob::Recall { place: PlaceId(0), key: key() });
    worker.ask(DiskJob::KeepDraft(Box::new(draft("typed", "typed now"))));
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let told = runtime.block_on(std::future::poll_fn(|context| worker.poll_told(context)));
    let Msg::Recalled { recalled, .. } = told else { panic!("{told:?}") };
    assert_eq!((recalled.drafts.len(), recalled.troubles), (30, Vec::new()));
    assert!(worker.is_idle());
}

#[test]
fn plans_of_programs_that_still_run_are_told_from_those_that_ended() {
    let home = TempDir::new().unwrap();
    let (ended, other, this) = (disk(home.path()), disk(home.path()), disk(home.path()));
    let id = |disk: &Disk| EntryId(format!("{}-1", disk.session()));
    let ids = [&ended, &other, &this].map(id);
    for (disk, id) in [&ended, &other, &this].into_iter().zip(&ids) {
        let Record::Step(step) = *record() else { unreachable!() };
        let Entry { at, profile, place, before, after, undoes, .. } = *step;
        let steps = vec![(before, after)];
        let plan = PlanEntry { id: id.clone(), at, profile, place, steps, undoes, is_left: false };
        disk.note(&Record::Plan(plan)).unwrap();
    }
    drop(ended);
    let told = recalled(this);
    let Msg::Recalled { recalled, .. } = told else { panic!("{told:?}") };
    assert_eq!(recalled.plans.len(), 3);
    assert_eq!(recalled.alive, [ids[1].clone()]);
}

#[test]
fn words_that_can_not_be_kept_are_told_at_the_end() {
    let home = TempDir::new().unwrap();
    let disk = disk(home.path());
    std::fs::write(home.path().join("state/drafts"), "in the way").unwrap();
    let mut worker = DiskWorker::begin(Some(disk));
    worker.ask(DiskJob::KeepDraft(Box::new(draft("typed", "typed now"))));
    let said = worker.finish().unwrap_err();
    assert!(said.contains("Couldn't keep the draft"), "{said}");
    // What was thrown away, or kept at last, is no loss.
    let home = TempDir::new().unwrap();
    let disk = self::disk(home.path());
    std::fs::write(home.path().join("state/drafts"), "in the way").unwrap();
    let jobs = vec![
        DiskJob::KeepDraft(Box::new(draft("typed", "typed now"))),
        DiskJob::RemoveDraft { place: key(), subject: Subject::Image(ImageName::received("typed")) },
    ];
    let (told, unkept) = told(&disk, jobs);
    assert!(matches!(told[0], Msg::NotKept { .. }), "{told:?}");
    assert!(unkept.is_empty());
}
