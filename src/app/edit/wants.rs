//! What the person wants of the subject, as the form has it.

use crate::edit::{FieldKey, Plan, Wanted};

use super::form_field::FormField;
use super::{FieldState, Form};

impl Form {
    /// What the person wants, as far as it is known what the subject has.
    #[must_use]
    pub fn wanted(&self) -> Wanted {
        let is_wanted = |it: &&FormField| match self.state(&it.field.key) {
            FieldState::Set | FieldState::Clear => {
                !self.is_preset(&it.field.key) && it.field.key.as_added().is_none()
            }
            FieldState::Unchanged | FieldState::Unknown => false,
        };
        let typed = self.rows().filter(is_wanted);
        let typed = typed.map(|it| (it.field.key.clone(), it.input.text().to_owned()));
        let added = self.used_added().into_values().filter(|(name, _)| !name.is_empty());
        let added = added.map(|(name, value)| (FieldKey::entry(&name), value));
        let typed = typed.chain(added).collect();
        Wanted { typed, removed: self.removed(), presets: self.presets.clone(), moves: self.moves }
    }

    /// What would be sent; nothing while what it begins from is not known.
    #[must_use]
    pub fn plan(&self) -> Option<Plan> {
        Some(self.wanted().plan(self.base.value()?))
    }

    /// Whether something would be sent.
    #[must_use]
    pub fn changes_something(&self) -> bool {
        self.plan().is_some_and(|plan| !plan.is_empty())
    }

    /// Whether something typed would be lost with the form.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        if self.untouched_undo {
            return false;
        }
        let changed = |it: &FormField| !matches!(self.state(&it.field.key), FieldState::Unchanged);
        let is_changed = |it: &FormField| (it.touched || it.removed) && changed(it);
        self.wants_by_table() || self.rows().any(|it| !it.stashed.is_empty() || is_changed(it))
    }

    /// Whether a table was taken, and wants something that the images do not hold.
    pub(super) fn wants_by_table(&self) -> bool {
        self.for_table.is_taken && !self.presets.is_empty()
    }

    /// Whether what the edit began from does not tell of an entry that is to be changed: where the service
    /// lets nobody list them, it has to be asked for by its name.
    #[must_use]
    pub fn lacks_knowledge(&self) -> bool {
        let Some(base) = self.base.value() else { return false };
        let wanted = self.wanted();
        wanted.typed.keys().chain(&wanted.removed).any(|key| !base.knows(key))
    }
}
