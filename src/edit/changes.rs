//! What is to happen to the fields of one subject.

use std::collections::BTreeMap;

use super::{Change, FieldKey};

/// What is to happen to each field of one subject; those that stay are not in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes(BTreeMap<FieldKey, Change<String>>);

impl<const COUNT: usize> From<[(FieldKey, Change<String>); COUNT]> for Changes {
    fn from(changes: [(FieldKey, Change<String>); COUNT]) -> Self {
        let mut all = Self::default();
        for (key, change) in changes {
            all.set(key, change);
        }
        all
    }
}

impl Changes {
    /// What is to happen to a field.
    #[must_use]
    pub fn of(&self, key: &FieldKey) -> &Change<String> {
        self.0.get(key).unwrap_or(&Change::Keep)
    }

    /// Sets what is to happen to a field.
    pub fn set(&mut self, key: FieldKey, change: Change<String>) {
        if change.is_keep() {
            self.0.remove(&key);
        } else {
            self.0.insert(key, change);
        }
    }

    /// Lets `later` happen too: where both change a field, it is what comes later.
    pub fn merge(&mut self, later: &Self) {
        self.0.extend(later.0.iter().map(|(key, change)| (key.clone(), change.clone())));
    }

    /// Whether nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, each with its field.
    pub fn all(&self) -> impl Iterator<Item = (&FieldKey, &Change<String>)> + '_ {
        self.0.iter()
    }

    /// What a field holds afterwards, if nobody else writes and it held `before`.
    #[must_use]
    pub fn expected<'a>(&'a self, key: &FieldKey, before: Option<&'a str>) -> Option<&'a str> {
        match self.of(key) {
            Change::Keep => before,
            Change::Set(value) => Some(value),
            Change::Clear => None,
        }
    }
}
