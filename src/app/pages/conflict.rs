//! Two hands on one subject.

use crate::edit::{FieldKey, Subject};
use crate::keys::Scope;

use super::{Page, Position};

/// The page on which clashes are decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Whose.
    pub subject: Subject,
    /// The clash that has the keys.
    pub focus: FieldKey,
}

pub(super) fn page(conflict: &Conflict) -> Page<'_> {
    Page {
        scopes: &[Scope::Conflict, Scope::Everywhere],
        stays: true,
        subject: Some(&conflict.subject),
        ..Page::default()
    }
}

pub(super) fn position(_: &mut Conflict) -> Position<'_> {
    Position::Fixed
}
