//! Forms that outlive the program.

use std::collections::{BTreeMap, BTreeSet};

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
        let removed = if self.untouched_undo { BTreeSet::new() } else { self.removed() };
        let presets = if self.wants_by_table() { self.presets.clone() } else { BTreeMap::new() };
        DraftText { typed: self.typed(), removed, stashed: self.stashed(), presets }
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
        let DraftText { typed, removed, stashed, presets: _ } = self.words();
        let wanted = Wanted { typed, removed, presets: self.presets.clone(), moves: self.moves };
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
        form.for_table.is_taken = !form.presets.is_empty();
        form.moves = draft.wanted.moves;
        for (key, text) in draft.wanted.typed {
            form.take_typed(&key, &text);
        }
        for key in draft.wanted.removed {
            form.take_removed(&key);
        }
        for (key, words) in draft.stashed {
            form.want_row(&key);
            if let Some(field) = form.field_mut(&key) {
                field.stashed = words;
            }
        }
        form.lay_out(None);
        form
    }

    /// A step of its own was sent since the draft was kept: what that has changed was not changed by
    /// another hand, and what that has added is being added no more.
    pub fn follow_step(&mut self, before: &Snapshot, after: &Snapshot) {
        let Remote::Ready(base) = &self.base else { return };
        let mut now = base.clone();
        for difference in before.differences(after) {
            if base.value(&difference.key) == difference.before.as_deref() {
                now.set(&difference.key, difference.now.as_deref());
            }
        }
        self.lay_out(Some(&now));
        self.base = Remote::Ready(now);
    }

    /// Notes what an earlier session left.
    pub fn note_left(&mut self, words: DraftText) {
        self.left = Some(words);
    }

    /// Whether it holds no word that an earlier session did not leave.
    #[must_use]
    pub fn is_as_left(&self) -> bool {
        let Some(left) = &self.left else { return false };
        let here = self.words();
        if here.presets != left.presets {
            return false;
        }
        let (left, was_removed) = (left.all().collect::<Vec<_>>(), left.removed.clone());
        here.all().all(|words| left.contains(&words)) && here.removed.is_subset(&was_removed)
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
        for key in here.removed() {
            self.take_removed(&key);
        }
        if here.wants_by_table() {
            self.for_table.is_taken = true;
            self.preset(here.words().presets.into_iter());
        }
        for (key, words) in here.stashed() {
            self.want_row(&key);
            let Some(field) = self.field_mut(&key) else { continue };
            for text in words {
                if !field.stashed.contains(&text) {
                    field.stashed.push(text);
                }
            }
        }
        for (key, text) in here.typed() {
            self.want_row(&key);
            let Some(it) = self.field_mut(&key) else { continue };
            if it.input.text() != text {
                if it.touched {
                    it.stashed.push(it.input.text().to_owned());
                }
                it.input = Input::new(&text);
                it.touched = true;
            }
        }
        self.lay_out(None);
    }

    /// A form that takes `left`, as a step left it, back to what it was `before`: the inverse of that
    /// step.
    #[must_use]
    pub fn to_undo(before: &Snapshot, left: &Snapshot, now: Timestamp) -> Self {
        let mut form = Self::open(left.subject(), Some(left), now);
        form.base = Remote::Ready(left.clone());
        form.untouched_undo = true;
        let mut lasting = Vec::new();
        for difference in before.differences(left) {
            match difference.before {
                None if !form.can_clear(&difference.key) => lasting.push(difference.label),
                was => form.take(&difference.key, was.as_deref()),
            }
        }
        if !lasting.is_empty() {
            let words = lasting_words(&lasting);
            form.remark = Some(words.clone());
            form.lasting = Some(words);
        }
        form.lay_out(None);
        form
    }

    /// Lets each of several hold values of its own where nothing was typed; of one, as if they had been
    /// typed.
    pub fn preset(&mut self, wanted: impl Iterator<Item = (Subject, BTreeMap<FieldKey, Option<String>>)>) {
        if self.subject.is_several() {
            for (subject, values) in wanted {
                self.presets.entry(subject).or_default().extend(values);
            }
            return;
        }
        for (key, value) in wanted.flat_map(|(_, values)| values) {
            self.take(&key, value.as_deref());
        }
        self.lay_out(None);
    }

    /// A form that takes several back to what they were before these steps, each the snapshot before and
    /// the one that it left. Steps of one subject follow one another.
    #[must_use]
    pub fn to_undo_several(subject: Subject, steps: &[(Snapshot, Snapshot)], now: Timestamp) -> Self {
        let mut all = steps.iter().map(|(_, left)| left.clone());
        let left = Snapshot::of_parts(&subject, all.clone()).or_else(|| all.next_back());
        let mut form = Self::open(subject, left.as_ref(), now);
        form.base = left.map_or(Remote::Idle, Remote::Ready);
        form.untouched_undo = true;
        let mut wanted: BTreeMap<Subject, BTreeMap<_, _>> = BTreeMap::new();
        for (before, left) in steps {
            let values = wanted.entry(before.subject()).or_default();
            for difference in before.differences(left) {
                // The first step knows what it was before all of them.
                values.entry(difference.key).or_insert(difference.before);
            }
        }
        form.preset(wanted.into_iter());
        form
    }

    fn can_clear(&self, key: &FieldKey) -> bool {
        self.subject.fields().field(key).is_some_and(|field| field.can_clear())
    }
}

/// What can't be undone.
fn lasting_words(fields: &[String]) -> String {
    format!("Stays set, since it can't be unset: {}.", fields.join(", "))
}
