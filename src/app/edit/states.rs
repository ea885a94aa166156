//! What each field of a form stands for.

use crate::edit::{Field, FieldKey, Half, Variety};

use super::{FieldState, Form};

impl Form {
    /// What a field held when the edit began; nothing where it was absent, or differs between several.
    #[must_use]
    pub fn base_text(&self, key: &FieldKey) -> Option<&str> {
        self.base.value().and_then(|base| base.value(key))
    }

    /// Whether a field had different values when the edit began.
    #[must_use]
    pub fn differed(&self, key: &FieldKey) -> bool {
        self.base.value().is_some_and(|base| base.differs(key))
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
        let is_different = base.differs(key);
        if self.is_removed(key) {
            let has_it = is_different || base.value(key).is_some();
            return if has_it { FieldState::Clear } else { FieldState::Unchanged };
        }
        if self.is_preset(key) {
            return FieldState::Set;
        }
        let (text, is_touched) = (self.text(key), self.field(key).is_some_and(|it| it.touched));
        let is_apart = self.spec(key).is_some_and(Field::is_empty_a_value);
        match base.value(key) {
            Some(before) if before == text => FieldState::Unchanged,
            // Emptied by hand, it is to be empty in all of them.
            None if text.is_empty() && !(is_touched && (is_different || is_apart)) => FieldState::Unchanged,
            _ if text.is_empty() && !is_apart => FieldState::Clear,
            _ => FieldState::Set,
        }
    }

    /// What an added row stands for.
    pub(super) fn state_of_added(&self, row: u32) -> FieldState {
        let is_empty = |half| self.text(&FieldKey::added(row, half)).is_empty();
        let is_blank = is_empty(Half::Name) && is_empty(Half::Value);
        if is_blank { FieldState::Unchanged } else { FieldState::Set }
    }
}
