//! The texts of an image, as a filter reads them.

use nucleo_matcher::{Matcher, Utf32Str};

use crate::app::list::ListedImage;

use super::fuzzy::matcher;
use super::needle::fold;

/// What of an image has to contain a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// Name, display name or description.
    All,
    /// Name or display name.
    Names,
    /// Description.
    Description,
}

/// Room in which the texts of one image after another are made ready to be read.
pub struct Reader {
    /// Name, display name and description, folded, a line each.
    folded: String,
    /// Where the description begins there.
    description: usize,
    characters: Vec<char>,
    matcher: Matcher,
}

impl Default for Reader {
    fn default() -> Self {
        Self { folded: String::new(), description: 0, characters: Vec::new(), matcher: matcher() }
    }
}

impl Reader {
    /// Takes up the texts of an image.
    pub fn take(&mut self, listed: ListedImage<'_>) {
        self.folded.clear();
        for (at, text) in texts(listed).into_iter().enumerate() {
            if at == 2 {
                self.description = self.folded.len();
            }
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        let start = self.folded.len();
        if text.is_ascii() {
            self.folded.push_str(text);
            self.folded[start..].make_ascii_lowercase();
        } else {
            self.folded.push_str(&fold(text));
        }
        self.folded.push('\n');
    }

    /// What a word is searched in as it stands.
    pub fn folded(&self, within: Within) -> &str {
        match within {
            Within::All => &self.folded,
            Within::Names => &self.folded[..self.description],
            Within::Description => &self.folded[self.description..],
        }
    }

    /// The best that `judge` says of the texts in which letters are searched; it is told of each whether it is
    /// prose.
    pub fn best<T: Ord>(
        &mut self,
        listed: ListedImage<'_>,
        within: Within,
        judge: impl Fn(Utf32Str<'_>, bool, &mut Matcher) -> T,
    ) -> Option<T> {
        let range = match within {
            Within::All => 0..3,
            Within::Names => 0..2,
            Within::Description => 2..3,
        };
        let texts = texts(listed);
        let of =
            |at: usize| judge(Utf32Str::new(texts[at], &mut self.characters), at == 2, &mut self.matcher);
        range.map(of).max()
    }
}

/// Name, display name and description.
fn texts(listed: ListedImage<'_>) -> [&str; 3] {
    [listed.name_str(), listed.display_name().unwrap_or_default(), listed.description().unwrap_or_default()]
}
