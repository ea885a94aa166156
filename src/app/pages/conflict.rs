//! Two hands on one image.

use crate::domain::{Field, ImageName};
use crate::keys::Scope;

use super::{Page, Position};

/// The page on which clashes are decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Whose.
    pub image: ImageName,
    /// The clash that has the keys.
    pub focus: Field,
}

pub(super) fn page(conflict: &Conflict) -> Page<'_> {
    Page {
        scopes: &[Scope::Conflict, Scope::Everywhere],
        width: 110,
        stays: true,
        image: Some(&conflict.image),
        ..Page::default()
    }
}

pub(super) fn position(_: &mut Conflict) -> Position<'_> {
    Position::Fixed
}
