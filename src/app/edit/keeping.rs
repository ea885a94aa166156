//! Forms that outlive the program.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::app::Remote;
use crate::domain::PlaceKey;
use crate::edit::{Draft, Field, FieldKey, Snapshot, Subject, Wanted};

use super::{DraftText, FieldState, Form, Input};

impl Form {
    /// The text of each field that holds something typed and not sent.
    #[must_use]
    pub fn typed(&self) -> BTreeMap<FieldKey, String> {
        if self.untouched_undo {
            return BTreeMap::new();
        }
        let kept = |field: &Field| {
            let it = self.field(&field.key)?;
            let unchanged = self.state(&field.key) == FieldState::Unchanged;
            let holds_words = (it.touched && !unchanged) || !it.stashed.is_empty();
            let text = it.stashed.last().filter(|_| unchanged).map_or(it.input.text(), String::as_str);
            holds_words.then(|| (field.key.clone(), text.to_owned()))
        };
        self.fields().filter_map(kept).collect()
    }

    /// The words that were stashed, behind others that stand in the field.
    #[must_use]
    pub fn stashed(&self) -> BTreeMap<FieldKey, Vec<String>> {
        let typed = self.typed();
        let behind = |field: &Field| {
            let stashed = &self.field(&field.key)?.stashed;
            let words = stashed.iter().filter(|words| typed.get(&field.key) != Some(*words));
            Some((field.key.clone(), words.cloned().collect::<Vec<_>>()))
        };
        self.fields().filter_map(behind).filter(|(_, words)| !words.is_empty()).collect()
    }

    /// All words that would be lost with the form.
    #[must_use]
    pub fn words(&self) -> DraftText {
        DraftText { typed: self.typed(), stashed: self.stashed() }
    }

    /// The form as it is kept on disk. Where a clash waits for the person's word, it is against what
    /// the edit began from, so that it is a clash the next time too.
    #[must_use]
    pub fn to_draft(&self, place: PlaceKey, now: Timestamp) -> Draft {
        let mut base = self.base.value().cloned();
        for (field, clash) in self.clashes() {
            if let (Some(base), None) = (&mut base, clash.choice) {
                base.set(&field.key, clash.base.as_deref());
            }
        }
        let DraftText { typed, stashed } = self.words();
        let wanted = Wanted { typed, presets: self.presets.clone() };
        Draft { place, subject: self.subject.clone(), base, wanted, stashed, kept_at: now }
    }

    /// A form as a draft had it. What the edit began from is as old as the draft: the next read
    /// shows what was changed since.
    #[must_use]
    pub fn from_draft(draft: Draft, now: Timestamp) -> Self {
        let mut form = Self::open(draft.subject, draft.base.as_ref(), now);
        form.base = draft.base.map_or(Remote::Idle, Remote::Ready);
        form.kept_at = Some(draft.kept_at);
        form.presets = draft.wanted.presets;
        for (key, text) in draft.wanted.typed {
            form.take_typed(&key, &text);
        }
        for (key, words) in draft.stashed {
            if let Some(field) = form.field_mut(&key) {
                field.stashed = words;
            }
        }
        form
    }

    /// Notes what an earlier session left.
    pub fn note_left(&mut self, words: DraftText) {
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
        self.focus = here.focus.clone();
        for (key, words) in here.stashed() {
            let Some(field) = self.field_mut(&key) else { continue };
            for text in words {
                if !field.stashed.contains(&text) {
                    field.stashed.push(text);
                }
            }
        }
        for (key, text) in here.typed() {
            let Some(it) = self.field_mut(&key) else { continue };
            if it.input.text() != text {
                if it.touched {
                    it.stashed.push(it.input.text().to_owned());
                }
                it.input = Input::new(&text);
                it.touched = true;
            }
        }
    }

    /// A form that takes `left`, as a step left it, back to what it was `before`: the inverse of that
    /// step.
    #[must_use]
    pub fn to_undo(before: &Snapshot, left: &Snapshot, now: Timestamp) -> Self {
        let mut form = Self::open(left.subject(), Some(left), now);
        form.base = Remote::Ready(left.clone());
        form.untouched_undo = true;
        for field in left.fields() {
            let was = before.value(&field.key);
            if was == left.value(&field.key) {
                continue;
            }
            match was {
                None if !field.can_clear() => {
                    form.remark =
                        Some("The image had no role before; a role can't be cleared, so it stays.".into());
                }
                text => form.take_typed(&field.key, text.unwrap_or_default()),
            }
        }
        form
    }

    /// Lets each of several hold values of its own where nothing was typed; of one, as if they had been
    /// typed.
    pub fn preset(&mut self, wanted: impl Iterator<Item = (Subject, BTreeMap<FieldKey, Option<String>>)>) {
        match self.subject {
            Subject::Image(_) => {
                for (key, value) in wanted.flat_map(|(_, values)| values) {
                    self.take_typed(&key, value.as_deref().unwrap_or_default());
                }
            }
            Subject::Images(_) => self.presets = wanted.collect(),
        }
    }

    /// A form that takes several back to what they were before these steps, each the snapshot before and
    /// the one that it left.
    #[must_use]
    pub fn to_undo_several(steps: &[(Snapshot, Snapshot)], now: Timestamp) -> Self {
        let of_image = |(_, left): &(Snapshot, Snapshot)| match left {
            Snapshot::Image(image) => Some((image.name.clone(), image.clone())),
            Snapshot::Images(_) => None,
        };
        let left = Snapshot::Images(steps.iter().filter_map(of_image).collect());
        let mut form = Self::open(left.subject(), Some(&left), now);
        let before = |(before, left): &(Snapshot, Snapshot)| {
            let changed = left.fields().iter().filter(|it| before.value(&it.key) != left.value(&it.key));
            let values = changed.map(|it| (it.key.clone(), before.value(&it.key).map(str::to_owned)));
            (before.subject(), values.collect())
        };
        form.base = Remote::Ready(left);
        form.untouched_undo = true;
        form.preset(steps.iter().map(before));
        form
    }

    fn take_typed(&mut self, key: &FieldKey, text: &str) {
        if let Some(field) = self.field_mut(key) {
            field.input = Input::new(text);
            field.touched = true;
        }
    }
}
