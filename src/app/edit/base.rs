//! What an edit begins from: known at first, then read, and read again.

use jiff::Timestamp;

use crate::app::Remote;
use crate::domain::{Failure, FailureClass};
use crate::edit::{FieldKey, Snapshot, Subject};

use super::{FieldState, Form, Input};

impl Form {
    /// A form filled with what is known of its subject, waiting for what it begins from.
    #[must_use]
    pub fn open(subject: Subject, known: Option<&Snapshot>, now: Timestamp) -> Self {
        let mut form = Self::begun(subject, now);
        form.lay_out(known);
        form.keep_focus();
        if let Some(known) = known {
            form.fill_untouched(known);
        }
        form
    }

    /// Takes what the service says the subject is. Fields that were typed in stay as they are; the
    /// others take on the new values. What changed since an earlier answer is remembered, and what
    /// was changed here too waits for the person's choice.
    pub fn resolve(&mut self, result: Result<Snapshot, Failure>) {
        let result = self.of_the_same(result);
        if let Ok(now) = &result {
            if let Some(before) = self.base.value().cloned() {
                let changed = before.differences(now);
                self.lay_out(Some(now));
                if !changed.is_empty() {
                    self.foreign = changed;
                    self.meet(&before, now);
                }
            } else {
                self.lay_out(Some(now));
                self.focus_first();
            }
            self.fill_untouched(now);
        }
        self.base.resolve(result);
        self.settle_table();
        for key in self.keys() {
            self.settle_touched(&key);
        }
        let base = self.base.value().cloned();
        self.lay_out(base.as_ref());
    }

    /// What is of an image of the same name in another account or region is not what is edited here.
    fn of_the_same(&self, result: Result<Snapshot, Failure>) -> Result<Snapshot, Failure> {
        let now = result?;
        let another = self.base.value().and_then(|base| now.another_than(base));
        match another {
            Some(arn) => {
                let said = format!("This edit started from another image with this name; this one is {arn}.");
                Err(Failure::new(FailureClass::Other, &said))
            }
            None => Ok(now),
        }
    }

    /// Begins the edit anew from `base`, without a word about what changed.
    pub fn rebase(&mut self, base: &Snapshot) {
        self.foreign.clear();
        self.clashes.clear();
        self.undoes = None;
        self.lasting = None;
        self.base = Remote::Idle;
        self.resolve(Ok(base.clone()));
    }

    fn fill_untouched(&mut self, now: &Snapshot) {
        for it in self.rows_mut() {
            let text = now.value(&it.field.key).unwrap_or_default();
            let is_added = it.field.key.as_added().is_some();
            if !it.touched && !is_added && it.input.text() != text {
                it.input = Input::new(text);
            }
        }
    }

    /// A field that was typed in and holds what the subject has needs no keeping.
    fn settle_touched(&mut self, key: &FieldKey) {
        if self.state(key) == FieldState::Unchanged {
            if let Some(field) = self.field_mut(key) {
                field.touched = false;
                field.removed = false;
            }
            self.clashes.remove(key);
        }
    }
}
