//! Forms that outlive the program.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::app::Remote;
use crate::domain::{Draft, Field, Image, PlaceKey};

use super::{FieldState, Form, Input};

impl Form {
    /// The text of each field that holds something typed and not sent.
    #[must_use]
    pub fn typed(&self) -> BTreeMap<Field, String> {
        if self.untouched_undo {
            return BTreeMap::new();
        }
        let typed = |&field: &Field| {
            let it = self.field(field);
            (it.touched && self.state(field) != FieldState::Unchanged) || !it.stashed.is_empty()
        };
        let kept = |field: Field| {
            let it = self.field(field);
            let unchanged = self.state(field) == FieldState::Unchanged;
            let text = it.stashed.last().filter(|_| unchanged).map_or(it.input.text(), String::as_str);
            (field, text.to_owned())
        };
        Field::ALL.into_iter().filter(typed).map(kept).collect()
    }

    /// The words that were stashed, behind others that stand in the field.
    #[must_use]
    pub fn stashed(&self) -> BTreeMap<Field, Vec<String>> {
        let typed = self.typed();
        let behind = |field: Field| {
            let words = self.field(field).stashed.iter().filter(|words| typed.get(&field) != Some(*words));
            (field, words.cloned().collect::<Vec<_>>())
        };
        Field::ALL.into_iter().map(behind).filter(|(_, words)| !words.is_empty()).collect()
    }

    /// All words that would be lost with the form.
    #[must_use]
    pub fn words(&self) -> Words {
        Words { typed: self.typed(), stashed: self.stashed() }
    }

    /// The form as it is kept on disk. Where a clash waits for the person's word, it is against what
    /// the edit began from, so that it is a clash the next time too.
    #[must_use]
    pub fn to_draft(&self, place: PlaceKey, now: Timestamp) -> Draft {
        let mut base = self.base.value().cloned();
        for (field, clash) in self.clashes() {
            if let (Some(base), None) = (&mut base, clash.choice) {
                base.set(*field, clash.base.as_deref());
            }
        }
        let Words { typed, stashed } = self.words();
        Draft { place, image: self.image.clone(), base, typed, stashed, kept_at: now }
    }

    /// A form as a draft had it. What the edit began from is as old as the draft: the next read
    /// shows what was changed since.
    #[must_use]
    pub fn from_draft(draft: Draft, now: Timestamp) -> Self {
        let mut form = Self::open(draft.image, draft.base.as_ref(), now);
        form.base = draft.base.map_or(Remote::Idle, Remote::Ready);
        form.kept_at = Some(draft.kept_at);
        for (field, text) in draft.typed {
            form.take_typed(field, &text);
        }
        for (field, text) in draft.stashed {
            form.field_mut(field).stashed = text;
        }
        form
    }

    /// Notes what an earlier session left.
    pub fn note_left(&mut self, words: Words) {
        self.left = Some(words);
    }

    /// Whether it holds no word that an earlier session did not leave.
    #[must_use]
    pub fn is_as_left(&self) -> bool {
        let Some(left) = &self.left else { return false };
        let left: Vec<_> = left.all().collect();
        self.words().all().all(|words| left.contains(&words))
    }

    /// Lets a draft of an earlier session take the place of this form, which was opened before it
    /// was known of: with the draft's beginning, this one's image, and the words of both.
    pub fn take_up(&mut self, draft: Draft, now: Timestamp) {
        let here = std::mem::replace(self, Self::from_draft(draft, now));
        if let Some(base) = here.base.value() {
            self.resolve(Ok(base.clone()));
        }
        if here.base.is_loading() {
            self.base.start();
        }
        self.focus = here.focus;
        for (field, words) in here.stashed() {
            let behind = &mut self.field_mut(field).stashed;
            for text in words {
                if !behind.contains(&text) {
                    behind.push(text);
                }
            }
        }
        for (field, text) in here.typed() {
            let it = self.field_mut(field);
            if it.input.text() != text {
                if it.touched {
                    it.stashed.push(it.input.text().to_owned());
                }
                it.input = Input::new(&text);
                it.touched = true;
            }
        }
    }

    /// A form that takes `image`, as a write left it, back to what it was `before`: the inverse of
    /// that write.
    #[must_use]
    pub fn to_undo(before: &Image, left: &Image, now: Timestamp) -> Self {
        let mut form = Self::open(left.name.clone(), Some(left), now);
        form.base = Remote::Ready(left.clone());
        form.untouched_undo = true;
        for field in Field::ALL {
            if field.of(before) == field.of(left) {
                continue;
            }
            match field.of(before) {
                None if !field.can_clear() => {
                    form.remark =
                        Some("The image had no role before; a role can't be cleared, so it stays.".into());
                }
                text => form.take_typed(field, text.unwrap_or_default()),
            }
        }
        form
    }

    fn take_typed(&mut self, field: Field, text: &str) {
        let it = self.field_mut(field);
        it.input = Input::new(text);
        it.touched = true;
    }
}

/// The words in a form that are nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// In the fields.
    pub typed: BTreeMap<Field, String>,
    /// Behind them.
    pub stashed: BTreeMap<Field, Vec<String>>,
}

impl Words {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty() && self.stashed.is_empty()
    }

    /// Each of them with its field.
    pub fn all(&self) -> impl Iterator<Item = (Field, &str)> {
        let typed = self.typed.iter().map(|(field, text)| (*field, text.as_str()));
        let behind =
            self.stashed.iter().flat_map(|(field, words)| words.iter().map(|it| (*field, it.as_str())));
        typed.chain(behind)
    }
}
