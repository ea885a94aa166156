//! What changed by itself a moment ago.

use std::collections::BTreeMap;

use crate::domain::ImageName;

/// How an image changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is otherwise than it was.
    Changed,
    /// It was not there before.
    New,
}

/// What changed by itself a moment ago, by what was read at once.
#[derive(Debug, Default)]
pub struct RecentChanges {
    images: BTreeMap<ImageName, (u64, ChangeKind)>,
    /// How many images went.
    gone: BTreeMap<u64, usize>,
    issued: u64,
}

impl RecentChanges {
    /// Adds what one reading brought, and gives the number that it is forgotten by.
    pub fn add(&mut self, images: impl IntoIterator<Item = (ImageName, ChangeKind)>, gone: usize) -> u64 {
        self.issued += 1;
        for (image, kind) in images {
            // What is new stays so, though it has changed since.
            let before = self.images.get(&image).map(|(_, kind)| *kind);
            self.images.insert(image, (self.issued, before.unwrap_or(kind)));
        }
        if gone > 0 {
            self.gone.insert(self.issued, gone);
        }
        self.issued
    }

    /// Forgets what one reading brought; tells whether that was marked still.
    pub fn forget(&mut self, number: u64) -> bool {
        let before = (self.images.len(), self.gone.len());
        self.images.retain(|_, (of, _)| *of != number);
        self.gone.remove(&number);
        before != (self.images.len(), self.gone.len())
    }

    /// How an image changed, if it did a moment ago.
    #[must_use]
    pub fn of(&self, image: &ImageName) -> Option<ChangeKind> {
        self.images.get(image).map(|(_, kind)| *kind)
    }

    /// Whether nothing did.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.images.is_empty() && self.gone.is_empty()
    }

    /// How many images changed, came and went.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let new = self.images.values().filter(|(_, kind)| *kind == ChangeKind::New).count();
        (self.images.len() - new, new, self.gone.values().sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reading_is_forgotten_by_itself() {
        let name = |name: &str| ImageName::received(name);
        let mut changes = RecentChanges::default();
        let first = changes.add([(name("a"), ChangeKind::Changed), (name("b"), ChangeKind::New)], 2);
        let second = changes.add([(name("b"), ChangeKind::Changed)], 0);
        assert_eq!(changes.counts(), (1, 1, 2));
        assert_eq!(changes.of(&name("b")), Some(ChangeKind::New));
        assert!(changes.forget(first));
        assert_eq!((changes.of(&name("a")), changes.counts()), (None, (0, 1, 0)));
        assert!(!changes.forget(first));
        assert!(changes.forget(second));
        assert!(changes.is_empty());
    }
}
