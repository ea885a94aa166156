//! The fields that can be changed: each kind of subject has a table of its own.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::is_line_break;

/// The name of a field, unique among the fields of its subject, and never changed: it stands on disk
/// too. In kebab case, as `display-name`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldKey(Cow<'static, str>);

impl FieldKey {
    /// A key for the table of a kind.
    #[must_use]
    pub const fn named(key: &'static str) -> Self {
        Self(Cow::Borrowed(key))
    }

    pub(super) fn made(key: String) -> Self {
        Self(Cow::Owned(key))
    }

    /// The key as it stands on disk.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for FieldKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a field can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// One line of text.
    Line {
        /// Fewest characters (Unicode scalar values) the service takes.
        least: usize,
        /// Most of them.
        most: usize,
    },
    /// One of these words.
    Choice(&'static [&'static str]),
    /// `yes` or `no`.
    Flag,
    /// Words with blanks between them, none of them twice. An empty value holds none.
    Words {
        /// Most of them.
        most: usize,
    },
}

/// What a [`Shape::Flag`] holds where it is so.
pub const YES: &str = "yes";
/// What it holds where it is not.
pub const NO: &str = "no";

impl Shape {
    /// What can be chosen; nothing where any text can be typed.
    #[must_use]
    pub fn options(&self) -> Option<&'static [&'static str]> {
        match self {
            Self::Choice(words) => Some(words),
            Self::Flag => Some(&[YES, NO]),
            Self::Line { .. } | Self::Words { .. } => None,
        }
    }

    /// Whether it holds nothing but a text of some length.
    #[must_use]
    pub fn needs_text(&self) -> bool {
        match self {
            Self::Line { least, .. } => *least > 0,
            Self::Choice(_) | Self::Flag => true,
            Self::Words { .. } => false,
        }
    }
}

/// Whether a field can be emptied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clearing {
    /// The service can make it absent.
    Can,
    /// It can, but not by emptying it: an empty text is a value too.
    Apart,
    /// It can't. The sentence tells the person so where the field is emptied.
    Never(&'static str),
}

/// A field of one kind of subject: a row of its table.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name in the code and on disk.
    pub key: FieldKey,
    /// What a person reads beside it: `Display name`.
    pub label: Cow<'static, str>,
    /// The member of the request that changes it: `DisplayName`; empty where the request has none for it
    /// alone.
    pub member: &'static str,
    /// The option of the AWS CLI that changes it: `--display-name`.
    pub option: &'static str,
    /// What it can hold.
    pub shape: Shape,
    /// Whether it can be emptied.
    pub clearing: Clearing,
    /// A rule besides its shape: says what is wrong with a value, or nothing. It is given no empty one.
    pub rule: fn(&str) -> Option<Problem>,
}

/// Why a value can't be sent, in words that follow the field's label: `too long: 129 characters, …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem(pub String);

impl Field {
    /// Whether the field can be emptied.
    #[must_use]
    pub fn can_clear(&self) -> bool {
        match self.clearing {
            Clearing::Can | Clearing::Apart => true,
            Clearing::Never(_) => false,
        }
    }

    /// Whether an empty text is a value like others, and does not clear it.
    #[must_use]
    pub fn is_empty_a_value(&self) -> bool {
        self.clearing == Clearing::Apart
    }

    /// Most characters (Unicode scalar values) the service takes; nothing for what is no line of text.
    #[must_use]
    pub fn most_characters(&self) -> Option<usize> {
        match self.shape {
            Shape::Line { most, .. } => Some(most),
            Shape::Choice(_) | Shape::Flag | Shape::Words { .. } => None,
        }
    }

    /// What is wrong with `value` as a new value, or nothing. An empty value is not judged here:
    /// whether it means unchanged or clear depends on what the field held.
    #[must_use]
    pub fn problem(&self, value: &str) -> Option<Problem> {
        if value.is_empty() {
            return None;
        }
        self.too_long(value)
            .or_else(|| unsendable(value))
            .or_else(|| (self.rule)(value))
            .or_else(|| self.misshapen(value))
    }

    fn too_long(&self, value: &str) -> Option<Problem> {
        let most = self.most_characters()?;
        let count = value.chars().count();
        let over = count.checked_sub(most).filter(|over| *over > 0)?;
        Some(Problem(format!("too long: {count} characters, {over} over the limit of {most}")))
    }

    fn misshapen(&self, value: &str) -> Option<Problem> {
        match self.shape {
            Shape::Line { least, .. } => {
                let mut rest = self.label.chars();
                let first = rest.next().map(|first| first.to_lowercase().to_string());
                let noun = first.unwrap_or_default() + rest.as_str();
                (value.chars().count() < least)
                    .then(|| Problem(format!("too short: a {noun} must have at least {least} characters")))
            }
            Shape::Choice(words) => {
                (!words.contains(&value)).then(|| Problem(format!("must be one of {}", words.join(", "))))
            }
            Shape::Flag => (![YES, NO].contains(&value)).then(|| Problem("must be yes or no".into())),
            Shape::Words { most } => {
                let words: Vec<_> = value.split_whitespace().collect();
                let twice = words.iter().enumerate().find(|(at, word)| words[..*at].contains(word));
                if let Some((_, word)) = twice {
                    return Some(Problem(format!("contains {word} twice")));
                }
                let count = words.len();
                (count > most).then(|| Problem(format!("too many: {count}, the limit is {most}")))
            }
        }
    }
}

/// What no field can hold.
fn unsendable(value: &str) -> Option<Problem> {
    if value.chars().any(is_line_break) {
        return Some(Problem("can't contain a line break".into()));
    }
    let control = value.chars().find(|c| c.is_control())?;
    Some(Problem(format!("can't contain a control character: {control:?}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(shape: Shape) -> Field {
        Field {
            key: FieldKey::named("it"),
            label: "thing".into(),
            member: "Thing",
            option: "--thing",
            shape,
            clearing: Clearing::Can,
            rule: |_| None,
        }
    }

    #[test]
    fn each_shape_says_what_it_can_not_hold() {
        const CHOICE: Shape = Shape::Choice(&["CPU", "GPU"]);
        for (shape, value, says) in [
            (Shape::Line { least: 3, most: 4 }, "ab", Some("too short: a thing must have at least 3")),
            (Shape::Line { least: 3, most: 4 }, "abc", None),
            (Shape::Line { least: 3, most: 4 }, "ééééé", Some("too long: 5 characters, 1 over")),
            (Shape::Line { least: 1, most: 9 }, "a\nb", Some("line break")),
            (Shape::Line { least: 1, most: 9 }, "a\u{7}", Some("control character")),
            (CHOICE, "GPU", None),
            (CHOICE, "gpu", Some("one of CPU, GPU")),
            (Shape::Flag, YES, None),
            (Shape::Flag, "true", Some("yes or no")),
            (Shape::Words { most: 2 }, "latest v1", None),
            (Shape::Words { most: 2 }, "a b a", Some("contains a twice")),
            (Shape::Words { most: 2 }, "a b c", Some("too many: 3, the limit is 2")),
            (CHOICE, "", None),
        ] {
            let said = shaped(shape.clone()).problem(value).map(|problem| problem.0);
            match says {
                None => assert_eq!(said, None, "{shape:?} {value:?}"),
                Some(says) => assert!(said.clone().unwrap_or_default().contains(says), "{shape:?} {said:?}"),
            }
        }
    }
}
