//! The filter of the list.
//!
//! ```text
//! words    what is typed, taken apart
//! parse    from words to terms; term, field, span: what they are made of
//! texts    the texts of an image; needle and fuzzy: how a word is found in them
//! verdict  whether an image passes; facts: what is known of it besides the list
//! offer    what may be typed where the caret stands
//! ```

mod facts;
mod field;
mod fuzzy;
mod needle;
mod offer;
mod parse;
mod span;
mod term;
#[cfg(test)]
mod tests;
mod texts;
mod verdict;
mod words;

use nucleo_matcher::{Matcher, Utf32Str};

use crate::domain::ImageArn;

pub use facts::Facts;
pub use fuzzy::{Fuzzy, Nearness, matcher};
pub use offer::Offers;
pub use texts::{Reader, Within};
pub use verdict::{Candidate, Verdict};

use term::{Ask, Member, Term};

/// What a person typed after `/`: terms, all of which an image has to pass.
///
/// A word finds its letters in name, display name or description, and the statuses that it names; in quotes, or
/// turned around by a leading `!` or `-`, it is searched for as it stands. `status:`, `name:` and others ask for
/// something else; an ARN asks for its image.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    text: String,
    terms: Vec<Term>,
    /// What is wrong with the words that are not understood.
    problems: Vec<String>,
}

/// What of the facts besides the list a filter was put to: where it is the same, so is every verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FactsState {
    usage: Option<u64>,
    roles: Option<u64>,
    tags: Option<u64>,
    minute: Option<i64>,
}

impl Filter {
    /// Reads `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let (mut terms, mut problems) = (Vec::new(), Vec::new());
        for word in words::split(text) {
            match parse::term(&word) {
                Ok(term) => terms.extend(term),
                Err(problem) => problems.push(problem),
            }
        }
        Self { text: text.to_owned(), terms, problems }
    }

    /// As typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is wrong with the words that are not understood, each as a sentence. They keep no image out.
    #[must_use]
    pub fn problems(&self) -> &[String] {
        &self.problems
    }

    /// Whether nothing is typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether every image passes.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.terms.is_empty()
    }

    /// The image whose ARN is asked for, if one is.
    #[must_use]
    pub fn arn(&self) -> Option<ImageArn> {
        words::split(&self.text).iter().filter(|word| !word.negated).find_map(parse::pasted_arn)
    }

    /// Whether it asks who uses an image.
    #[must_use]
    pub fn asks_for_usage(&self) -> bool {
        self.asks(|ask| matches!(ask, Ask::Used(_)))
    }

    /// Whether it asks for the role of an image.
    #[must_use]
    pub fn asks_for_role(&self) -> bool {
        self.asks(|ask| matches!(ask, Ask::Role(_) | Ask::Unset(Member::Role)))
    }

    /// Whether it asks for the tags of an image.
    #[must_use]
    pub fn asks_for_tags(&self) -> bool {
        self.asks(|ask| matches!(ask, Ask::Tag(_)))
    }

    fn asks(&self, what: impl Fn(&Ask) -> bool) -> bool {
        self.terms.iter().any(|term| what(&term.ask))
    }

    /// What of the facts besides the list its verdicts hold for.
    pub(super) fn state_of(&self, facts: &Facts<'_>) -> FactsState {
        let asks_for_time = self.asks(|ask| matches!(ask, Ask::Changed { .. }));
        FactsState {
            usage: self.asks_for_usage().then(|| facts.usage.changes()),
            roles: self.asks_for_role().then(|| facts.roles_state()),
            tags: self.asks_for_tags().then(|| facts.tags_state()),
            minute: asks_for_time.then(|| facts.now.as_second().div_euclid(60)),
        }
    }

    /// Whether an image passes.
    pub(super) fn judge(&self, candidate: &Candidate<'_>, reader: &mut Reader) -> Verdict {
        candidate.passes(&self.terms, reader)
    }

    /// Whether what `before` says `Verdict::Fails` of fails here, too, as when a letter is added at the end.
    #[must_use]
    pub fn narrows(&self, before: &Self) -> bool {
        self.terms.len() >= before.terms.len()
            && self.terms.iter().zip(&before.terms).all(|(term, earlier)| term.narrows(earlier))
    }

    /// Which characters of such a text are those that the filter found, from 0, in order.
    #[must_use]
    pub fn letters(&self, text: &str, of: Within, matcher: &mut Matcher) -> Vec<u32> {
        if self.terms.is_empty() {
            return Vec::new();
        }
        let is_prose = of == Within::Description;
        let (mut characters, folded) = (Vec::new(), needle::fold(text));
        let mut letters = Vec::new();
        for term in self.terms.iter().filter(|term| !term.negated) {
            let Ask::Text(ask) = &term.ask else { continue };
            if ask.within != Within::All && ask.within != of {
                continue;
            }
            match &ask.fuzzy {
                Some(fuzzy) => {
                    letters.extend(fuzzy.letters(Utf32Str::new(text, &mut characters), is_prose, matcher));
                }
                None => letters.extend(ask.needle.letters(&folded)),
            }
        }
        letters.sort_unstable();
        letters.dedup();
        letters
    }
}
