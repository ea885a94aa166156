//! A field that two hands changed.

use std::collections::BTreeMap;

use crate::domain::{Field, Image};

use super::{FieldState, Form, Input};

/// A field that was typed in and that another hand has changed to something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What the field held when the edit began.
    pub base: Option<String>,
    /// What the other hand made of it.
    pub theirs: Option<String>,
    /// What the person wants; nothing goes out before that is said.
    pub choice: Option<Choice>,
}

/// Whose value is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// What is typed in the form.
    Mine,
    /// What the other hand wrote.
    Theirs,
}

impl Form {
    /// The fields that two hands changed.
    #[must_use]
    pub fn clashes(&self) -> &BTreeMap<Field, Clash> {
        &self.clashes
    }

    /// Whether a field waits for the person's word on whose value is wanted.
    #[must_use]
    pub fn is_undecided(&self) -> bool {
        let open = |(field, clash): (&Field, &Clash)| {
            clash.choice.is_none() && self.state(*field) != FieldState::Unchanged
        };
        self.clashes.iter().any(open)
    }

    /// Decides a clash. Theirs puts their value in the form; what was typed comes back with Mine.
    pub fn choose(&mut self, field: Field, choice: Choice) {
        let Some(clash) = self.clashes.get_mut(&field) else { return };
        let before = clash.choice.replace(choice);
        let theirs = clash.theirs.clone().unwrap_or_default();
        let it = self.field_mut(field);
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
            _ => {}
        }
    }

    /// What the person would send for `field`, as against what the other hand wrote.
    #[must_use]
    pub fn mine(&self, field: Field) -> &str {
        let chose_theirs = self.clashes.get(&field).is_some_and(|clash| clash.choice == Some(Choice::Theirs));
        match (self.field(field).stashed.last(), chose_theirs) {
            (Some(typed), true) => typed,
            _ => self.text(field),
        }
    }

    /// Compares `theirs`, just read, with what the edit began from, field by field. What was not
    /// typed in follows them; what both changed is a clash.
    pub(super) fn meet(&mut self, base: &Image, theirs: &Image) {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        for field in Field::ALL {
            if field.of(base) == field.of(theirs) {
                continue;
            }
            let it = self.field(field);
            let agrees = it.input.text() == field.of(theirs).unwrap_or_default();
            let untyped = !it.touched || self.state(field) == FieldState::Unchanged;
            if agrees || untyped {
                self.clashes.remove(&field);
                if untyped {
                    let text = field.of(theirs).unwrap_or_default().to_owned();
                    let it = self.field_mut(field);
                    it.input = Input::new(&text);
                    it.touched = false;
                }
                continue;
            }
            let first =
                self.clashes.get(&field).map_or_else(|| owned(field.of(base)), |clash| clash.base.clone());
            let clash = Clash { base: first, theirs: owned(field.of(theirs)), choice: None };
            self.clashes.insert(field, clash);
        }
    }
}
