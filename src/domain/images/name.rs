//! The name of an image.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::Text;
use crate::domain::text::{has_mark, without_mark};

/// Most characters in an `ImageName` (`API_DescribeImage`, `ImageName`).
const MAX: usize = 63;

/// An `ImageName`: 1 to 63 letters, digits, single hyphens and single dots, the key of an image
/// within an account and region.
///
/// Copies share its memory; it may be a part of a [`TextBlock`](crate::domain::TextBlock).
#[derive(Clone, Serialize, Deserialize)]
#[serde(from = "Text", into = "Text")]
pub struct ImageName {
    of: Arc<str>,
    /// Where in that it begins and ends, in bytes.
    start: u32,
    end: u32,
}

impl ImageName {
    /// Takes a name that a person gave.
    ///
    /// # Errors
    ///
    /// [`BadName`], which says what is wrong, where the service would refuse it.
    pub fn parse(raw: &str) -> Result<Self, BadName> {
        let count = raw.chars().count();
        if count == 0 {
            return Err(BadName("an image name can't be empty".into()));
        }
        if count > MAX {
            return Err(BadName(format!(
                "an image name can have at most {MAX} characters, this one has \
                                        {count}"
            )));
        }
        if let Some(c) = raw.chars().find(|c| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '.')) {
            return Err(BadName(format!(
                "an image name can contain letters, digits, '-' and '.', not {c:?}"
            )));
        }
        let bytes = raw.as_bytes();
        let separator = |byte: &u8| matches!(byte, b'-' | b'.');
        if bytes.first().is_some_and(separator) || bytes.last().is_some_and(separator) {
            return Err(BadName("an image name must begin and end with a letter or digit".into()));
        }
        if bytes.windows(2).any(|pair| pair.iter().all(separator)) {
            return Err(BadName("an image name can't have '-' or '.' side by side".into()));
        }
        Ok(Self::received(raw))
    }

    /// Takes a name as the service gave it: cleaned, not judged.
    #[must_use]
    pub fn received(raw: &str) -> Self {
        Text::clean(raw).into()
    }

    /// The name at that place of texts that were put together.
    pub(in crate::domain) fn part(of: &Arc<str>, at: &Range<u32>) -> Self {
        Self { of: Arc::clone(of), start: at.start, end: at.end }
    }

    /// The name with what tells that it is altered.
    pub(in crate::domain) fn marked(&self) -> &str {
        self.of.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Whether it came otherwise, as [`Text::is_altered`].
    #[must_use]
    pub fn is_altered(&self) -> bool {
        has_mark(self.marked())
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        without_mark(self.marked())
    }
}

/// Of more than 4 GiB only the beginning is taken.
impl From<Text> for ImageName {
    fn from(text: Text) -> Self {
        let of: Arc<str> = text.marked().into();
        let end = of.floor_char_boundary(u32::MAX as usize);
        Self { of, start: 0, end: u32::try_from(end).unwrap_or(u32::MAX) }
    }
}

impl From<ImageName> for Text {
    fn from(name: ImageName) -> Self {
        Self::of_marked(name.marked())
    }
}

impl PartialEq for ImageName {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for ImageName {}

impl PartialOrd for ImageName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ImageName {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for ImageName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Display for ImageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for ImageName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.as_str())
    }
}

/// Why a text is no image name, as the second half of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadName(String);

impl fmt::Display for BadName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadName {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_or_refused_as_the_service_would() {
        let long = "a".repeat(MAX);
        for good in ["a", "pytorch-2.4-gpu", "A.b-C", "0", &long] {
            assert_eq!(ImageName::parse(good).unwrap().as_str(), good);
        }
        let longer = "a".repeat(MAX + 1);
        for (bad, says) in [
            ("", "empty"),
            (longer.as_str(), "at most 63"),
            ("a_b", "not '_'"),
            ("a b", "not ' '"),
            ("é", "not 'é'"),
            ("-a", "begin and end"),
            ("a.", "begin and end"),
            ("a--b", "side by side"),
            ("a-.b", "side by side"),
        ] {
            let said = ImageName::parse(bad).unwrap_err().to_string();
            assert!(said.contains(says), "{bad:?}: {said}");
        }
    }
}
