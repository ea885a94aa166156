//! The question whether to throw a draft away.

use crate::domain::ImageName;
use crate::keys::Scope;

use super::{Page, Position, Question};

pub(super) fn page(image: &ImageName) -> Page<'_> {
    Page {
        scopes: &[Scope::Question, Scope::Everywhere],
        width: 60,
        height: 9,
        question: Some(Question::Discard),
        image: Some(image),
        ..Page::default()
    }
}

pub(super) fn position(_: &mut ImageName) -> Position<'_> {
    Position::Fixed
}
