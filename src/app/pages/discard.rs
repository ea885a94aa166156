//! The question whether to throw a draft away.

use crate::edit::Subject;
use crate::keys::Scope;

use super::page::QUESTION_WIDTH;
use super::{Page, Position, Question};

pub(super) fn page(subject: &Subject) -> Page<'_> {
    Page {
        scopes: &[Scope::Question, Scope::Everywhere],
        width: QUESTION_WIDTH,
        height: 9,
        question: Some(Question::Discard),
        subject: Some(subject),
        ..Page::default()
    }
}

pub(super) fn position(_: &mut Subject) -> Position<'_> {
    Position::Fixed
}
