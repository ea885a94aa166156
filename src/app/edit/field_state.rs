//! What each field of a form stands for, and what is wrong with it.

use crate::edit::{Clearing, Field, FieldKey, Half, Problem, Variety};

use super::Form;

/// What a field of the form stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldState {
    /// As the subject has it.
    Unchanged,
    /// Gets a new value.
    Set,
    /// Held a value and is emptied.
    Clear,
    /// What the subject has is not known yet.
    Unknown,
}

impl Form {
    /// What a field held when the edit began; nothing where it was absent, or differs between several.
    #[must_use]
    pub fn base_text(&self, key: &FieldKey) -> Option<&str> {
        self.base.value().and_then(|base| base.value(key))
    }

    /// How many different values a field had when the edit began.
    #[must_use]
    pub fn variety(&self, key: &FieldKey) -> Variety {
        self.base.value().map_or(Variety::Same, |base| base.variety(key))
    }

    /// Whether a field was not typed in, and each of several is to hold a value of its own.
    #[must_use]
    pub fn is_preset(&self, key: &FieldKey) -> bool {
        let is_touched = self.field(key).is_some_and(|field| field.touched);
        !is_touched && self.presets.values().any(|preset| preset.contains_key(key))
    }

    /// What a field stands for now.
    #[must_use]
    pub fn state(&self, key: &FieldKey) -> FieldState {
        let Some(base) = self.base.value() else { return FieldState::Unknown };
        if let Some((row, _)) = key.as_added() {
            return self.state_of_added(row);
        }
        let is_different = base.variety(key) != Variety::Same;
        if self.is_removed(key) {
            let has_it = is_different || base.value(key).is_some();
            return if has_it { FieldState::Clear } else { FieldState::Unchanged };
        }
        if self.is_preset(key) {
            return FieldState::Set;
        }
        let (text, is_touched) = (self.text(key), self.field(key).is_some_and(|it| it.touched));
        let is_apart = self.spec(key).is_some_and(|field| field.clearing == Clearing::Apart);
        match base.value(key) {
            Some(before) if before == text => FieldState::Unchanged,
            // Emptied by hand, it is to be empty in all of them.
            None if text.is_empty() && !(is_touched && (is_different || is_apart)) => FieldState::Unchanged,
            _ if text.is_empty() && !is_apart => FieldState::Clear,
            _ => FieldState::Set,
        }
    }

    /// Why what is typed in a field can't be sent, or nothing.
    #[must_use]
    pub fn problem(&self, key: &FieldKey) -> Option<Problem> {
        let it = self.field(key)?;
        match (self.state(key), it.field.clearing) {
            (FieldState::Clear, Clearing::Never(why)) => Some(Problem(why.into())),
            (FieldState::Unchanged | FieldState::Clear, _) => None,
            (FieldState::Set | FieldState::Unknown, _) => {
                let refused = it.refusal.as_ref();
                let refused = refused.map(|said| Problem(format!("the service refused this: {said}")));
                let text = it.input.text();
                let added = key.as_added();
                let in_row = || added.and_then(|(row, half)| self.problem_of_added(row, half));
                let is_value = added.is_none_or(|(_, half)| half == Half::Value);
                let of_base = || self.base.value().filter(|_| is_value).and_then(|base| base.problem(text));
                it.field.problem(text).or_else(in_row).or_else(of_base).or(refused)
            }
        }
    }

    /// The first field that can't be sent.
    #[must_use]
    pub fn first_problem(&self) -> Option<(&Field, Problem)> {
        self.rows().find_map(|it| Some((&it.field, self.problem(&it.field.key)?)))
    }
}
