//! What two hands changed in a form.

use crate::edit::{Field, FieldKey, Snapshot};

use super::clash::Mine;
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

    /// Decides a clash. Theirs puts their value in the form; what stood there comes back with Mine.
    pub fn choose(&mut self, key: &FieldKey, choice: Choice) {
        match choice {
            Choice::Theirs => self.choose_theirs(key),
            Choice::Mine => self.choose_mine(key),
        }
        if let Some(clash) = self.clashes.get_mut(key) {
            clash.choice = Some(choice);
        }
    }

    fn choose_theirs(&mut self, key: &FieldKey) {
        let is_entry = self.entries().is_some();
        let Some(clash) = self.clashes.get(key).filter(|clash| clash.choice != Some(Choice::Theirs)) else {
            return;
        };
        let (text, is_gone) = (clash.theirs.clone().unwrap_or_default(), clash.theirs.is_none());
        let Some(it) = self.field_mut(key) else { return };
        let mine = Mine { text: it.input.text().to_owned(), touched: it.touched, removed: it.removed };
        if mine.text != text {
            it.input.replace(&text);
            // Nobody has typed what stands in an entry that is to be taken away.
            if mine.touched {
                it.stashed.push(mine.text.clone());
            }
        }
        it.touched = false;
        // An entry that they took away is not there to be emptied.
        it.removed = is_entry && is_gone;
        if let Some(clash) = self.clashes.get_mut(key) {
            clash.mine = Some(mine);
        }
    }

    fn choose_mine(&mut self, key: &FieldKey) {
        let Some(mine) = self.clashes.get_mut(key).and_then(|clash| clash.mine.take()) else { return };
        let Some(it) = self.field_mut(key) else { return };
        if it.input.text() != mine.text {
            it.input.replace(&mine.text);
            // It is behind the field no more.
            if let Some(at) = it.stashed.iter().rposition(|words| mine.touched && *words == mine.text) {
                it.stashed.remove(at);
            }
        }
        (it.touched, it.removed) = (mine.touched, mine.removed);
    }

    /// What the person does in a field by hand counts as mine from then on, also where theirs was chosen.
    pub(super) fn note_by_hand(&mut self, key: &FieldKey) {
        let Some(clash) = self.clashes.get_mut(key) else { return };
        if clash.mine.take().is_some() {
            clash.choice = Some(Choice::Mine);
        }
    }

    /// What the person would send for a field, as against what the other hand wrote; nothing where it would
    /// be absent.
    #[must_use]
    pub fn mine(&self, key: &FieldKey) -> Option<&str> {
        let stood = self.clashes.get(key).and_then(|clash| clash.mine.as_ref());
        let is_removed = stood.map_or_else(|| self.is_removed(key), |mine| mine.removed);
        let text = stood.map_or_else(|| self.text(key), |mine| mine.text.as_str());
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
            let clash = Clash { base: first, theirs: owned(theirs.value(key)), choice: None, mine: None };
            self.clashes.insert(key.clone(), clash);
        }
    }

    /// Whether a field is emptied here, and absent there.
    fn is_cleared_alike(&self, key: &FieldKey, theirs: &Snapshot) -> bool {
        let is_value = self.spec(key).is_some_and(Field::is_empty_a_value);
        !is_value && self.text(key).is_empty() && theirs.value(key).is_none()
    }
}
