//! The journal: entries as earlier sessions wrote them, and what was noted here.

use jiff::Timestamp;

use crate::app::{Msg, PlaceId, Recalled};
use crate::domain::{Image, Mode, PlaceKey, Text};
use crate::edit::{self, EntryId, FieldKey, Outcome, PlanEntry, Snapshot, Verdict};
use crate::flow::Write;

use super::{Play, second};

/// An entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry(pub(super) edit::Entry);

/// An entry of an earlier session at the place of the tests: a write that was sent at that second and
/// took the image from one state to the other; what became of it is not known.
pub fn entry(id: &str, at: i64, before: &Image, after: &Image) -> Entry {
    Entry(edit::Entry {
        id: EntryId(id.into()),
        at: second(at),
        profile: None,
        place: Play::with(&[]).app.place().key_or_unknown(Mode::default()),
        before: Snapshot::Image(before.clone()),
        after: Snapshot::Image(after.clone()),
        undoes: None,
        part_of: None,
        verdict: None,
    })
}

/// What becomes of such a write where that image is read.
pub fn outcome_of_earlier(entry: &Entry, now: Timestamp, found: &Image) -> Option<&'static str> {
    Write::of_earlier(&entry.0, now)?.outcome(&Snapshot::Image(found.clone())).map(|outcome| match outcome {
        Outcome::Verified => "verified",
        Outcome::Failed(_) => "failed",
        Outcome::Otherwise(_) => "otherwise",
        Outcome::Differs(_) => "differs",
        Outcome::NotApplied => "not applied",
        Outcome::Gone => "gone",
        Outcome::Unknowable => "unknowable",
    })
}

fn described(snapshot: &Snapshot) -> &Image {
    match snapshot {
        Snapshot::Image(image) => image,
        Snapshot::Images(_)
        | Snapshot::Version(_)
        | Snapshot::Aliases(_)
        | Snapshot::Tags(_)
        | Snapshot::TagsOf(_) => panic!("{snapshot:?} is of no image"),
    }
}

impl Entry {
    /// The image as the write was to leave it.
    pub fn after(&self) -> &Image {
        described(&self.0.after)
    }

    /// The ARN of what it changed.
    pub fn identity(&self) -> Option<&Text> {
        self.0.before.identity()
    }

    /// Whether its subject holds there what it was to hold afterwards.
    pub fn shows_in(&self, held: &Snapshot) -> bool {
        let changes = self.0.before.changes_to(&self.0.after);
        let holds = |(key, _): (&FieldKey, _)| held.value(key) == self.0.after.value(key);
        held.subject() == self.0.subject() && changes.all().all(holds)
    }

    /// The name of the image.
    pub fn image(&self) -> String {
        self.0.subject().to_string()
    }

    /// Where the image is.
    pub fn place(&self) -> &PlaceKey {
        &self.0.place
    }

    /// Its name in the journal.
    pub fn id(&self) -> &str {
        &self.0.id.0
    }

    /// The name of the one that it undoes.
    pub fn undoes(&self) -> Option<&str> {
        self.0.undoes.as_ref().map(|id| id.0.as_str())
    }

    /// What became of the write, as far as that is known.
    pub fn verdict(&self) -> Option<&Verdict> {
        self.0.verdict.as_ref()
    }

    /// The same, of a write of which this became.
    pub fn ended(self, verdict: Verdict) -> Self {
        Self(edit::Entry { verdict: Some(verdict), ..self.0 })
    }
}

impl Play {
    /// The disk answers what earlier sessions noted, and the entries whose programs still run.
    pub fn recall_journal(&mut self, key: PlaceKey, mut entries: Vec<Entry>, alive: &[&str]) {
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.0.at));
        let alive = alive.iter().map(|id| EntryId((*id).into())).collect();
        let entries = entries.into_iter().map(|entry| entry.0).collect();
        let recalled = Recalled { entries, alive, ..Recalled::default() };
        self.tell(Msg::Recalled { place: PlaceId(0), key, recalled });
    }

    /// The disk answers with what was noted by this program, as it finds it after a kill.
    pub fn recall_all_of(&mut self, killed: &Self) {
        let key = self.key().expect("the place is known");
        let mut entries: Vec<edit::Entry> = Vec::new();
        for Entry(entry) in &killed.journal {
            entries.retain(|it| it.id != entry.id);
            entries.insert(0, entry.clone());
        }
        let mut plans: Vec<PlanEntry> = Vec::new();
        for plan in &killed.plans {
            plans.retain(|it| it.id != plan.id);
            plans.insert(0, plan.clone());
        }
        let drafts = killed.kept.values().map(|draft| draft.0.clone()).collect();
        let recalled = Recalled { drafts, entries, plans, ..Recalled::default() };
        self.tell(Msg::Recalled { place: PlaceId(0), key, recalled });
    }

    /// What became of what was noted, line by line.
    pub fn verdicts(&self) -> Vec<Option<Verdict>> {
        self.journal.iter().map(|entry| entry.verdict().cloned()).collect()
    }

    /// How many writes the place on the screen knows of.
    pub fn history_len(&self) -> usize {
        self.app.place().history.of(None).count()
    }

    /// Of how many of them it is not known what became.
    pub fn unsettled(&self) -> usize {
        self.app.place().history.unsettled().count()
    }

    /// What became of one.
    pub fn history_verdict(&self, id: &str) -> Option<Verdict> {
        self.app.place().history.get(&EntryId(id.into())).unwrap().verdict.clone()
    }

    /// The entries of all places, each with the number of its place.
    pub fn history_everywhere(&self) -> Vec<(usize, Entry)> {
        let places = self.app.places().enumerate();
        places
            .flat_map(|(id, place)| place.history.of(None).map(move |entry| (id, Entry(entry.clone()))))
            .collect()
    }
}
