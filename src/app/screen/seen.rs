//! What of a review has been on the screen. Only what was seen whole can be sent.
//!
//! A frame may be told as painted long after it was drawn, when the state has moved on. So it says
//! itself what it showed, and is compared with the state when something is to be sent.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::edit::{Call, FieldKey};

use crate::app::Size;

/// Tells apart the times at which a page was opened, resized or changed: what was painted before
/// counts no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Viewing(pub(in crate::app) u64);

/// What would be sent, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Account, region, profile and endpoint, as a person reads them.
    pub to: String,
    /// The requests, in order.
    pub calls: Vec<Call>,
    /// What the fields that change hold before, of each.
    pub before: Vec<Vec<(FieldKey, Option<String>)>>,
}

/// A review as it is laid out: rows of two that differ don't add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewPage {
    /// When it was opened, resized or changed last.
    pub viewing: Viewing,
    /// What it stands for.
    pub proposal: Proposal,
    /// The size of the screen.
    pub size: Size,
    /// The rows that have to be seen: place and difference.
    pub essential: Range<usize>,
}

/// What one frame showed of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaintedReview {
    /// Of which.
    pub page: ReviewPage,
    /// Its rows that were in the window.
    pub window: Range<usize>,
}

/// The rows of a review that have been on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    page: Option<Box<ReviewPage>>,
    rows: BTreeSet<usize>,
    /// The window that was painted last.
    window: Range<usize>,
}

impl Seen {
    /// Adds what a frame showed. If that is laid out otherwise than what was seen before, it begins
    /// anew.
    pub fn add(&mut self, painted: &PaintedReview) {
        if self.page.as_deref() != Some(&painted.page) {
            *self = Self { page: Some(Box::new(painted.page.clone())), ..Self::default() };
        }
        self.window = painted.window.clone();
        let essential = &painted.page.essential;
        let (from, to) = (painted.window.start.max(essential.start), painted.window.end.min(essential.end));
        self.rows.extend(from..to);
    }

    /// What was seen, if all of it was that has to be.
    #[must_use]
    pub fn whole(&self) -> Option<&ReviewPage> {
        self.page.as_deref().filter(|page| self.missing(page).next().is_none())
    }

    /// Whether something was seen at that time, all or not.
    #[must_use]
    pub fn has_begun(&self, viewing: Viewing) -> bool {
        self.page.as_ref().is_some_and(|page| page.viewing == viewing)
    }

    /// Where a window that stands at row `from` may go on its way to `to`, without a row between that
    /// nobody has seen; anywhere once all was seen that has to be.
    #[must_use]
    pub fn within_reach(&self, viewing: Viewing, (from, to): (usize, usize)) -> usize {
        if self.page.is_some() && !self.has_begun(viewing) {
            return from;
        }
        if self.page.is_none() || self.whole().is_some() {
            return to;
        }
        to.clamp(self.window.start.saturating_sub(self.window.len()), self.window.end)
    }

    /// The rows of `page` that have to be seen and were not yet.
    pub(in crate::app) fn missing<'a>(&'a self, page: &'a ReviewPage) -> impl Iterator<Item = usize> + 'a {
        page.essential.clone().filter(|row| !self.rows.contains(row))
    }
}
