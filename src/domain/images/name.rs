//! The name of an image.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::domain::Text;

/// Most characters in an `ImageName` (`API_DescribeImage`, `ImageName`).
const MAX: usize = 63;

/// An `ImageName`: 1 to 63 letters, digits, single hyphens and single dots, the key of an image
/// within an account and region.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ImageName(Text);

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
        Ok(Self(Text::clean(raw)))
    }

    /// Takes a name as the service gave it: cleaned, not judged.
    #[must_use]
    pub fn received(raw: &str) -> Self {
        Self(Text::clean(raw))
    }

    /// Whether it came otherwise, as [`Text::is_altered`].
    #[must_use]
    pub fn is_altered(&self) -> bool {
        self.0.is_altered()
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
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
