//! The form of an image; what is typed in it outlives the page.

use crate::domain::ImageName;
use crate::keys::Scope;

use super::{Closing, Page, Position, Typed};

pub(super) fn page(image: &ImageName) -> Page<'_> {
    Page {
        scopes: &[Scope::Form, Scope::Text, Scope::Everywhere],
        typed: Some(Typed::Field),
        width: 100,
        // Its three fields need no more, however high the screen is.
        height: 24,
        closing: Closing::KeepDraft,
        stays: true,
        image: Some(image),
        ..Page::default()
    }
}

pub(super) fn position(_: &mut ImageName) -> Position<'_> {
    Position::Fixed
}
