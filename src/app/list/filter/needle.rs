//! A text that is searched for as it stands.

use memchr::memmem::Finder;

use crate::app::cells;

/// A text, folded, and how it is found.
#[derive(Debug, Clone)]
pub struct Needle(Finder<'static>);

impl PartialEq for Needle {
    fn eq(&self, other: &Self) -> bool {
        self.0.needle() == other.0.needle()
    }
}

impl Needle {
    /// What finds `text`, in any case.
    pub fn new(text: &str) -> Self {
        Self(Finder::new(fold(text).as_bytes()).into_owned())
    }

    /// Which characters of a text that is folded it covers, from 0, wherever it occurs.
    pub fn letters(&self, folded: &str) -> Vec<u32> {
        let found: Vec<_> = self.0.find_iter(folded.as_bytes()).collect();
        let is_covered =
            |at: usize| found.iter().any(|start| (*start..start + self.0.needle().len()).contains(&at));
        let characters = (0_u32..).zip(cells::graphemes(folded));
        characters.filter(|(_, (start, ..))| is_covered(*start)).map(|(at, _)| at).collect()
    }

    /// Whether it occurs in a text that is folded.
    pub fn is_in(&self, folded: &str) -> bool {
        self.0.find(folded.as_bytes()).is_some()
    }

    /// Whether a text that is folded ends in it.
    pub fn ends(&self, folded: &str) -> bool {
        folded.as_bytes().ends_with(self.0.needle())
    }

    /// Whether all that contains it contains `earlier` too, for that is its beginning.
    pub fn continues(&self, earlier: &Self) -> bool {
        self.0.needle().starts_with(earlier.0.needle())
    }
}

/// Text as it is compared: in lower case.
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}
