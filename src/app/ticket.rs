//! Tickets: every request carries one, and a reply lands only where its ticket is still waited for.

use std::collections::BTreeMap;
use std::mem::discriminant;

use crate::domain::ImageName;
use crate::edit::{EntryId, Subject};
use crate::flow::FlowId;
use crate::scan::Question;
use crate::service::{ListEnd, RawOf};

use super::PlaceId;

/// The number of one request. Never used twice in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u64);

/// What a request was sent for, and so where its reply lands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// To learn what environment and files hold.
    Survey,
    /// To log in with a code.
    LogIn,
    /// To learn region and endpoint.
    Locate,
    /// To learn the account.
    Account,
    /// To fill the list, page after page from that end.
    Page(ListEnd),
    /// To see by itself what of the list has changed.
    Refresh(RefreshSpan),
    /// To list the versions of an image, page after page.
    Versions(ImageName),
    /// To show an answer as it came.
    Raw(RawOf),
    /// To learn where images are used.
    Scan(Question),
    /// To read a subject.
    Read(Subject, Reason),
    /// To write a step of a flow in the journal, or its plan, before anything goes out.
    Note(Subject, StepId),
    /// To send a step of a flow.
    Send(Subject, StepId),
    /// To write in the journal what no flow waits for: what became of a step, or what could not be
    /// written before.
    Journal(EntryId),
}

/// How much of the list is read again by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefreshSpan {
    /// What was changed lately.
    Changes,
    /// All of it, for what was deleted.
    Whole,
}

/// What a subject is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// To fill in the detail.
    Detail,
    /// To bring by itself what is on the screen up to date.
    Refresh,
    /// To learn what a form begins from.
    Base,
    /// To see whether another hand has changed the subject of an open form.
    Glance,
    /// To see whether a subject has settled that a write waits for.
    Armed,
    /// To see, just before a step is sent, that its subject still is what the edit began from.
    Check(StepId),
    /// To see what became of a step.
    ReadBack(StepId),
}

/// Which step of which flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StepId {
    /// The flow.
    pub flow: FlowId,
    /// The step, the first being 0.
    pub at: usize,
}

/// For whom something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// The person, who looks at a place: nobody waits for it once that is left.
    Screen,
    /// A flow, or what is about to be one: it goes on wherever the person is.
    Flow,
    /// The program as a whole.
    Program,
}

impl Purpose {
    /// Whether a reply to `self` makes one to `other` pointless: the newest read in a lane wins.
    /// What is written shares its lane with nothing.
    fn replaces(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Send(..) | Self::Note(..) | Self::Journal(_), _) => false,
            (Self::Versions(_), Self::Versions(_)) | (Self::Raw(_), Self::Raw(_)) => true,
            // Of each kind, only what was looked at last.
            (Self::Read(new, Reason::Detail), Self::Read(old, Reason::Detail)) => {
                discriminant(new) == discriminant(old)
            }
            (
                Self::Read(..)
                | Self::Versions(_)
                | Self::Raw(_)
                | Self::Survey
                | Self::LogIn
                | Self::Locate
                | Self::Account
                | Self::Scan(_)
                | Self::Page(_)
                | Self::Refresh(_),
                _,
            ) => self == other,
        }
    }

    /// Whether something is written by it: then it is never called back.
    #[must_use]
    pub fn writes(&self) -> bool {
        match self {
            Self::Send(..) | Self::Note(..) | Self::Journal(_) => true,
            Self::Survey
            | Self::LogIn
            | Self::Locate
            | Self::Account
            | Self::Page(_)
            | Self::Refresh(_)
            | Self::Versions(_)
            | Self::Raw(_)
            | Self::Scan(_)
            | Self::Read(..) => false,
        }
    }

    /// For whom it is.
    #[must_use]
    pub fn asker(&self) -> Asker {
        match self {
            Self::Survey | Self::Journal(_) => Asker::Program,
            Self::LogIn
            | Self::Locate
            | Self::Account
            | Self::Page(_)
            | Self::Refresh(_)
            | Self::Versions(_)
            | Self::Raw(_)
            | Self::Scan(_) => Asker::Screen,
            Self::Note(..) | Self::Send(..) => Asker::Flow,
            Self::Read(_, reason) => match reason {
                Reason::Detail | Reason::Refresh | Reason::Base | Reason::Glance => Asker::Screen,
                Reason::Armed | Reason::Check(_) | Reason::ReadBack(_) => Asker::Flow,
            },
        }
    }

    /// Whether it is about where and as whom the service is asked, not about what is there.
    #[must_use]
    pub fn is_about_keys(&self) -> bool {
        match self {
            Self::Survey | Self::LogIn | Self::Locate | Self::Account => true,
            Self::Page(_)
            | Self::Refresh(_)
            | Self::Versions(_)
            | Self::Raw(_)
            | Self::Scan(_)
            | Self::Read(..)
            | Self::Note(..)
            | Self::Send(..)
            | Self::Journal(_) => false,
        }
    }

    /// Whether nothing goes over the wire for it.
    #[must_use]
    pub fn is_local(&self) -> bool {
        match self {
            Self::Survey | Self::Locate | Self::Note(..) | Self::Journal(_) => true,
            Self::LogIn
            | Self::Account
            | Self::Page(_)
            | Self::Refresh(_)
            | Self::Versions(_)
            | Self::Raw(_)
            | Self::Scan(_)
            | Self::Read(..)
            | Self::Send(..) => false,
        }
    }
}

/// The requests that are under way.
#[derive(Debug, Default)]
pub struct Tickets {
    issued: u64,
    waiting: BTreeMap<Ticket, (PlaceId, Purpose)>,
}

impl Tickets {
    /// Issues a ticket; gives back too the request that the new one makes pointless.
    pub fn issue(&mut self, place: PlaceId, purpose: Purpose) -> (Ticket, Option<(Ticket, Purpose)>) {
        let replaced = self.find(place, |other| purpose.replaces(other));
        let replaced = replaced.and_then(|ticket| Some((ticket, self.waiting.remove(&ticket)?.1)));
        self.issued += 1;
        let ticket = Ticket(self.issued);
        self.waiting.insert(ticket, (place, purpose));
        (ticket, replaced)
    }

    /// Redeems a ticket: what it was for, or nothing if nobody waits for it any more.
    pub fn redeem(&mut self, ticket: Ticket) -> Option<(PlaceId, Purpose)> {
        self.waiting.remove(&ticket)
    }

    /// How many of the requests that `picks` takes are under way.
    pub fn count(&self, picks: impl Fn(PlaceId, &Purpose) -> bool) -> usize {
        self.waiting.values().filter(|(place, purpose)| picks(*place, purpose)).count()
    }

    /// Stops waiting for the requests at `place` that `unwanted` picks; what writes stays.
    pub fn retire(&mut self, place: PlaceId, unwanted: impl Fn(&Purpose) -> bool) -> Vec<Ticket> {
        let gone = |at: PlaceId, purpose: &Purpose| at == place && !purpose.writes() && unwanted(purpose);
        let tickets: Vec<_> = self
            .waiting
            .iter()
            .filter(|(_, (at, purpose))| gone(*at, purpose))
            .map(|(ticket, _)| *ticket)
            .collect();
        for ticket in &tickets {
            self.waiting.remove(ticket);
        }
        tickets
    }

    fn find(&self, place: PlaceId, picks: impl Fn(&Purpose) -> bool) -> Option<Ticket> {
        let picks = |at: &PlaceId, purpose: &Purpose| *at == place && picks(purpose);
        self.waiting.iter().find(|(_, (at, purpose))| picks(at, purpose)).map(|(ticket, _)| *ticket)
    }
}
