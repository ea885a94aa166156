//! Letters that need not stand side by side.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Matcher, Utf32Str};

/// So much has a letter to be worth to the matcher, by and large, in a name: what it is worth wherever it stands.
const IN_NAME: usize = 16;
/// And in prose, which is long enough to have any letters somewhere: as much as one that stands beside another.
const IN_PROSE: usize = 20;
/// Fewer letters than this are the initials of something in nearly all prose.
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
    pub fn new(word: &str) -> Option<Self> {
        let atom = Atom::new(word, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy, false);
        let letters = atom.needle_text().len();
        (letters <= LONGEST).then_some(Self { atom })
    }

    /// How well a name has them, or a text in prose.
    pub fn nearness(&self, text: Utf32Str<'_>, is_prose: bool, matcher: &mut Matcher) -> Nearness {
        let least = if is_prose { IN_PROSE } else { IN_NAME };
        let has_too_few = is_prose && self.atom.needle_text().len() < FEWEST_IN_PROSE;
        match self.atom.score(text, matcher) {
            None => Nearness::No,
            Some(score) if has_too_few || self.is_less(score, least) => Nearness::Strewn,
            Some(_) => Nearness::Near,
        }
    }

    /// Which characters of a name they are, or of a text in prose, from 0, if it has them near enough.
    pub fn letters(&self, text: Utf32Str<'_>, is_prose: bool, matcher: &mut Matcher) -> Vec<u32> {
        let mut letters = Vec::new();
        if self.nearness(text, is_prose, matcher) == Nearness::Near {
            self.atom.indices(text, matcher, &mut letters);
        }
        letters
    }

    fn is_less(&self, score: u16, least: usize) -> bool {
        usize::from(score) < self.atom.needle_text().len() * least
    }
}
