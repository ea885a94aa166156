//! Lists that never end.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::domain::{Failure, FailureClass};

/// Most pages of one list. Each holds up to 100 items, and no list here is as long as that by far.
const MOST_PAGES: usize = 1000;

/// Watches over the pages of one list that is read to its end.
pub(super) struct PageGuard {
    operation: &'static str,
    /// Fingerprints of the tokens so far: one that comes again would go on for ever.
    seen: HashSet<u64>,
}

impl PageGuard {
    /// For a list that `operation` gives.
    pub(super) fn new(operation: &'static str) -> Self {
        Self { operation, seen: HashSet::new() }
    }

    /// The token of the page after this one, whose answer said that it is `next`; nothing at the end.
    pub(super) fn after(&mut self, next: Option<String>) -> Result<Option<String>, Failure> {
        let Some(token) = given(next) else { return Ok(None) };
        let mut hasher = DefaultHasher::new();
        token.hash(&mut hasher);
        if !self.seen.insert(hasher.finish()) {
            return Err(endless(self.operation));
        }
        if self.seen.len() >= MOST_PAGES {
            let said = format!("{} gave {MOST_PAGES} pages and went on.", self.operation);
            return Err(Failure::new(FailureClass::Unreadable, &said));
        }
        Ok(Some(token))
    }
}

/// The token of the page after the one that `this` led to, for lists of which a page is read at a time.
pub(super) fn next_page(
    operation: &str,
    this: Option<&str>,
    next: Option<String>,
) -> Result<Option<String>, Failure> {
    let next = given(next);
    if next.is_some() && next.as_deref() == this {
        return Err(endless(operation));
    }
    Ok(next)
}

/// An empty token means what none means.
fn given(token: Option<String>) -> Option<String> {
    token.filter(|token| !token.is_empty())
}

fn endless(operation: &str) -> Failure {
    let said =
        format!("{operation} gave the token of a page before for the next one, which would never end.");
    Failure::new(FailureClass::Unreadable, &said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(given: &[&str]) -> Result<usize, String> {
        let mut guard = PageGuard::new("ListThings");
        for (pages, token) in given.iter().enumerate() {
            match guard.after(Some((*token).to_owned())) {
                Ok(Some(next)) => assert_eq!(next, *token),
                Ok(None) => return Ok(pages + 1),
                Err(failure) => return Err(failure.message.as_str().to_owned()),
            }
        }
        Ok(given.len())
    }

    #[test]
    fn a_token_that_comes_again_ends_the_list_as_a_failure() {
        assert_eq!(tokens(&["a", "b", "c", ""]), Ok(4));
        assert_eq!(tokens(&[""]), Ok(1));
        for circle in [&["a", "a"][..], &["a", "b", "a"], &["a", "b", "c", "b"]] {
            assert!(tokens(circle).unwrap_err().starts_with("ListThings gave the token"), "{circle:?}");
        }
        assert!(PageGuard::new("ListThings").after(None).unwrap().is_none());
    }

    #[test]
    fn a_list_that_always_has_a_new_token_ends_too() {
        let many: Vec<String> = (0..2 * MOST_PAGES).map(|page| page.to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(tokens(&many).unwrap_err(), "ListThings gave 1000 pages and went on.");
    }

    #[test]
    fn a_page_does_not_lead_to_itself() {
        let next = |this, next: &str| next_page("ListThings", this, Some(next.to_owned()));
        assert_eq!(next(None, "a").unwrap().as_deref(), Some("a"));
        assert_eq!(next(Some("a"), "b").unwrap().as_deref(), Some("b"));
        assert_eq!(next(Some(""), "").unwrap(), None);
        assert_eq!(next(Some("a"), "a").unwrap_err().class, FailureClass::Unreadable);
    }
}
