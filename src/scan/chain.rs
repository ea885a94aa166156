//! The pages of one list.

use std::collections::HashSet;

use crate::service::PageToken;

/// How a list comes, page after page.
#[derive(Debug)]
pub(super) enum Stage {
    /// The page from there on is to be asked for, which was tried so often.
    Next(Option<PageToken>, u8),
    /// A page is on its way, or left for the end.
    Out,
    /// No further page is asked for.
    Ended,
}

/// The pages of one list. A token that came before would lead round in a circle.
#[derive(Debug)]
pub(super) struct Chain {
    pub(super) stage: Stage,
    seen: HashSet<PageToken>,
}

impl Chain {
    /// One of which the first page is to be asked for.
    pub(super) fn new() -> Self {
        Self { stage: Stage::Next(None, 0), seen: HashSet::new() }
    }

    /// Takes where the next page begins, or that this was the last one. Whether that is a way on: it is not
    /// where the token came before.
    pub(super) fn go_on(&mut self, next: Option<PageToken>) -> bool {
        match next {
            Some(token) if !self.seen.insert(token.clone()) => {
                self.end();
                false
            }
            Some(token) => {
                self.stage = Stage::Next(Some(token), 0);
                true
            }
            None => {
                self.end();
                true
            }
        }
    }

    pub(super) fn end(&mut self) {
        self.stage = Stage::Ended;
        self.seen = HashSet::new();
    }

    pub(super) fn has_ended(&self) -> bool {
        matches!(self.stage, Stage::Ended)
    }
}
