//! The question whether to send what can't be noted.

use crate::app::Viewing;
use crate::edit::Subject;
use crate::keys::Scope;

use super::page::QUESTION_WIDTH;
use super::{Page, Position, Question};

/// The question whether to send what can't be noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskUnnoted {
    /// Whose change.
    pub subject: Subject,
    /// When it was asked, or had to be seen anew.
    pub viewing: Viewing,
    /// Whether it has been painted: what has not been seen is not answered.
    pub is_seen: bool,
}

pub(super) fn page(question: &AskUnnoted) -> Page<'_> {
    Page {
        scopes: &[Scope::Question, Scope::Everywhere],
        width: QUESTION_WIDTH,
        height: 9,
        question: Some(Question::SendUnnoted),
        subject: Some(&question.subject),
        ..Page::default()
    }
}

pub(super) fn position(_: &mut AskUnnoted) -> Position<'_> {
    Position::Fixed
}
