//! What the program asks of the service, in words of the tests.

use serde_json::Value;

use crate::app::{PlaceId, Request, Ticket};
use crate::domain::{AwsSetup, Code, FailureClass, Image};
use crate::service::{Local, Read};

use super::reply::{self, Said};
use super::{Play, failure};

/// One thing asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    Location,
    Setup,
    LogIn(Code),
    Account,
    Page,
    /// What was changed lately.
    Changed,
    /// The image of that name.
    Image(String),
    /// A page of the versions of the image of that name.
    Versions(String),
    /// That version of it.
    Version(String, u32),
    /// Its aliases.
    Aliases(String),
    /// Its tags.
    Tags(String),
    /// Something of Studio.
    Studio(Read),
    /// The answer about that, as it came.
    Raw(String),
    /// The body of what changes something.
    Write(Value),
}

impl From<&Request> for Asked {
    fn from(request: &Request) -> Self {
        match request {
            Request::Local(Local::Locate) => Self::Location,
            Request::Local(Local::Survey) => Self::Setup,
            Request::LogIn(code) => Self::LogIn(code.clone()),
            Request::Read(Read::WhoAmI) => Self::Account,
            Request::Read(Read::List { .. }) => Self::Page,
            Request::Read(Read::Changed { .. }) => Self::Changed,
            Request::Read(Read::Describe(image)) => Self::Image(image.to_string()),
            Request::Read(Read::Versions { image, .. }) => Self::Versions(image.to_string()),
            Request::Read(Read::Version(image, number)) => Self::Version(image.to_string(), *number),
            Request::Read(Read::Aliases { image, .. }) => Self::Aliases(image.to_string()),
            Request::Read(Read::Tags { image, .. }) => Self::Tags(image.to_string()),
            Request::Read(
                read @ (Read::Domains { .. }
                | Read::Domain(_)
                | Read::UserProfiles { .. }
                | Read::UserProfile(_)
                | Read::Spaces { .. }
                | Read::Space(_)
                | Read::Apps { .. }
                | Read::App(_)),
            ) => Self::Studio(read.clone()),
            Request::Read(Read::Raw(of)) => Self::Raw(of.name()),
            Request::Write(call) => Self::Write(call.to_json()),
        }
    }
}

/// Any request.
pub fn any(_: &Asked) -> bool {
    true
}

/// Where are we?
pub fn location(asked: &Asked) -> bool {
    *asked == Asked::Location
}

/// What do environment and files hold?
pub fn setup(asked: &Asked) -> bool {
    *asked == Asked::Setup
}

/// Are there keys with this code?
pub fn log_in(asked: &Asked) -> bool {
    matches!(asked, Asked::LogIn(_))
}

/// Whose keys are these?
pub fn account(asked: &Asked) -> bool {
    *asked == Asked::Account
}

/// A page of the list.
pub fn list(asked: &Asked) -> bool {
    *asked == Asked::Page
}

/// A page of what was changed.
pub fn changed(asked: &Asked) -> bool {
    *asked == Asked::Changed
}

/// An image.
pub fn read(asked: &Asked) -> bool {
    matches!(asked, Asked::Image(_))
}

/// A page of versions.
pub fn versions(asked: &Asked) -> bool {
    matches!(asked, Asked::Versions(_))
}

/// A version.
pub fn version(asked: &Asked) -> bool {
    matches!(asked, Asked::Version(..))
}

/// Aliases.
pub fn aliases(asked: &Asked) -> bool {
    matches!(asked, Asked::Aliases(_))
}

/// Tags.
pub fn tags(asked: &Asked) -> bool {
    matches!(asked, Asked::Tags(_))
}

/// Do this.
pub fn write(asked: &Asked) -> bool {
    matches!(asked, Asked::Write(_))
}

impl Play {
    /// Environment and files have been looked at.
    pub fn survey(&mut self, found: AwsSetup) {
        self.answer(setup, reply::setup(found));
    }

    pub fn locate(&mut self) {
        self.answer(location, reply::location("research", "us-east-1"));
        self.answer(account, reply::account("123456789012"));
    }

    pub fn page(&mut self, names: &[&str], next: Option<&str>) {
        let images = names.iter().map(|name| Image { role: None, ..super::image(name) }).collect();
        self.answer(list, reply::page(images, next));
    }

    pub fn describe(&mut self, image: Image) {
        let wanted = Asked::Image(image.name.to_string());
        self.answer(|asked| *asked == wanted, reply::image(image));
    }

    pub fn describe_fails(&mut self, class: FailureClass) {
        self.answer(read, Err(failure(class)));
    }

    /// Answers the write that is out.
    pub fn answer_write(&mut self, reply: impl Into<Said>) {
        self.answer(write, reply);
    }

    /// Every read that is out is answered with this image, the newest first.
    pub fn answer_reads(&mut self, image: &Image) {
        while self.asked(read) > 0 {
            self.answer(read, reply::image(image.clone()));
        }
    }

    /// Answers the newest call that `is_it` picks.
    pub fn answer(&mut self, is_it: impl Fn(&Asked) -> bool, reply: impl Into<Said>) {
        let at = self.calls.iter().rposition(|(_, request)| is_it(&request.into()));
        self.answer_call(at, reply.into());
    }

    /// Answers the oldest one.
    pub fn answer_oldest(&mut self, is_it: impl Fn(&Asked) -> bool, reply: impl Into<Said>) {
        let at = self.calls.iter().position(|(_, request)| is_it(&request.into()));
        self.answer_call(at, reply.into());
    }

    /// Answers the oldest one at a place.
    pub fn answer_at(&mut self, place: usize, is_it: impl Fn(&Asked) -> bool, reply: impl Into<Said>) {
        let is_there = |ticket| self.places[ticket] == PlaceId(place);
        let at = self.calls.iter().position(|(ticket, request)| is_there(ticket) && is_it(&request.into()));
        self.answer_call(at, reply.into());
    }

    fn answer_call(&mut self, at: Option<usize>, reply: Said) {
        let at = at.unwrap_or_else(|| panic!("no such call is out: {:?}", self.calls));
        let (ticket, _) = self.calls.remove(at);
        self.reply(ticket, reply);
    }

    /// How many calls that `is_it` picks are out.
    pub fn asked(&self, is_it: impl Fn(&Asked) -> bool) -> usize {
        self.calls.iter().filter(|(_, request)| is_it(&request.into())).count()
    }

    /// The images that are being read, the oldest question first.
    pub fn asked_images(&self) -> Vec<String> {
        let names = self.calls.iter().filter_map(|(_, request)| match request.into() {
            Asked::Image(name) => Some(name),
            _ => None,
        });
        names.collect()
    }

    /// The calls that are out, the oldest first.
    pub fn out(&self) -> Vec<(Ticket, Asked)> {
        self.calls.iter().map(|(ticket, request)| (*ticket, request.into())).collect()
    }

    /// Takes the call at `which`, round and round, out of those that are out, to be answered.
    pub fn take_call(&mut self, which: usize) -> Option<(Ticket, Asked)> {
        let at = which.checked_rem(self.calls.len())?;
        let (ticket, request) = self.calls.remove(at);
        Some((ticket, (&request).into()))
    }

    /// Takes the newest one.
    pub fn take_newest_call(&mut self) -> Option<(Ticket, Asked)> {
        self.take_call(self.calls.len().checked_sub(1)?)
    }

    /// The place that the write which is out goes to.
    pub fn write_goes_to(&self) -> PlaceId {
        let (ticket, _) = self.out().into_iter().find(|(_, asked)| write(asked)).expect("no write is out");
        self.places[&ticket]
    }

    /// Where the calls that are out go.
    pub fn targets(&self) -> Vec<PlaceId> {
        self.calls.iter().map(|(ticket, _)| self.places[ticket]).collect()
    }
}
