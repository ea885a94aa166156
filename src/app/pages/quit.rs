//! The question whether to quit all the same.

use crate::keys::Scope;

use super::page::QUESTION_WIDTH;
use super::{Page, Position, Question};

pub(super) fn page() -> Page<'static> {
    Page {
        scopes: &[Scope::Question, Scope::Everywhere],
        width: QUESTION_WIDTH,
        height: 9,
        height_with_places: Some(12),
        question: Some(Question::Quit),
        ..Page::default()
    }
}

pub(super) fn position() -> Position<'static> {
    Position::Fixed
}
