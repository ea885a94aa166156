//! Letters that need not stand side by side.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// So much has a letter to be worth to the matcher, by and large: what it is worth wherever it stands.
const LEAST: usize = 16;
/// Fewer letters than this are the letters of some word in nearly all prose.
const FEWEST_IN_PROSE: usize = 4;
/// Longer words are searched for as they stand.
const LONGEST: usize = 100;

/// How well letters are found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// Not in this order. More letters make that no better.
    No,
    /// In this order, but strewn over the text. With another letter it may be that they are not.
    Strewn,
    /// As somebody shortens a word.
    Near,
}

/// A word whose letters may have others between them.
///
/// What the gaps cost has to be made up for by where the letters stand: at the begin of words, side by side. So
/// `pytgpu` finds `pytorch-2.4-gpu`, and `gpu` does not find `training-python-cpu`.
#[derive(Debug, Clone, PartialEq)]
pub struct Fuzzy {
    atom: Atom,
}

impl Fuzzy {
    /// The letters of `word`; nothing where it is too long to be a few letters of something.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        let atom = Atom::new(word, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy, false);
        let letters = atom.needle_text().len();
        (letters <= LONGEST).then_some(Self { atom })
    }

    /// How well a name has them, or a word of a text in prose: that is long enough to have any letters somewhere.
    pub fn nearness(&self, text: Utf32Str<'_>, is_prose: bool, matcher: &mut Matcher) -> Nearness {
        let Some(score) = self.atom.score(text, matcher) else { return Nearness::No };
        let is_near = if is_prose {
            self.is_long_enough_for_prose() && words(text).any(|(_, word)| self.is_in(word, matcher))
        } else {
            self.is_enough(score)
        };
        if is_near { Nearness::Near } else { Nearness::Strewn }
    }

    /// Which characters of a name they are, or of the words of a text in prose, from 0, if it has them.
    #[must_use]
    pub fn letters(&self, text: Utf32Str<'_>, is_prose: bool, matcher: &mut Matcher) -> Vec<u32> {
        let mut letters = Vec::new();
        if !is_prose {
            if self.is_in(text, matcher) {
                self.atom.indices(text, matcher, &mut letters);
            }
            return letters;
        }
        if self.is_long_enough_for_prose() {
            for (begin, word) in words(text) {
                let mut of_word = Vec::new();
                if self.is_in(word, matcher) {
                    self.atom.indices(word, matcher, &mut of_word);
                }
                letters.extend(of_word.into_iter().map(|letter| begin + letter));
            }
        }
        letters
    }

    fn is_in(&self, text: Utf32Str<'_>, matcher: &mut Matcher) -> bool {
        self.atom.score(text, matcher).is_some_and(|score| self.is_enough(score))
    }

    fn is_enough(&self, score: u16) -> bool {
        usize::from(score) >= self.atom.needle_text().len() * LEAST
    }

    fn is_long_enough_for_prose(&self) -> bool {
        self.atom.needle_text().len() >= FEWEST_IN_PROSE
    }
}

/// The words of a text, each with the place of its first character, from 0.
fn words(text: Utf32Str<'_>) -> impl Iterator<Item = (u32, Utf32Str<'_>)> {
    let mut begin = 0;
    let ends = text.chars().enumerate().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    ends.chain([text.len()]).filter_map(move |end| {
        let from = std::mem::replace(&mut begin, end + 1);
        let place = u32::try_from(from).ok()?;
        (from < end).then(|| (place, text.slice(from..end)))
    })
}

/// What finds letters; it takes room that is best used for many texts.
#[must_use]
pub fn matcher() -> Matcher {
    Matcher::new(Config::DEFAULT)
}
