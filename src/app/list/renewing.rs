//! Bringing the images up to date by what was read of them by itself.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

use crate::domain::{Image, ImageName, ImageStatus};

use super::{Images, ListedImage, Listing};

/// What was read by itself, and is not as it was known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Renewed {
    /// The images that are otherwise than they were.
    pub changed: Vec<ImageName>,
    /// Those that were not there.
    pub new: Vec<ImageName>,
}

impl Renewed {
    /// Adds what another page brought.
    pub fn extend(&mut self, more: Self) {
        self.changed.extend(more.changed);
        self.new.extend(more.new);
    }
}

/// What changed so long before the newest is asked for again: a list may tell of a change a little late.
const OVERLAP: SignedDuration = SignedDuration::from_mins(1);

/// An image that has been changing for longer than this is not waited for.
const STUCK: SignedDuration = SignedDuration::from_hours(1);

impl Images {
    /// The images are being listed from now on, all or what was changed.
    pub fn begin_listing(&mut self, now: Timestamp) {
        self.listing = Some(Listing { began: now, newest: self.newest() });
    }

    /// The listing that is under way has come to its end.
    pub fn end_listing(&mut self) {
        self.listed = self.listing.take();
    }

    fn newest(&self) -> Option<Timestamp> {
        self.rows.iter().map(|row| row.modified).max()?.get()
    }

    /// From when on changes are to be asked for: a little before the last listing began, and from the oldest
    /// image on that is changing still, as it may settle under the same time. Nothing where no time is known.
    ///
    /// When it began is told in the time of the service, whose clock may be another: as long before the newest
    /// that is known as has passed here since, but not before what was known then. An image that was read since
    /// then for itself says nothing of the others.
    #[must_use]
    pub fn changes_since(&self, now: Timestamp) -> Option<Timestamp> {
        let newest = self.newest()?;
        let began = self.listed.map_or(newest, |listed| listed.began_by_service(newest, now));
        let is_changing = |listed: &ListedImage<'_>| listed.status().is_some_and(ImageStatus::is_changing);
        let changing = self.rows().iter().filter(is_changing).filter_map(|listed| listed.modified());
        let oldest = changing.filter(|at| newest.duration_since(*at) < STUCK).min();
        let from = began.min(oldest.unwrap_or(began));
        Some(from.saturating_sub(OVERLAP).unwrap_or(from))
    }

    /// Takes in what was read by itself. What a list tells that is older than what is known is left, and of the
    /// images in `known_better`, which were read since or are being changed, all that is no newer.
    pub fn renew(&mut self, page: Vec<Image>, known_better: &BTreeSet<ImageName>) -> Renewed {
        let (mut changed, mut new) = (Vec::new(), BTreeMap::new());
        for image in page {
            let Some(at) = self.index(&image.name) else {
                // It may come twice: the first counts.
                new.entry(image.name.clone()).or_insert(image);
                continue;
            };
            let row = &mut self.rows[at as usize];
            let modified = image.modified.into();
            let is_left = known_better.contains(&image.name) && row.modified == modified;
            if row.modified > modified || is_left || self.is_known(at, &image) {
                self.rows[at as usize].round = self.load.round;
            } else {
                changed.push((at, image));
            }
        }
        self.put(&changed);
        let renewed = Renewed {
            changed: changed.iter().map(|(_, image)| image.name.clone()).collect(),
            new: new.keys().cloned().collect(),
        };
        if renewed != Renewed::default() {
            let new: Vec<_> = new.into_values().collect();
            self.add(&new, changed.iter().map(|(at, _)| *at));
        }
        renewed
    }

    /// Whether a page of what was changed since then may not be the last that tells something new: the newest
    /// come first. Behind one that does not reach back to where the changes begin that are not known there may
    /// be more, though all of it is known.
    #[must_use]
    pub fn lacks_behind(&self, page: &[Image], since: Timestamp) -> bool {
        let oldest = page.iter().filter_map(|image| image.modified).min();
        self.lacks_any(page) || oldest.is_some_and(|oldest| oldest.duration_since(since) > OVERLAP)
    }

    /// Whether some of these images are not known as they are here.
    fn lacks_any(&self, page: &[Image]) -> bool {
        page.iter().any(|image| !self.get(&image.name).is_some_and(|known| known.is(image)))
    }

    /// The images that the round of reading which ends now did not bring, but for those that were read
    /// otherwise since it began.
    #[must_use]
    pub fn unseen(&self, known_better: &BTreeSet<ImageName>) -> BTreeSet<ImageName> {
        let unseen = self.rows().iter().filter(|listed| !self.load.round.is_same(listed.row().round));
        unseen.map(|listed| listed.name()).filter(|name| !known_better.contains(name)).collect()
    }

    /// Takes these images away.
    pub fn remove(&mut self, names: &BTreeSet<ImageName>) {
        self.retain(|listed| !names.contains(&listed.name()));
    }
}
