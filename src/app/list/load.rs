//! How a list comes from the service.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::Timestamp;

use crate::app::PageToken;
use crate::domain::{Failure, FailureClass};

/// A page of a list, and where the next begins.
pub(in crate::app) type Page<T> = (Vec<T>, Option<PageToken>);

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
    /// The number of this round of loading: rows remember which round brought them last.
    pub(in crate::app) round: u32,
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
        self.round += 1;
        self.tokens.clear();
    }

    /// Takes a page of the round that is under way, with where the next one begins. Nothing where none is
    /// under way, or where it has failed with this: a round that can't come to an end has. `rows` is what the
    /// list is of.
    pub(in crate::app) fn take<T>(&mut self, page: Result<Page<T>, Failure>, rows: &str) -> Option<Page<T>> {
        let LoadStage::Loading { got } = self.stage else { return None };
        let page = page.and_then(|page| self.check_token(page, rows));
        self.stage = match &page {
            Ok((page, _)) => LoadStage::Loading { got: got + page.len() },
            Err(failure) => LoadStage::Failed { failure: failure.clone(), got },
        };
        page.ok()
    }

    /// Begins a round of which nothing is said on the screen.
    pub(in crate::app) fn begin_quietly(&mut self) {
        self.round += 1;
        self.tokens.clear();
    }

    /// Gives the page back, unless it leads where one of this round led before.
    pub(in crate::app) fn check_token<T>(&mut self, page: Page<T>, rows: &str) -> Result<Page<T>, Failure> {
        match &page.1 {
            Some(token) if !self.tokens.insert(fingerprint(token)) => {
                let said =
                    format!("the service returned the same page token twice, so the {rows} are incomplete");
                Err(Failure::new(FailureClass::Unreadable, &said))
            }
            Some(_) | None => Ok(page),
        }
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

fn fingerprint(token: &PageToken) -> u64 {
    let mut hasher = DefaultHasher::new();
    token.0.hash(&mut hasher);
    hasher.finish()
}
