//! The review: what would be sent.

use jiff::Timestamp;

use crate::app::{Proposal, Seen, Viewing};
use crate::edit::Subject;
use crate::flow;
use crate::keys::Scope;

use super::{Closing, Moves, Page, Position};

/// The review on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Whose.
    pub subject: Subject,
    /// When it was opened, resized or changed last.
    pub viewing: Viewing,
    /// What of it has been painted: what has not been seen whole can't be sent.
    pub seen: Seen,
    /// Whether the person wants it sent even if it can't be noted.
    pub unnoted: bool,
    /// Whether it is being sent: the write that is out is its own, and no earlier one.
    pub sends: bool,
    /// When it was on the screen again, after the person had been elsewhere, or came to say something else.
    pub back_at: Option<Timestamp>,
    /// Why the last attempt to send it came to nothing.
    pub stop: Option<flow::Stop>,
    /// At which of several.
    pub stopped_at: Option<Subject>,
    /// Scrolled by so many rows.
    pub scroll: usize,
    /// While it waits to be sent by itself.
    pub armed: Option<Box<ArmedReview>>,
}

impl Review {
    /// A review that was just opened.
    #[must_use]
    pub fn open(subject: Subject, viewing: Viewing) -> Self {
        Self {
            subject,
            viewing,
            seen: Seen::default(),
            unnoted: false,
            sends: false,
            back_at: None,
            stop: None,
            stopped_at: None,
            scroll: 0,
            armed: None,
        }
    }
}

/// A review that is sent as soon as nothing is in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArmedReview {
    /// What the person saw whole when it was armed. Only this is sent.
    pub consent: Proposal,
    /// When it is looked at next, and how often it was.
    pub wait: flow::Armed,
}

pub(super) fn page(review: &Review) -> Page<'_> {
    Page {
        scopes: &[Scope::Review, Scope::Everywhere],
        moves: Moves::Reading { seen: &review.seen, viewing: review.viewing },
        closing: Closing::CallOff,
        stays: true,
        subject: Some(&review.subject),
        ..Page::default()
    }
}

pub(super) fn position(review: &mut Review) -> Position<'_> {
    Position::At(&mut review.scroll)
}
