//! The question whether to go where an image is whose ARN was given.

use crate::domain::{Aim, ImageArn};
use crate::keys::Scope;

use super::page::QUESTION_WIDTH;
use super::{Page, Position, Question};

/// The question whether to go where an image is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskElsewhere {
    /// The image.
    pub arn: ImageArn,
    /// The place that it is at.
    pub aim: Aim,
}

pub(super) fn page(_: &AskElsewhere) -> Page<'_> {
    Page {
        scopes: &[Scope::Question, Scope::Everywhere],
        width: QUESTION_WIDTH,
        height: 9,
        question: Some(Question::GoThere),
        ..Page::default()
    }
}

pub(super) fn position(_: &mut AskElsewhere) -> Position<'_> {
    Position::Fixed
}
