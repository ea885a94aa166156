//! What may be typed where the caret stands.

use std::ops::Range;

use super::field::Field;
use super::words::{Word, split};

/// What may be typed where the caret stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offers {
    /// What it takes the place of, in bytes.
    pub part: Range<usize>,
    /// What it can be; the first is taken first.
    pub values: Vec<String>,
}

impl Offers {
    /// What may be typed into `text` where the caret stands, before the byte `caret`.
    #[must_use]
    pub fn at(text: &str, caret: usize) -> Self {
        let words = split(text);
        let word = words.iter().find(|word| word.range().start < caret && caret <= word.range().end);
        let Some(word) = word else {
            // Between two words a new one begins.
            return Self { part: caret..caret, values: fields("") };
        };
        // What is not at the end of a word is not gone on with.
        if caret != word.range().end || word.quoted {
            return Self { part: caret..caret, values: Vec::new() };
        }
        Self { part: word.value_start()..caret, values: values(word) }
    }

    /// What is typed for the first of them: a blank follows what is whole.
    #[must_use]
    pub fn first(&self) -> Option<String> {
        let first = self.values.first()?;
        let goes_on =
            first.strip_suffix(':').and_then(Field::read).is_some_and(|field| !field.stands_alone());
        Some(if goes_on { first.clone() } else { format!("{first} ") })
    }
}

fn values(word: &Word<'_>) -> Vec<String> {
    let Some(written) = word.field else { return fields(word.value) };
    let Some(field) = Field::read(written) else { return Vec::new() };
    let fits = |value: &&&str| begins(value, word.value) && value.len() > word.value.len();
    field.values().iter().filter(fits).map(|value| (*value).to_owned()).collect()
}

fn fields(begin: &str) -> Vec<String> {
    let fitting = Field::ALL.iter().filter(|field| begins(field.written(), begin));
    fitting.map(|field| format!("{}:", field.written())).collect()
}

fn begins(word: &str, begin: &str) -> bool {
    word.get(..begin.len()).is_some_and(|head| head.eq_ignore_ascii_case(begin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_understood_is_offered() {
        for (text, first, rest) in [
            ("", Some("status:"), 9),
            ("st", Some("status:"), 0),
            ("-ST", Some("status:"), 0),
            ("u", Some("unset:"), 2),
            ("status:", Some("failed "), 5),
            ("gpu status:F", Some("failed "), 0),
            ("status:failed", None, 0),
            ("older:9", Some("90d "), 0),
            ("unset:d", Some("description "), 1),
            ("use", Some("used: "), 0),
            ("gpu", None, 0),
            ("gpu ", Some("status:"), 9),
            ("\"st", None, 0),
            ("what:", None, 0),
            ("é", None, 0),
        ] {
            let offers = Offers::at(text, text.len());
            assert_eq!(offers.first().as_deref(), first, "{text:?}");
            assert_eq!(offers.values.len(), first.map_or(0, |_| rest + 1), "{text:?}");
        }
        let offers = Offers::at("gpu -st cpu", 7);
        assert_eq!((offers.part.clone(), offers.first().as_deref()), (5..7, Some("status:")));
        assert_eq!(Offers::at("gpu status", 6).values, Vec::<String>::new());
    }
}
