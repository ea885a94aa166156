//! Writes: refused, waiting, on their way, and long done.

use jiff::{SignedDuration, Timestamp};

use crate::app::play::field;
use crate::app::{App, ArmedReview, History};
use crate::domain::{Failure, Image, ImageStatus, PlaceKey, Text};
use crate::edit::{Difference, EntryId, Snapshot, Subject, Verdict, Wanted};
pub use crate::edit::{Draft, Entry};
pub use crate::flow::Stop as Refusal;
use crate::flow::{self, Flow, FlowId, Part, Stage, Write};

use super::super::scene::{name, now};
use super::{Form, review};

/// The check or the service said no.
pub fn refused(failure: Failure) -> Refusal {
    Refusal::Failure(failure)
}

/// Another hand was met.
pub fn met(found: Vec<Difference>) -> Refusal {
    Refusal::Conflict(found)
}

/// The image is being changed.
pub fn is_changing() -> Refusal {
    Refusal::Changing(ImageStatus::Updating)
}

/// An earlier write is not settled.
pub fn is_busy() -> Refusal {
    Refusal::Busy
}

/// The journal can't be written.
pub fn not_noted(trouble: &str) -> Refusal {
    Refusal::NotNoted(trouble.into())
}

/// Puts a write on its way: what `form` stands for.
pub fn put_write(app: &mut App, form: &Form, stage: &str) {
    let stage = match stage {
        "checking" => Stage::Checking,
        "sending" => Stage::Sending,
        "settling" => Stage::Settling,
        _ => panic!("no write is {stage:?} here"),
    };
    let plan = form.plan().unwrap();
    let step = plan.steps[0].clone();
    let write = Write { stage, ..Write::begin(step, false, now()) };
    let mut flow = Flow::new(form.subject.clone(), plan, None, false);
    flow.parts = vec![Part::Out(write)];
    app.place_for_tests().flows.insert(FlowId(0), flow);
}

/// Lets the open review wait to be sent by itself.
pub fn arm(app: &mut App, looks: u32, seconds: i64) {
    let open = review(app).clone();
    let consent = app.proposal(&open).unwrap();
    let due = now() + SignedDuration::from_secs(seconds);
    review(app).armed = Some(Box::new(ArmedReview { consent, wait: flow::Armed { looks, due } }));
}

/// A draft of an image: what the edit began from, what was typed in each field, and when it was kept.
pub fn draft(place: PlaceKey, base: Image, typed: &[(&str, &str)], kept_at: Timestamp) -> Draft {
    Draft {
        place,
        subject: Subject::Image(base.name.clone()),
        base: Some(Snapshot::Image(base)),
        wanted: Wanted {
            typed: typed.iter().map(|(named, text)| (field(named), (*text).into())).collect(),
            ..Wanted::default()
        },
        stashed: [].into(),
        kept_at,
    }
}

/// An entry of the journal: a write that took an image from one state to the other.
pub fn entry(
    id: &str,
    at: Timestamp,
    place: PlaceKey,
    (before, after): (Image, Image),
    verdict: Option<Verdict>,
) -> Entry {
    Entry {
        id: EntryId(id.into()),
        at,
        profile: Some(Text::clean("research")),
        place,
        before: Snapshot::Image(before),
        after: Snapshot::Image(after),
        undoes: None,
        part_of: None,
        verdict,
    }
}

/// The same entry, of a write that undid another.
pub fn undoing(entry: Entry, other: &str) -> Entry {
    Entry { undoes: Some(EntryId(other.into())), ..entry }
}

/// Furnishes the journal, newest first.
pub fn put_history(app: &mut App, entries: Vec<Entry>) {
    app.place_for_tests().history = History::for_tests(entries);
}

/// Furnishes it without what is of an image.
pub fn put_history_without(app: &mut App, entries: Vec<Entry>, image: &str) {
    let others = entries.into_iter().filter(|entry| !entry.subject().touches(&name(image))).collect();
    put_history(app, others);
}

/// Puts that text wherever an entry holds text from outside.
pub fn spoil_entry(entry: &mut Entry, text: &Text) {
    entry.after.set(&field("description"), Some(text.as_str()));
    entry.verdict = Some(Verdict::Refused(text.clone()));
    entry.profile = Some(text.clone());
}

/// The same entry, of another image.
pub fn with_image(entry: Entry, image: &str) -> Entry {
    let named = |it| match it {
        Snapshot::Image(it) => Snapshot::Image(Image { name: name(image), ..it }),
        Snapshot::Images(_)
        | Snapshot::Version(_)
        | Snapshot::Aliases(_)
        | Snapshot::Tags(_)
        | Snapshot::TagsOf(_) => panic!("it is of no image"),
    };
    Entry { before: named(entry.before), after: named(entry.after), ..entry }
}
