//! What is open, by name, and what of an edit is under way.

use crate::app::{Form, LogInStage, Offer, Overlay, Pick, Review};
use crate::domain::{Failure, ImageStatus, Text};
use crate::edit::Subject;
use crate::flow::{Stage, Stop};

use super::form::{Proposed, called};
use super::{Play, name};

/// Why a review that was to be sent was not, or was refused.
#[derive(Debug, Clone, PartialEq)]
pub enum Refused {
    Failure(Failure),
    AliasHeld(Failure),
    /// Another hand has changed these fields.
    Conflict(Vec<&'static str>),
    Changing(ImageStatus),
    Busy,
    Moved,
    NotNoted(String),
    Doubt,
    Another(Text),
}

impl From<&Stop> for Refused {
    fn from(stop: &Stop) -> Self {
        match stop {
            Stop::Failure(failure) => Self::Failure(failure.clone()),
            Stop::AliasHeld(failure) => Self::AliasHeld(failure.clone()),
            Stop::Conflict(found) => Self::Conflict(found.iter().map(|it| called(&it.key)).collect()),
            Stop::Changing(status) => Self::Changing(status.clone()),
            Stop::Busy => Self::Busy,
            Stop::Moved => Self::Moved,
            Stop::NotNoted(trouble) => Self::NotNoted(trouble.clone()),
            Stop::Doubt => Self::Doubt,
            Stop::Another(arn) => Self::Another(arn.clone()),
        }
    }
}

/// What a page is called in the tests.
fn page(overlay: &Overlay) -> &'static str {
    match overlay {
        Overlay::Form(_) => "form",
        Overlay::Review(_) => "review",
        Overlay::Help(_) => "help",
        Overlay::Conflict(_) => "conflict",
        Overlay::History(_) => "history",
        Overlay::Drafts(_) => "drafts",
        Overlay::Picker(_) => "picker",
        Overlay::CopyMenu(_) => "copy",
        Overlay::Themes(_) => "themes",
        Overlay::Palette(_) => "palette",
        Overlay::LogIn(_) => "log-in",
        Overlay::Errors(_) => "errors",
        Overlay::AskDiscard(_) => "discard?",
        Overlay::AskUnnoted(_) => "send unrecorded?",
        Overlay::AskElsewhere(_) => "go there?",
        Overlay::AskQuit => "quit?",
    }
}

impl Play {
    /// What has the keys: the topmost page, or the browser.
    pub fn top(&self) -> &'static str {
        self.app.place().overlays.last().map_or("browser", page)
    }

    /// The pages that lie over the browser, the topmost last.
    pub fn pages(&self) -> Vec<&'static str> {
        self.app.place().overlays.iter().map(page).collect()
    }

    /// How far the help page is scrolled, which has the keys.
    pub fn help_scroll(&self) -> usize {
        match self.app.place().overlays.last() {
            Some(Overlay::Help(page)) => page.scroll,
            _ => panic!("{} has the keys", self.top()),
        }
    }

    fn review(&self) -> Option<&Review> {
        self.app.place().overlays.iter().find_map(|overlay| match overlay {
            Overlay::Review(review) => Some(&**review),
            _ => None,
        })
    }

    /// Whether a review is open, be it below something else.
    pub fn has_review(&self) -> bool {
        self.review().is_some()
    }

    /// Whether what has the keys is a review, and why it was not sent.
    pub fn refusal(&self) -> Option<Refused> {
        match self.app.place().overlays.last() {
            Some(Overlay::Review(review)) => review.stop.as_ref().map(Refused::from),
            _ => None,
        }
    }

    /// Why the review was not sent that is open, be it below something else.
    pub fn refusal_below(&self) -> Option<Refused> {
        self.review()?.stop.as_ref().map(Refused::from)
    }

    /// Whether the edit of an image waits to be sent by itself.
    pub fn is_armed(&self, image: &str) -> bool {
        let is_its =
            |review: &Review| review.subject == Subject::Image(name(image)) && review.armed.is_some();
        self.app.place().overlays.iter().any(|it| matches!(it, Overlay::Review(review) if is_its(review)))
    }

    /// Whether that of the review does which is open, be it below something else.
    pub fn is_review_armed(&self) -> bool {
        self.review().is_some_and(|review| review.armed.is_some())
    }

    /// Whether any edit does at the place on the screen.
    pub fn is_any_armed(&self) -> bool {
        self.app.place().overlays.iter().any(|it| matches!(it, Overlay::Review(it) if it.armed.is_some()))
    }

    /// What the open review stands for.
    pub fn proposed(&self) -> Option<Proposed> {
        let form: &Form = self.app.place().forms.get(&self.review()?.subject)?;
        // A review of an image whose form changes nothing proposes nothing.
        form.plan()?.steps.first().map(Proposed::new)
    }

    /// The images with a write that is not settled, at the place on the screen.
    pub fn writes_out(&self) -> Vec<String> {
        self.app.place().writes().map(|write| write.step.subject().to_string()).collect()
    }

    /// What the write to an image is.
    pub fn write_to(&self, image: &str) -> Proposed {
        let write = self.app.place().write(&Subject::Image(name(image)));
        Proposed::new(&write.expect("no write is out").step)
    }

    /// How far the write to an image has come; nothing if there is none.
    pub fn write_stage(&self, image: &str) -> Option<&'static str> {
        let write = self.app.place().write(&Subject::Image(name(image)))?;
        Some(match write.stage {
            Stage::Checking => "checking",
            Stage::Noting => "noting",
            Stage::Sending => "sending",
            Stage::Settling => "settling",
            Stage::Unknown(_) => "unknown",
        })
    }

    /// How far the log-in has come that has the keys.
    pub fn log_in_stage(&self) -> Option<LogInStage> {
        match self.app.place().overlays.last() {
            Some(Overlay::LogIn(page)) => Some(page.stage.clone()),
            _ => None,
        }
    }

    /// How far a log-in has come that is open, be it below something else.
    pub fn log_in_stage_below(&self) -> Option<LogInStage> {
        self.app.place().overlays.iter().find_map(|overlay| match overlay {
            Overlay::LogIn(page) => Some(page.stage.clone()),
            _ => None,
        })
    }

    /// What is offered to be picked, and what of.
    pub fn offers(&self) -> (Pick, Vec<Offer>) {
        match self.app.place().overlays.last() {
            Some(Overlay::Picker(picker)) => (picker.pick, picker.offers(&self.app)),
            _ => panic!("{} has the keys", self.top()),
        }
    }

    /// Whether an UpdateImage that went out holds `text`.
    pub fn has_sent(&self, text: &str) -> bool {
        self.sent.iter().any(|body| body.to_string().contains(text))
    }
}
