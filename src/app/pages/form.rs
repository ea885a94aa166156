//! The form of a subject; what is typed in it outlives the page.

use crate::edit::Subject;
use crate::keys::Scope;

use super::{Closing, Page, Position, Typed};

pub(super) fn page(subject: &Subject) -> Page<'_> {
    Page {
        scopes: &[Scope::Form, Scope::Text, Scope::Everywhere],
        typed: Some(Typed::Field),
        is_beside_list: true,
        closing: Closing::KeepDraft,
        stays: true,
        subject: Some(subject),
        ..Page::default()
    }
}

pub(super) fn position(_: &mut Subject) -> Position<'_> {
    Position::Fixed
}
