//! A list that is read from both of its ends at once, until they meet. A page is asked for with what ended the
//! one before, so that from one end only one can be asked for at a time.

use jiff::Timestamp;

use crate::app::PageToken;
use crate::domain::{Failure, Image};
use crate::service::ListEnd;

use super::load::Page;
use super::{BothEnds, Images, Progress, Round};

/// What a page leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Taken {
    /// These pages are to be asked for: from which end, and where they begin.
    GoesOn(Vec<(ListEnd, Option<PageToken>)>),
    /// All is here, or no more can be had: what is asked for still is not wanted.
    Ended,
}

impl Images {
    /// Begins a round of reading all of the list, whose first page is to be asked for from the front.
    pub fn begin_round(&mut self, now: Timestamp) {
        self.load.begin();
        self.begin_listing(now);
        self.ends = BothEnds::begun();
    }

    /// Takes a page of the round, from that end, with where the next one begins. The other end is begun once a
    /// page says that there are more. An end that can't go on is given up, and the other goes on alone.
    pub fn take_page(&mut self, end: ListEnd, page: Result<Page<Image>, Failure>, now: Timestamp) -> Taken {
        if !self.load.is_loading() {
            return Taken::GoesOn(Vec::new());
        }
        match page.and_then(|page| self.load.check_token(end, page, "images")) {
            Err(failure) => self.give_up(end, failure),
            Ok((images, next)) => self.take_images(end, images, next, now),
        }
    }

    fn take_images(
        &mut self,
        end: ListEnd,
        images: Vec<Image>,
        next: Option<PageToken>,
        now: Timestamp,
    ) -> Taken {
        let is_first = std::mem::replace(self.ends.of(end), Progress::UnderWay) == Progress::Begun;
        let is_forwards = end == ListEnd::Back && is_first && next.is_some() && self.is_forwards(&images);
        let has_met = images.iter().any(|image| self.is_brought_from(end.other(), image));
        self.load.count(images.iter().filter(|image| !self.is_brought(image)).count());
        self.load.round = self.load.round.from(if is_forwards { ListEnd::Front } else { end });
        self.merge(images);
        self.load.round = self.load.round.from(ListEnd::Front);
        if is_forwards {
            return self.go_on_from_front();
        }
        let Some(next) = next.filter(|_| !has_met) else {
            self.drop_unseen();
            self.load.is_read(now);
            self.end_listing();
            return Taken::Ended;
        };
        let mut wanted = vec![(end, Some(next))];
        if end == ListEnd::Front && *self.ends.of(ListEnd::Back) == Progress::NotBegun {
            *self.ends.of(ListEnd::Back) = Progress::Begun;
            wanted.push((ListEnd::Back, None));
        }
        Taken::GoesOn(wanted)
    }

    /// A service that lists forwards whichever order it is asked for: its other end can't be had.
    fn go_on_from_front(&mut self) -> Taken {
        *self.ends.of(ListEnd::Back) = Progress::GivenUp;
        match self.ends.failure.take() {
            Some(failure) => self.fail(failure),
            None => Taken::GoesOn(Vec::new()),
        }
    }

    fn give_up(&mut self, end: ListEnd, failure: Failure) -> Taken {
        *self.ends.of(end) = Progress::GivenUp;
        if !self.ends.is_read_from(end.other()) {
            return self.fail(failure);
        }
        if end == ListEnd::Front {
            self.ends.failure = Some(failure);
        }
        Taken::GoesOn(Vec::new())
    }

    fn fail(&mut self, failure: Failure) -> Taken {
        self.load.fail(failure);
        Taken::Ended
    }

    /// Whether the first page from the back is none: it begins with what came from the front, or its names rise.
    fn is_forwards(&self, page: &[Image]) -> bool {
        let is_rising = page.len() > 1 && page.is_sorted_by(|one, next| one.name < next.name);
        is_rising || page.first().is_some_and(|image| self.is_brought_from(ListEnd::Front, image))
    }

    fn is_brought(&self, image: &Image) -> bool {
        self.round_of(image).is_some_and(|round| round.is_same(self.load.round))
    }

    /// Whether this round brought it from that end. Where one end brings what the other has brought, all is here:
    /// each has brought all that was there on its way, and names don't change.
    fn is_brought_from(&self, end: ListEnd, image: &Image) -> bool {
        self.round_of(image) == Some(self.load.round.from(end))
    }

    fn round_of(&self, image: &Image) -> Option<Round> {
        let at = self.index(&image.name)?;
        self.rows.get(at as usize).map(|row| row.round)
    }
}

#[cfg(test)]
mod tests;
