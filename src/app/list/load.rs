//! How a list comes from the service.

mod both_ends;
mod listing;
mod round;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::Timestamp;

use crate::app::PageToken;
use crate::domain::{Failure, FailureClass};
use crate::service::ListEnd;

pub use both_ends::{BothEnds, Progress};
pub use listing::Listing;
pub use round::Round;

/// A page of a list, and where the next begins.
pub(in crate::app) type Page<T> = (Vec<T>, Option<PageToken>);

/// So many pages of a round at most: a million images, and what a service that never ends would fill.
const MOST_PAGES: usize = 10_000;

/// The state of loading the list, page after page.
#[derive(Debug, Default)]
pub struct Load {
    /// Where it stands.
    pub stage: LoadStage,
    /// Whether the rows are those of an earlier visit, not read again since.
    pub is_old: bool,
    /// When the list was last whole.
    pub whole_at: Option<Timestamp>,
    /// When what had changed of it was read last.
    pub(in crate::app) changes_at: Option<Timestamp>,
    /// This round, and the end that rows come from now: they remember which brought them last.
    pub(in crate::app) round: Round,
    /// Fingerprints of the page tokens of this round: one that comes again would go on for ever.
    tokens: HashSet<u64>,
}

/// Where a round of loading stands.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub enum LoadStage {
    /// Nothing under way.
    #[default]
    Idle,
    /// Pages are coming.
    Loading {
        /// Images that came in this round so far.
        got: usize,
    },
    /// The round broke off: what is shown may be old or incomplete.
    Failed {
        /// Why.
        failure: Failure,
        /// Images that came in this round before it broke off.
        got: usize,
    },
}

impl Load {
    /// Begins a round.
    pub(in crate::app) fn begin(&mut self) {
        self.stage = LoadStage::Loading { got: 0 };
        self.begin_quietly();
    }

    /// Takes a page of the round that is under way, with where the next one begins. Nothing where none is
    /// under way, or where it has failed with this: a round that can't come to an end has. `rows` is what the
    /// list is of.
    pub(in crate::app) fn take<T>(&mut self, page: Result<Page<T>, Failure>, rows: &str) -> Option<Page<T>> {
        let LoadStage::Loading { got } = self.stage else { return None };
        let page = page.and_then(|page| self.check_token(ListEnd::Front, page, rows));
        self.stage = match &page {
            Ok((page, _)) => LoadStage::Loading { got: got + page.len() },
            Err(failure) => LoadStage::Failed { failure: failure.clone(), got },
        };
        page.ok()
    }

    /// Begins a round of which nothing is said on the screen.
    pub(in crate::app) fn begin_quietly(&mut self) {
        self.round = self.round.next();
        self.tokens.clear();
    }

    /// So many more came, if a round is under way.
    pub(in crate::app::list) fn count(&mut self, more: usize) {
        if let LoadStage::Loading { got } = &mut self.stage {
            *got += more;
        }
    }

    /// The round that is under way breaks off.
    pub(in crate::app::list) fn fail(&mut self, failure: Failure) {
        if let LoadStage::Loading { got } = self.stage {
            self.stage = LoadStage::Failed { failure, got };
        }
    }

    /// Gives the page back, unless it leads where one of this round from that end led before, or more came than
    /// any account has: a round that can't come to an end has failed.
    pub(in crate::app) fn check_token<T>(
        &mut self,
        end: ListEnd,
        page: Page<T>,
        rows: &str,
    ) -> Result<Page<T>, Failure> {
        let Some(token) = &page.1 else { return Ok(page) };
        let said = if !self.tokens.insert(fingerprint(end, token)) {
            "returned the same page token twice".to_owned()
        } else if self.tokens.len() >= MOST_PAGES {
            format!("returned {MOST_PAGES} pages and went on")
        } else {
            return Ok(page);
        };
        let said = format!("the service {said}, so the {rows} are incomplete");
        Err(Failure::new(FailureClass::Unreadable, &said))
    }

    /// All of it was read.
    pub(in crate::app) fn is_read(&mut self, now: Timestamp) {
        self.stage = LoadStage::Idle;
        self.whole_at = Some(now);
        self.is_old = false;
    }

    /// When the service last told what there is: the whole list, or what of it had changed. Nothing where the
    /// list was never whole.
    #[must_use]
    pub fn read_at(&self) -> Option<Timestamp> {
        self.whole_at.max(self.changes_at).filter(|_| self.whole_at.is_some())
    }

    /// Whether pages are coming.
    #[must_use]
    pub fn is_loading(&self) -> bool {
        matches!(self.stage, LoadStage::Loading { .. })
    }
}

fn fingerprint(end: ListEnd, token: &PageToken) -> u64 {
    let mut hasher = DefaultHasher::new();
    (end, &token.0).hash(&mut hasher);
    hasher.finish()
}
