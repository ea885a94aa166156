//! What lies over the browser, one at a time.

use jiff::Timestamp;

use crate::domain::{Failure, Field, ImageName, ImageStatus, Text};

use super::{Difference, LogInPage, Picker, Proposal, Seen, Viewing};

/// What lies over the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// The form of an image.
    Form(ImageName),
    /// The review of what the form stands for.
    Review(Box<Review>),
    /// The page of all keys, scrolled by so many rows.
    Help(usize),
    /// The clashes of a form, each to be decided.
    Conflict(Conflict),
    /// The journal.
    History {
        /// Of this image, or of all.
        image: Option<ImageName>,
        /// The entry under the cursor, the newest being 0.
        at: usize,
    },
    /// The drafts; the one under the cursor.
    Drafts(usize),
    /// The list from which a profile or a region is picked.
    Picker(Box<Picker>),
    /// A log-in.
    LogIn(Box<LogInPage>),
    /// The session's errors, scrolled by so many rows.
    Errors(usize),
    /// Whether to throw the draft of an image away.
    AskDiscard(ImageName),
    /// Whether to send what can't be noted.
    AskUnnoted(AskUnnoted),
    /// Whether to quit all the same.
    AskQuit,
}

impl Overlay {
    /// The image whose edit it is about, if it is about one.
    #[must_use]
    pub fn image(&self) -> Option<&ImageName> {
        match self {
            Self::Form(image) | Self::AskDiscard(image) => Some(image),
            Self::Review(review) => Some(&review.image),
            Self::AskUnnoted(question) => Some(&question.image),
            Self::Conflict(conflict) => Some(&conflict.image),
            _ => None,
        }
    }

    /// Whether it wants a yes or a no.
    #[must_use]
    pub fn is_question(&self) -> bool {
        matches!(self, Self::AskDiscard(_) | Self::AskUnnoted(_) | Self::AskQuit)
    }
}

/// The page on which clashes are decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Whose.
    pub image: ImageName,
    /// The clash that has the keys.
    pub focus: Field,
}

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

/// The question whether to send what can't be noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskUnnoted {
    /// Whose change.
    pub image: ImageName,
    /// When it was asked, or had to be seen anew.
    pub viewing: Viewing,
    /// Whether it has been painted: what has not been seen is not answered.
    pub is_seen: bool,
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
