//! The functional core: the state of the program, and `update`, the one place where it changes.
//!
//! Nothing in here does I/O, reads a clock or holds a sender. What is to be done is returned as
//! [`Effects`]; what has happened comes in as a [`Msg`].

mod command;
mod edit;
mod effect;
mod filter;
mod images;
pub mod layout;
mod message;
mod msg;
mod notice;
mod place;
mod remote;
mod request;
mod ticket;
mod update;

use std::time::Duration;

use jiff::Timestamp;

use crate::domain::{Image, ImageName, Location, Mode};
use crate::keys::{Action, Scope};

pub use edit::{Difference, FieldState, Form, Input, Outcome, Stage as WriteStage, Write};
pub use effect::{Effect, Effects, Timer};
pub use filter::Filter;
pub use images::{Column, Images, Load, Row, Sort, Stage as LoadStage};
pub use layout::Size;
pub use message::Message;
pub use msg::Msg;
pub use notice::{Notice, Notices, Tone};
pub use place::{Place, PlaceId};
pub use remote::Remote;
pub use request::{Answer, PageToken, Reply, Request};
pub use ticket::{Errand, Ticket, Tickets};
pub use update::update;

/// Which half of the browser has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The list of images.
    List,
    /// The detail of one.
    Detail,
}

/// What lies over the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// The form of an image.
    Form(ImageName),
    /// The review of what the form stands for.
    Review(Review),
    /// The page of all keys, scrolled by so many rows.
    Help(usize),
    /// Whether to quit all the same.
    AskQuit,
}

/// The review on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Whose.
    pub image: ImageName,
    /// Whether it has been painted: what has not been seen can't be sent.
    pub seen: bool,
    /// Why the last attempt to send it came to nothing.
    pub refusal: Option<Refusal>,
    /// Scrolled by so many rows.
    pub scroll: usize,
}

/// Why a review that was to be sent was not, or was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The check or the service said no. Nothing was changed.
    Failure(crate::domain::Failure),
    /// Another hand has changed the image since the edit began; the review is against the new
    /// state now. Nothing was sent.
    Conflict(Vec<Difference>),
    /// The image is being changed, the service would refuse. Nothing was sent.
    Changing(crate::domain::ImageStatus),
    /// An earlier write to the image is not settled yet. Nothing was sent.
    Busy,
}

/// How fast the program acts by itself. Tests shorten it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// How long the selection rests before its detail is read.
    pub rest: Duration,
    /// The wait before a write is read back the first time; later waits are multiples.
    pub read_back: Duration,
    /// How long a passing notice stays.
    pub notice: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            rest: Duration::from_millis(120),
            read_back: Duration::from_secs(1),
            notice: Duration::from_secs(6),
        }
    }
}

/// The whole state.
#[derive(Debug)]
pub struct App {
    /// The places that are known; the screen shows one of them.
    places: Vec<Place>,
    here: PlaceId,
    tickets: Tickets,
    /// How the program was asked to behave.
    pub mode: Mode,
    /// How fast it acts by itself.
    pub pace: Pace,
    /// The terminal's size.
    pub size: Size,
    /// The time as of this batch of messages.
    pub now: Timestamp,
    /// Which half has the keys.
    pub pane: Pane,
    /// What lies over it, the topmost last.
    pub overlays: Vec<Overlay>,
    /// The filter as it is typed, while it is.
    pub typing: Option<Input>,
    /// How far the detail is scrolled, in rows.
    pub detail_scroll: usize,
    /// Whether times are shown in UTC.
    pub utc: bool,
    /// Reports at the foot of the screen.
    pub notices: Notices,
    /// What the last frame showed.
    shown: layout::Shown,
    /// The image that is to be opened as soon as the program begins.
    wanted: Option<ImageName>,
}

impl App {
    /// A program that has just begun, at one place, of which only what was asked for is known.
    #[must_use]
    pub fn new(
        location: Location,
        mode: Mode,
        wanted: Option<ImageName>,
        size: Size,
        now: Timestamp,
    ) -> Self {
        Self {
            places: vec![Place::new(location)],
            here: PlaceId(0),
            tickets: Tickets::default(),
            mode,
            pace: Pace::default(),
            size,
            now,
            pane: Pane::List,
            overlays: Vec::new(),
            typing: None,
            detail_scroll: 0,
            utc: false,
            notices: Notices::default(),
            shown: layout::Shown::default(),
            wanted,
        }
    }

    /// The place on the screen.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.places[self.here.0]
    }

    /// The place on the screen, for tests to furnish.
    #[cfg(test)]
    pub(crate) fn place_for_tests(&mut self) -> &mut Place {
        self.place_mut()
    }

    fn place_mut(&mut self) -> &mut Place {
        &mut self.places[self.here.0]
    }

    /// The image that list and detail are about, as well as it is known: described, or else as
    /// the list has it, or else by name alone.
    #[must_use]
    pub fn current(&self) -> Option<Image> {
        let name = self.current_name()?;
        Some(self.place().known(&name).unwrap_or_else(|| Image::named(name)))
    }

    /// The name of that image.
    #[must_use]
    pub fn current_name(&self) -> Option<ImageName> {
        let images = &self.place().images;
        // An image that was asked for by name is shown even if the list does not have it.
        match (self.pane, images.anchor()) {
            (Pane::Detail, Some(anchor)) => Some(anchor.clone()),
            _ => images.selected().map(|image| image.name.clone()),
        }
    }

    /// Whether list and detail stand side by side.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.size.is_wide()
    }

    /// The scopes in force, innermost first, and whether text is typed.
    #[must_use]
    pub fn scopes(&self) -> (&'static [Scope], bool) {
        match self.overlays.last() {
            Some(Overlay::Form(_)) => (&[Scope::Form, Scope::Text, Scope::Everywhere], true),
            Some(Overlay::Review(_)) => (&[Scope::Review, Scope::Everywhere], false),
            Some(Overlay::Help(_)) => (&[Scope::Help, Scope::Everywhere], false),
            Some(Overlay::AskQuit) => (&[Scope::Question, Scope::Everywhere], false),
            None if self.typing.is_some() => (&[Scope::Filter, Scope::Text, Scope::Everywhere], true),
            None => match self.pane {
                Pane::List => (&[Scope::List, Scope::Image, Scope::Everywhere], false),
                Pane::Detail => (&[Scope::Detail, Scope::Image, Scope::Everywhere], false),
            },
        }
    }

    /// Whether `action` makes sense now; what does not is neither offered nor done.
    #[must_use]
    pub fn can(&self, action: Action) -> bool {
        match action {
            Action::OpenDetail | Action::Edit => self.current_name().is_some(),
            Action::CopyArn => self.current().is_some_and(|image| image.arn.is_some()),
            Action::ClearFilter => !self.place().images.filter().is_open(),
            Action::Dismiss => self.notices.newest().is_some(),
            Action::SortNext | Action::SortReverse => !self.place().images.is_empty(),
            Action::Send | Action::CopyCommand => self.can_send(),
            Action::Help => !matches!(self.overlays.last(), Some(Overlay::Help(_))),
            _ => true,
        }
    }

    /// Whether the review on the screen stands for a request that has not gone out.
    fn can_send(&self) -> bool {
        let Some(Overlay::Review(review)) = self.overlays.last() else { return false };
        let form = self.place().forms.get(&review.image);
        let changes = form.and_then(Form::update).is_some_and(|update| !update.is_empty());
        let is_out = |write: &Write| matches!(write.stage, WriteStage::Checking | WriteStage::Sending);
        changes && !self.place().writes.get(&review.image).is_some_and(is_out)
    }

    /// The form on the screen, if it or its review is.
    #[must_use]
    pub fn form(&self) -> Option<&Form> {
        self.overlays.iter().rev().find_map(|overlay| match overlay {
            Overlay::Form(image) => self.place().forms.get(image),
            _ => None,
        })
    }
}
