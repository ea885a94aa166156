//! Drafts as they are kept on disk.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::{Msg, PlaceId, Recalled};
use crate::domain::{Image, PlaceKey};
use crate::edit::{self, FieldKey, Snapshot, Subject, Wanted};

use super::form::field;
use super::{Play, name, second};

/// A draft as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft(pub(super) edit::Draft);

/// What the disk was asked to do with a draft.
#[derive(Debug)]
pub enum DraftJob {
    Keep(Box<Draft>),
    Forget(PlaceKey),
}

/// A draft of an image at a place: what it began from, and what was typed in each field.
pub fn draft(place: &PlaceKey, image: &str, base: Option<Image>, typed: &[(&str, &str)]) -> Draft {
    Draft(edit::Draft {
        place: place.clone(),
        subject: Subject::Image(name(image)),
        base: base.map(Snapshot::Image),
        wanted: Wanted {
            typed: typed.iter().map(|(named, text)| (field(named), (*text).to_owned())).collect(),
            ..Wanted::default()
        },
        stashed: BTreeMap::new(),
        kept_at: second(0),
    })
}

/// Every word of a form or a draft, a line each.
pub(super) fn all_words(
    typed: &BTreeMap<FieldKey, String>,
    stashed: &BTreeMap<FieldKey, Vec<String>>,
) -> String {
    let words: Vec<&str> = typed.values().chain(stashed.values().flatten()).map(String::as_str).collect();
    words.join("\n")
}

impl Draft {
    /// Where its image is.
    pub fn place(&self) -> &PlaceKey {
        &self.0.place
    }

    /// The name of its image.
    pub fn image(&self) -> String {
        self.0.subject.to_string()
    }

    /// What stands in a field.
    pub fn text(&self, named: &str) -> Option<&str> {
        self.0.wanted.typed.get(&field(named)).map(String::as_str)
    }

    /// What was put by behind a field, the oldest first.
    pub fn behind(&self, named: &str) -> &[String] {
        self.0.stashed.get(&field(named)).map_or(&[], Vec::as_slice)
    }

    /// Whether the text is in a field or behind it.
    pub fn holds(&self, named: &str, text: &str) -> bool {
        self.text(named) == Some(text) || self.behind(named).iter().any(|it| it == text)
    }

    /// The same, of the field of that key.
    pub fn holds_at(&self, key: &FieldKey, text: &str) -> bool {
        let behind = self.0.stashed.get(key).is_some_and(|words| words.iter().any(|it| it == text));
        behind || self.0.wanted.typed.get(key).is_some_and(|it| it == text)
    }

    /// How many fields are to hold a value of their own in one of several.
    pub fn presets(&self) -> usize {
        self.0.wanted.presets.values().map(BTreeMap::len).sum()
    }

    /// All its words, a line each.
    pub fn words(&self) -> String {
        all_words(&self.0.wanted.typed, &self.0.stashed)
    }

    /// All that is typed, and the entries that are to be taken away.
    pub fn by_key(&self) -> (BTreeMap<FieldKey, String>, BTreeSet<FieldKey>) {
        (self.0.wanted.typed.clone(), self.0.wanted.removed.clone())
    }

    /// The same draft, with that in one field and nothing put by.
    pub fn retyped(mut self, named: &str, text: &str) -> Self {
        self.0.stashed.clear();
        self.0.wanted.typed.insert(field(named), text.to_owned());
        self
    }

    /// The same, of an image that was never read.
    pub fn without_base(self) -> Self {
        Self(edit::Draft { base: None, ..self.0 })
    }

    /// The same, as it is kept at another place.
    pub fn moved(self, place: &PlaceKey) -> Self {
        Self(edit::Draft { place: place.clone(), ..self.0 })
    }
}

impl Play {
    /// The draft of an image as it is on the disk; that has to be there.
    pub fn draft(&self, image: &str) -> &Draft {
        self.disk.get(image).unwrap_or_else(|| panic!("no draft of {image} is on the disk"))
    }

    /// The one draft that is kept.
    pub fn only_draft(&self) -> Draft {
        assert_eq!(self.kept.len(), 1, "{:?}", self.kept);
        self.kept.values().next().cloned().unwrap()
    }

    /// All words in all drafts that are kept, a line each.
    pub fn kept_words(&self) -> String {
        self.kept.values().map(Draft::words).collect::<Vec<_>>().join("\n")
    }

    /// The disk answers what earlier sessions left.
    pub fn recall(&mut self, place: PlaceId, key: &PlaceKey, drafts: Vec<Draft>) {
        for draft in &drafts {
            self.left.insert((key.clone(), draft.image()), (draft.clone(), false));
        }
        let drafts = drafts.into_iter().map(|draft| draft.0).collect();
        let recalled = Recalled { drafts, ..Recalled::default() };
        self.tell(Msg::Recalled { place, key: key.clone(), recalled });
    }

    /// A draft could not be kept.
    pub fn fails_to_keep(&mut self, image: &str, trouble: &str) {
        self.tell(Msg::NotKept { subject: Subject::Image(name(image)), trouble: trouble.into() });
    }

    /// All that is on the disk of drafts.
    pub fn on_disk(&self) -> impl Iterator<Item = (&(PlaceKey, String), &Draft)> {
        self.kept.iter().chain(self.left.iter().map(|(at, (draft, _))| (at, draft)))
    }

    pub(super) fn keep(&mut self, draft: edit::Draft) {
        let (image, draft) = (draft.subject.to_string(), Draft(draft));
        self.forget_left(draft.place(), &image);
        self.kept.insert((draft.place().clone(), image.clone()), draft.clone());
        self.draft_jobs.push(DraftJob::Keep(Box::new(draft.clone())));
        self.disk.insert(image, draft);
    }

    pub(super) fn forget(&mut self, place: PlaceKey, image: &str) {
        self.forget_left(&place, image);
        if self.disk.get(image).is_some_and(|draft| *draft.place() == place) {
            self.disk.remove(image);
        }
        self.draft_jobs.push(DraftJob::Forget(place.clone()));
        self.kept.remove(&(place, image.to_owned()));
    }

    fn forget_left(&mut self, place: &PlaceKey, image: &str) {
        let at = (place.clone(), image.to_owned());
        if self.left.get(&at).is_some_and(|(_, is_taken_up)| *is_taken_up) {
            self.left.remove(&at);
        }
    }

    pub(super) fn take_up(&mut self, place: &PlaceKey, images: &[String]) {
        for image in images {
            if let Some(left) = self.left.get_mut(&(place.clone(), image.clone())) {
                left.1 = true;
            }
        }
    }
}
