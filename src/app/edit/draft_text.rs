//! What was typed, and is nowhere else.

use std::collections::{BTreeMap, BTreeSet};

use crate::edit::{FieldKey, Subject};

/// The words in a form that are nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftText {
    /// In the fields.
    pub typed: BTreeMap<FieldKey, String>,
    /// The entries that are to be taken away.
    pub removed: BTreeSet<FieldKey>,
    /// Behind them.
    pub stashed: BTreeMap<FieldKey, Vec<String>>,
    /// By a table, for each of several.
    pub presets: BTreeMap<Subject, BTreeMap<FieldKey, Option<String>>>,
}

impl DraftText {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty() && self.removed.is_empty() && self.stashed.is_empty() && self.presets.is_empty()
    }

    /// Each of them with its field.
    pub fn all(&self) -> impl Iterator<Item = (&FieldKey, &str)> {
        let typed = self.typed.iter().map(|(key, text)| (key, text.as_str()));
        let behind =
            self.stashed.iter().flat_map(|(key, words)| words.iter().map(move |it| (key, it.as_str())));
        typed.chain(behind)
    }
}
