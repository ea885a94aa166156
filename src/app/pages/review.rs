//! The review: what would be sent.

use jiff::Timestamp;

use crate::app::{Difference, Proposal, Seen, Viewing};
use crate::domain::{Failure, ImageName, ImageStatus, Text};
use crate::keys::Scope;

use super::{Closing, Moves, Page, Position};

/// The review on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Whose.
    pub image: ImageName,
    /// When it was opened, resized or changed last.
    pub viewing: Viewing,
    /// What of it has been painted: what has not been seen whole can't be sent.
    pub seen: Seen,
    /// Whether the person wants it sent even if it can't be noted.
    pub unnoted: bool,
    /// Whether it is being sent: the write that is out is its own, and no earlier one.
    pub sends: bool,
    /// When it was on the screen again, after the person had been elsewhere.
    pub back_at: Option<Timestamp>,
    /// Why the last attempt to send it came to nothing.
    pub refusal: Option<Refusal>,
    /// Scrolled by so many rows.
    pub scroll: usize,
    /// While it waits to be sent by itself.
    pub armed: Option<Box<Armed>>,
}

impl Review {
    /// A review that was just opened.
    #[must_use]
    pub fn open(image: ImageName, viewing: Viewing) -> Self {
        Self {
            image,
            viewing,
            seen: Seen::default(),
            unnoted: false,
            sends: false,
            back_at: None,
            refusal: None,
            scroll: 0,
            armed: None,
        }
    }
}

/// A review that is sent as soon as nothing is in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Armed {
    /// What the person saw whole when it was armed. Only this is sent.
    pub consent: Proposal,
    /// How often it was looked whether something still is.
    pub looks: u32,
    /// When it is looked at next.
    pub due: Timestamp,
}

/// Why a review that was to be sent was not, or was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The check or the service said no. Nothing was changed.
    Failure(Failure),
    /// Another hand has changed the image since the edit began; the review is against the new
    /// state now. Nothing was sent.
    Conflict(Vec<Difference>),
    /// The image is being changed, the service would refuse. Nothing was sent.
    Changing(ImageStatus),
    /// An earlier write to the image is not settled yet. Nothing was sent.
    Busy,
    /// What would be sent, or where to, is not what was painted any more. Nothing was sent.
    Moved,
    /// The journal can't be written, which a sentence says. Nothing was sent.
    NotNoted(String),
    /// The keys may have changed, and it is not known yet whose these are. Nothing was sent.
    Doubt,
    /// The image of this name, by its ARN, is in another account or region than the one that the edit
    /// began from. Nothing was sent.
    Another(Text),
}

pub(super) fn page(review: &Review) -> Page<'_> {
    Page {
        scopes: &[Scope::Review, Scope::Everywhere],
        width: 100,
        moves: Moves::Reading { seen: &review.seen, viewing: review.viewing },
        closing: Closing::CallOff,
        stays: true,
        image: Some(&review.image),
        ..Page::default()
    }
}

pub(super) fn position(review: &mut Review) -> Position<'_> {
    Position::At(&mut review.scroll)
}
