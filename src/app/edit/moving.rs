//! From one field of a form to another.

use crate::edit::{FieldKey, Half};

use super::Form;

impl Form {
    /// Moves the focus by one field, round and round.
    pub fn move_focus(&mut self, forward: bool) {
        self.leave_field();
        let count = self.rows().count().max(1);
        let at = self.rows().position(|it| it.field.key == self.focus).unwrap_or_default();
        let step = if forward { 1 } else { count - 1 };
        let to = self.keys().into_iter().nth((at + step) % count);
        if let Some(to) = to {
            self.focus = to;
        }
    }

    /// The field below the one that has the focus, or above; among the rows that are being added, in the same
    /// column. Nothing below the last and above the first.
    #[must_use]
    pub fn field_beside(&self, down: bool) -> Option<FieldKey> {
        let (keys, half) = (self.keys(), self.focus.as_added().map_or(Half::Name, |(_, half)| half));
        let at = keys.iter().position(|key| *key == self.focus)?;
        let row = self.focus.as_added().map(|(row, _)| row);
        let is_other_row = |key: &&FieldKey| match key.as_added() {
            Some((other, its)) => Some(other) != row && its == half,
            None => true,
        };
        if down {
            keys[at + 1..].iter().find(is_other_row).cloned()
        } else {
            keys[..at].iter().rfind(is_other_row).cloned()
        }
    }

    /// Moves the focus to a field that stands below, or above. Where its text has several rows, `to_width` cells
    /// wide, the caret goes to the nearest of them, in the column that it has in rows of `from_width`.
    pub fn enter_field(&mut self, to: &FieldKey, down: bool, (from_width, to_width): (usize, usize)) {
        let column = self.input(&self.focus).map_or(0, |input| input.column(from_width));
        self.leave_field();
        self.focus = to.clone();
        if let Some(field) = self.field_mut(to) {
            field.input.enter(down, column, to_width);
        }
    }

    /// Moves the focus to a field, if the form has it.
    pub fn go_to_field(&mut self, key: &FieldKey) {
        if self.spec(key).is_some() && self.focus != *key {
            self.leave_field();
            self.focus = key.clone();
        }
    }

    /// What is typed in the field that has the focus is judged to its end from now on: the person has left it, or
    /// wants it sent.
    pub fn leave_field(&mut self) {
        self.typed_in = None;
        let focus = self.focus.clone();
        if let Some(field) = self.field_mut(&focus) {
            field.input.unselect();
        }
    }
}
