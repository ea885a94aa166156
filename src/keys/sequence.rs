//! Keys that are pressed one after another.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

use super::Chord;

/// One key, or several that are pressed one after another. Written with blanks between them: `g g`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Sequence {
    first: Chord,
    rest: Vec<Chord>,
}

impl Sequence {
    /// Its keys, in order.
    #[must_use]
    pub fn chords(&self) -> Cow<'_, [Chord]> {
        if self.rest.is_empty() {
            Cow::Borrowed(std::slice::from_ref(&self.first))
        } else {
            Cow::Owned(self.iter().collect())
        }
    }

    /// Its keys, in order.
    pub fn iter(&self) -> impl Iterator<Item = Chord> + '_ {
        std::iter::once(self.first).chain(self.rest.iter().copied())
    }

    /// As it is written in a key table.
    #[must_use]
    pub fn written(&self) -> String {
        self.iter().map(Chord::written).collect::<Vec<_>>().join(" ")
    }

    /// Whether it is more than one key.
    #[must_use]
    pub fn is_several(&self) -> bool {
        !self.rest.is_empty()
    }

    /// Whether it begins with a key that belongs to the text wherever text is typed.
    #[must_use]
    pub fn types(&self) -> bool {
        self.first.types()
    }

    /// Whether it is `pressed`, no more and no less.
    #[must_use]
    pub fn is(&self, pressed: &[Chord]) -> bool {
        self.iter().eq(pressed.iter().copied())
    }

    /// Whether more keys have to follow on `pressed`.
    #[must_use]
    pub fn goes_on_from(&self, pressed: &[Chord]) -> bool {
        pressed.len() <= self.rest.len() && self.iter().zip(pressed).all(|(own, pressed)| own == *pressed)
    }

    /// Whether one of the two can't be reached beside the other.
    #[must_use]
    pub fn collides(&self, other: &Self) -> bool {
        self.iter().zip(other.iter()).all(|(one, other)| one == other)
    }
}

impl From<Chord> for Sequence {
    fn from(first: Chord) -> Self {
        Self { first, rest: Vec::new() }
    }
}

impl FromStr for Sequence {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut chords = text.split(' ').map(Chord::from_str);
        let first = chords.next().unwrap_or_else(|| Chord::from_str(text))?;
        Ok(Self { first, rest: chords.collect::<Result<_, _>>()? })
    }
}

impl TryFrom<String> for Sequence {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.fmt(f)?;
        self.rest.iter().try_for_each(|chord| write!(f, " {chord}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Sequence {
        text.parse().unwrap()
    }

    #[test]
    fn a_sequence_is_reached_key_by_key() {
        let (one, two, three) = (read("g"), read("g ctrl-x"), read("g ctrl-x s"));
        assert_eq!(two.to_string(), "g Ctrl-X");
        assert!(two.is(&two.chords()) && !two.is(&one.chords()) && !one.is(&two.chords()));
        assert!(three.goes_on_from(&one.chords()) && three.goes_on_from(&two.chords()));
        assert!(!two.goes_on_from(&two.chords()) && !two.goes_on_from(&read("x").chords()));
        assert!(one.collides(&three) && three.collides(&two) && two.collides(&two));
        assert!(!two.collides(&read("g s")) && !two.collides(&read("s g")));
        assert!(two.is_several() && !one.is_several());
        assert!(one.types() && two.types() && !read("ctrl-x s").types());
    }

    #[test]
    fn a_key_that_is_none_makes_no_sequence() {
        for bad in ["", " ", "g ", " g", "g  g", "g gg"] {
            assert!(bad.parse::<Sequence>().is_err(), "{bad:?}");
        }
    }
}
