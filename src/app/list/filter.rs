//! The filter of the list.

use memchr::memmem::Finder;

/// What a person typed after `/`.
///
/// Words apart, all of which must occur in the name or display name, in any case; `status:failed`
/// asks for a status that contains the word; a leading `-` turns a word around.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    text: String,
    terms: Vec<Term>,
}

#[derive(Debug, Clone)]
struct Term {
    needle: Finder<'static>,
    in_status: bool,
    wanted: bool,
}

impl Filter {
    /// Reads `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let terms = text.split_whitespace().filter_map(Term::read).collect();
        Self { text: text.to_owned(), terms }
    }

    /// As typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether every image passes.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether an image passes whose folded names and status word are these.
    #[must_use]
    pub fn passes(&self, folded: &str, status: &str) -> bool {
        self.terms.iter().all(|term| {
            let found = if term.in_status {
                term.needle.find(status.to_lowercase().as_bytes()).is_some()
            } else {
                term.needle.find(folded.as_bytes()).is_some()
            };
            found == term.wanted
        })
    }

    /// Whether all that passes `self` surely passed `before`, as when a letter is added at the end.
    #[must_use]
    pub fn narrows(&self, before: &Self) -> bool {
        self.terms.len() >= before.terms.len()
            && self.terms.iter().zip(&before.terms).all(|(term, earlier)| term.narrows(earlier))
    }
}

impl Term {
    fn narrows(&self, earlier: &Self) -> bool {
        let longer = self.needle.needle().starts_with(earlier.needle.needle());
        longer && self.wanted && earlier.wanted && self.in_status == earlier.in_status
    }

    fn read(word: &str) -> Option<Self> {
        let (wanted, word) = match word.strip_prefix('-') {
            Some(rest) => (false, rest),
            None => (true, word),
        };
        let word = fold(word);
        let (in_status, word) = match word.strip_prefix("status:") {
            Some(status) => (true, status),
            None => (false, word.as_str()),
        };
        (!word.is_empty()).then(|| Self {
            needle: Finder::new(word.as_bytes()).into_owned(),
            in_status,
            wanted,
        })
    }
}

/// Text as it is compared: in lower case.
#[must_use]
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_anded_in_any_case_and_can_be_turned_around() {
        let folded = fold("PyTorch-2.4-gpu\nBildanalyse Über");
        for (text, passes) in [
            ("", true),
            ("torch", true),
            ("GPU torch", true),
            ("über", true),
            ("torch cpu", false),
            ("-cpu", true),
            ("-gpu", false),
            ("status:fail", true),
            ("STATUS:created", false),
            ("-status:created", true),
            ("status:", true),
            ("-", true),
        ] {
            assert_eq!(Filter::new(text).passes(&folded, "UPDATE_FAILED"), passes, "{text:?}");
        }
    }

    #[test]
    fn a_longer_word_narrows_but_a_turned_one_may_not() {
        let narrows = |after: &str, before: &str| Filter::new(after).narrows(&Filter::new(before));
        assert!(narrows("torch", "tor"));
        assert!(narrows("tor gpu", "tor"));
        assert!(!narrows("to", "tor"));
        assert!(!narrows("-gpu", "-g"));
        // `status:` alone asks for nothing, so what it becomes may only narrow.
        assert!(narrows("status:f", "status:"));
        assert!(!narrows("a status:f", "b"));
        assert!(!narrows("status:", "status"));
        assert!(!narrows("status:f", "status"));
    }
}
