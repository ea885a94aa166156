//! What two hands changed in a form.

use crate::edit::{Field, FieldKey, Snapshot};

use super::{Choice, Clash, FieldState, Form, Input};

impl Form {
    /// The fields that two hands changed, in the order of the form.
    pub fn clashes(&self) -> impl Iterator<Item = (&Field, &Clash)> + '_ {
        self.fields().filter_map(|field| Some((field, self.clash(&field.key)?)))
    }

    /// How two hands changed a field, if they did.
    #[must_use]
    pub fn clash(&self, key: &FieldKey) -> Option<&Clash> {
        self.clashes.get(key)
    }

    /// Whether a field waits for the person's word on whose value is wanted.
    #[must_use]
    pub fn is_undecided(&self) -> bool {
        let open = |(key, clash): (&FieldKey, &Clash)| {
            clash.choice.is_none() && self.state(key) != FieldState::Unchanged
        };
        self.clashes.iter().any(open)
    }

    /// Decides a clash. Theirs puts their value in the form; what was typed comes back with Mine.
    pub fn choose(&mut self, key: &FieldKey, choice: Choice) {
        let Some(clash) = self.clashes.get_mut(key) else { return };
        let before = clash.choice.replace(choice);
        let theirs = clash.theirs.clone().unwrap_or_default();
        let Some(it) = self.field_mut(key) else { return };
        match choice {
            Choice::Theirs if it.input.text() != theirs => {
                it.stashed.push(it.input.text().to_owned());
                it.input.replace(&theirs);
            }
            Choice::Mine if before == Some(Choice::Theirs) => {
                if let Some(typed) = it.stashed.pop() {
                    it.input.replace(&typed);
                    it.touched = true;
                }
            }
            Choice::Mine | Choice::Theirs => {}
        }
    }

    /// What the person would send for a field, as against what the other hand wrote.
    #[must_use]
    pub fn mine(&self, key: &FieldKey) -> &str {
        let chose_theirs = self.clashes.get(key).is_some_and(|clash| clash.choice == Some(Choice::Theirs));
        match (self.field(key).and_then(|it| it.stashed.last()), chose_theirs) {
            (Some(typed), true) => typed,
            _ => self.text(key),
        }
    }

    /// Compares `theirs`, just read, with what the edit began from, field by field. What was not
    /// typed in follows them; what both changed is a clash. Of several it is not: what is typed there
    /// is for all of them, whatever they hold, and the review shows what that is.
    pub(super) fn meet(&mut self, base: &Snapshot, theirs: &Snapshot) {
        if self.subject.is_several() {
            return;
        }
        let owned = |text: Option<&str>| text.map(str::to_owned);
        for key in &self.keys() {
            let is_known = base.knows(key) && theirs.knows(key);
            if key.as_added().is_some() || !is_known || base.value(key) == theirs.value(key) {
                continue;
            }
            let now = theirs.value(key).unwrap_or_default();
            let is_touched = self.field(key).is_some_and(|it| it.touched);
            let untyped = !is_touched || self.state(key) == FieldState::Unchanged;
            if untyped || self.text(key) == now {
                self.clashes.remove(key);
                if untyped && let Some(it) = self.field_mut(key) {
                    it.input = Input::new(now);
                    it.touched = false;
                }
                continue;
            }
            let first = self.clashes.get(key).map_or_else(|| owned(base.value(key)), |it| it.base.clone());
            let clash = Clash { base: first, theirs: owned(theirs.value(key)), choice: None };
            self.clashes.insert(key.clone(), clash);
        }
    }
}
