//! What is known of one fault.

use super::fault::Fault;

/// One fault.
pub struct Row {
    pub fault: Fault,
    /// What happens, as the document says it.
    pub named: &'static str,
    /// What is said, each way that it may read; `…` is what differs. Nothing where it goes well.
    pub told: &'static [&'static str],
    /// How often a read is tried.
    pub tries: usize,
    pub write: Write,
}

/// What becomes of a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Write {
    /// It never leaves.
    NotSent,
    /// It is sent once, and accepted.
    Accepted,
    /// It is sent once, and was surely not done.
    Refused,
    /// It is sent once, and nobody knows what became of it.
    Unknown,
}

impl Write {
    /// What becomes of it, as the document says it.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NotSent => ("no", "was not done; the draft stays"),
            Self::Accepted => ("once", "is verified by reading it back"),
            Self::Refused => ("once", "was not done; the draft stays"),
            Self::Unknown => ("once", "is looked up; if it was not done, the draft stays"),
        }
    }
}

impl Row {
    /// Whether `words` are what a person is to be told.
    pub fn tells(&self, words: &str) -> bool {
        self.told.iter().any(|told| reads_like(words, told))
    }
}

/// Whether `words` are `told`, where `…` is whatever stands there.
fn reads_like(words: &str, told: &str) -> bool {
    let mut parts: Vec<_> = told.split('…').collect();
    let last = parts.pop().filter(|_| !parts.is_empty());
    let Some(mut rest) = words.strip_prefix(parts.first().unwrap_or(&told)) else { return false };
    for part in parts.iter().skip(1) {
        let Some((_, after)) = rest.split_once(part) else { return false };
        rest = after;
    }
    last.map_or(rest.is_empty(), |last| rest.ends_with(last))
}
