//! Tickets: every request carries one, and a reply lands only where its ticket is still waited for.

use std::collections::BTreeMap;

use crate::domain::{EntryId, ImageName};

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
    /// To fill the list, page after page.
    Page,
    /// To fill in the detail of an image.
    Detail(ImageName),
    /// To learn what a form begins from.
    Base(ImageName),
    /// To see, just before a write, that the image still is what the form began from.
    Check(ImageName),
    /// To write the journal before the write goes out.
    Note(ImageName),
    /// To write in the journal what no write waits for: what became of one, or what could not be
    /// written before.
    Journal(EntryId),
    /// To see whether another hand has changed the image of an open form.
    Glance(ImageName),
    /// To see whether an image has settled that a write waits for.
    Settled(ImageName),
    /// To write.
    Send(ImageName),
    /// To see what became of a write.
    Watch(ImageName),
}

impl Purpose {
    /// Whether a reply to `self` makes one to `other` pointless: the newest read in a lane wins.
    /// A write shares its lane with nothing.
    fn replaces(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Send(_) | Self::Note(_), _) | (_, Self::Send(_) | Self::Note(_)) => false,
            (Self::Detail(_), Self::Detail(_)) => true,
            (Self::Check(a) | Self::Watch(a), Self::Check(b) | Self::Watch(b)) => a == b,
            _ => self == other,
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

    /// How many requests that `is_it` picks are under way.
    pub fn count(&self, is_it: impl Fn(PlaceId, &Purpose) -> bool) -> usize {
        self.waiting.values().filter(|(place, purpose)| is_it(*place, purpose)).count()
    }

    /// Stops waiting for the requests at `place` that `unwanted` picks; writes stay.
    pub fn retire(&mut self, place: PlaceId, unwanted: impl Fn(&Purpose) -> bool) -> Vec<Ticket> {
        let gone = |at: PlaceId, purpose: &Purpose| {
            let is_a_write = matches!(purpose, Purpose::Send(_) | Purpose::Note(_) | Purpose::Journal(_));
            at == place && !is_a_write && unwanted(purpose)
        };
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

    fn find(&self, place: PlaceId, is_it: impl Fn(&Purpose) -> bool) -> Option<Ticket> {
        self.waiting
            .iter()
            .find(|(_, (at, purpose))| *at == place && is_it(purpose))
            .map(|(ticket, _)| *ticket)
    }
}
