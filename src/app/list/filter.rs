//! The filter of the list.

use memchr::memmem::Finder;

use crate::app::UsedBy;
use crate::domain::ImageArn;

/// What a person typed after `/`.
///
/// Words apart, all of which must occur in the name or display name, in any case; `status:failed`
/// asks for a status that contains the word; the ARN of an image, or of a version of one, asks for that
/// image; `used:` and `unused:` ask whether somebody uses the image, and pass what is known to be so; a
/// leading `-` turns a word around.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    text: String,
    terms: Vec<Term>,
}

#[derive(Debug, Clone)]
enum Term {
    /// A text that has to occur.
    Text { needle: Box<Finder<'static>>, within: Within, wanted: bool },
    /// Whether somebody has to use it, or nobody.
    Used(bool),
}

/// What has to contain the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    /// Name or display name.
    Names,
    /// The status.
    Status,
    /// The ARN, which has to end in it.
    Arn,
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

    /// The image whose ARN is asked for, if one is.
    #[must_use]
    pub fn arn(&self) -> Option<ImageArn> {
        self.text.split_whitespace().find_map(ImageArn::typed)
    }

    /// Whether it asks who uses an image.
    #[must_use]
    pub fn asks_for_usage(&self) -> bool {
        self.terms.iter().any(|term| matches!(term, Term::Used(_)))
    }

    /// Whether an image passes whose folded names, status word and ARN are these. By how many it is used is
    /// worked out only where that is asked for; where it is not known, the image does not pass.
    #[must_use]
    pub fn passes(&self, folded: &str, status: &str, arn: &str, used_by: impl Fn() -> UsedBy) -> bool {
        self.terms.iter().all(|term| match term {
            Term::Text { needle, within, wanted } => {
                let found = match within {
                    Within::Names => needle.find(folded.as_bytes()).is_some(),
                    Within::Status => needle.find(fold(status).as_bytes()).is_some(),
                    Within::Arn => fold(arn).as_bytes().ends_with(needle.needle()),
                };
                found == *wanted
            }
            Term::Used(wanted) => match used_by() {
                UsedBy::NotKnown => false,
                UsedBy::AtLeast(count) | UsedBy::Exactly(count) => (count > 0) == *wanted,
            },
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
        match (self, earlier) {
            (
                Self::Text { needle, within, wanted: true },
                Self::Text { needle: before, within: was_within, wanted: true },
            ) => {
                // Another ARN asks for another image.
                let is_part = within == was_within && *within != Within::Arn;
                needle.needle().starts_with(before.needle()) && is_part
            }
            (Self::Used(now), Self::Used(before)) => now == before,
            (Self::Text { .. } | Self::Used(_), _) => false,
        }
    }

    fn read(word: &str) -> Option<Self> {
        let (wanted, word) = match word.strip_prefix('-') {
            Some(rest) => (false, rest),
            None => (true, word),
        };
        let arn = ImageArn::typed(word);
        let word = fold(word);
        match word.as_str() {
            "used:" => return Some(Self::Used(wanted)),
            "unused:" => return Some(Self::Used(!wanted)),
            _ => {}
        }
        let (within, word) = match (arn, word.strip_prefix("status:")) {
            (Some(ImageArn { home, name, .. }), _) => {
                (Within::Arn, fold(&format!(":{}:{}:image/{name}", home.region, home.account)))
            }
            (None, Some(status)) => (Within::Status, status.to_owned()),
            (None, None) => (Within::Names, word),
        };
        let needle = Box::new(Finder::new(word.as_bytes()).into_owned());
        (!word.is_empty()).then_some(Self::Text { needle, within, wanted })
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
            let passed = Filter::new(text).passes(&folded, "UPDATE_FAILED", "", || panic!("nobody asks"));
            assert_eq!(passed, passes, "{text:?}");
        }
    }

    #[test]
    fn an_arn_is_of_one_image() {
        let arn = |rest: &str| format!("arn:aws:sagemaker:us-east-1:123456789012:{rest}");
        for (word, passes) in [
            (arn("image/Torch-a"), true),
            (arn("image-version/torch-a/7"), true),
            (arn("image/torch"), false),
            (arn("image/a"), false),
            (format!("-{}", arn("image/torch-a")), false),
            (arn("image/torch-a").replace("us-east-1", "eu-west-1"), false),
            (arn("image/torch-a").replace("123456789012", "210987654321"), false),
        ] {
            let filter = Filter::new(&format!("tor {word}"));
            let passed =
                filter.passes("torch-a\n", "CREATED", &arn("image/Torch-a"), || panic!("nobody asks"));
            assert_eq!(passed, passes, "{word}");
            assert_eq!(filter.arn().is_some(), !word.starts_with('-'));
        }
        let narrows =
            |after: &str, before: &str| Filter::new(&arn(after)).narrows(&Filter::new(&arn(before)));
        assert!(!narrows("image/ab", "image/a") && !narrows("image/a", "image/"));
    }

    #[test]
    fn what_is_not_known_is_neither_used_nor_unused() {
        use UsedBy::{AtLeast, Exactly, NotKnown};
        for (text, used_by, passes) in [
            ("used:", Exactly(2), true),
            ("used:", AtLeast(1), true),
            ("used:", Exactly(0), false),
            ("used:", NotKnown, false),
            ("unused:", Exactly(0), true),
            ("unused:", AtLeast(1), false),
            ("unused:", NotKnown, false),
            ("-used:", Exactly(0), true),
            ("-used:", NotKnown, false),
            ("-unused:", AtLeast(1), true),
            ("-unused:", NotKnown, false),
            ("UNUSED: a", Exactly(0), true),
            ("unused: b", Exactly(0), false),
        ] {
            let filter = Filter::new(text);
            assert!(filter.asks_for_usage());
            assert_eq!(filter.passes("a", "CREATED", "", || used_by), passes, "{text} {used_by:?}");
        }
        assert!(!Filter::new("used unused status:used").asks_for_usage());
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
        assert!(!narrows("used:", "used"));
        assert!(narrows("used: a", "used:"));
        assert!(!narrows("-used:", "used:"));
    }
}
