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
        let is_entry = self.entries().is_some();
        let Some(clash) = self.clashes.get(key) else { return };
        let (before, theirs, was_removed) = (clash.choice, clash.theirs.clone(), clash.was_removed);
        let Some(it) = self.field_mut(key) else { return };
        let is_removed = it.removed;
        let text = theirs.clone().unwrap_or_default();
        match choice {
            Choice::Theirs => {
                if it.input.text() != text {
                    it.stashed.push(it.input.text().to_owned());
                    it.input.replace(&text);
                }
                // An entry that they took away is not there to be emptied.
                it.removed = is_entry && theirs.is_none();
            }
            Choice::Mine if before == Some(Choice::Theirs) => {
                if let Some(typed) = it.stashed.pop() {
                    it.input.replace(&typed);
                    it.touched = true;
                }
                it.removed = was_removed;
            }
            Choice::Mine => {}
        }
        if let Some(clash) = self.clashes.get_mut(key) {
            clash.choice = Some(choice);
            if choice == Choice::Theirs && before != Some(Choice::Theirs) {
                clash.was_removed = is_removed;
            }
        }
    }

    /// What the person would send for a field, as against what the other hand wrote; nothing where it would
    /// be absent.
    #[must_use]
    pub fn mine(&self, key: &FieldKey) -> Option<&str> {
        let theirs = self.clashes.get(key).filter(|clash| clash.choice == Some(Choice::Theirs));
        let is_removed = theirs.map_or_else(|| self.is_removed(key), |clash| clash.was_removed);
        let stashed = self.field(key).and_then(|it| it.stashed.last()).filter(|_| theirs.is_some());
        let text = stashed.map_or_else(|| self.text(key), String::as_str);
        let is_value = self.spec(key).is_some_and(Field::is_empty_a_value);
        (!is_removed && (is_value || !text.is_empty())).then_some(text)
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
            let is_in_use = self.field(key).is_some_and(|it| it.touched || it.removed);
            let untyped = !is_in_use || self.state(key) == FieldState::Unchanged;
            let is_same = if self.is_removed(key) {
                theirs.value(key).is_none()
            } else {
                theirs.value(key).is_some_and(|_| self.text(key) == now) || self.is_cleared_alike(key, theirs)
            };
            if untyped || is_same {
                self.clashes.remove(key);
                if untyped && let Some(it) = self.field_mut(key) {
                    it.input = Input::new(now);
                    it.touched = false;
                    it.removed = false;
                }
                continue;
            }
            let first = self.clashes.get(key).map_or_else(|| owned(base.value(key)), |it| it.base.clone());
            let clash =
                Clash { base: first, theirs: owned(theirs.value(key)), choice: None, was_removed: false };
            self.clashes.insert(key.clone(), clash);
        }
    }

    /// Whether a field is emptied here, and absent there.
    fn is_cleared_alike(&self, key: &FieldKey, theirs: &Snapshot) -> bool {
        let is_value = self.spec(key).is_some_and(Field::is_empty_a_value);
        !is_value && self.text(key).is_empty() && theirs.value(key).is_none()
    }
}
