//! What is wrong in the file, and where.

use std::fmt;

use crate::domain::Text;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// In which line and column, in characters, both from 1 on; nothing where it is about the file.
    pub at: Option<(usize, usize)>,
    /// What is wrong and what is meant; safe to draw.
    pub words: String,
}

impl Finding {
    /// A finding at a byte of the file.
    pub(super) fn at(raw: &[u8], byte: usize, words: &str) -> Self {
        let before = &raw[..byte.min(raw.len())];
        let line = before.split(|byte| *byte == b'\n').count();
        let begin = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let column =
            1 + String::from_utf8_lossy(&before[begin..]).trim_start_matches('\u{feff}').chars().count();
        Self { at: Some((line, column)), words: Text::clean(words).into() }
    }

    /// A finding about the whole file.
    pub(super) fn of_file(words: &str) -> Self {
        Self { at: None, words: Text::clean(words).into() }
    }
}

/// `3:1: there is no “…”`
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((line, column)) = self.at {
            write!(f, "{line}:{column}: ")?;
        }
        f.write_str(&self.words)
    }
}
