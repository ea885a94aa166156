//! The body of an answer, as it came.

use std::fmt;
use std::fmt::Write as _;
use std::sync::Arc;

/// So many bytes of a body are kept: 1 MiB.
const MOST_BYTES: usize = 1 << 20;

/// What the service answered, before anybody made anything of it. Copies share it.
///
/// It is hostile: nothing of it goes to a screen or a clipboard but through [`crate::export::raw_text`], which
/// writes what can't be seen as escapes. Bytes that are not UTF-8 are `\x` and two digits.
#[derive(Clone, PartialEq, Eq)]
pub struct RawBody {
    text: Arc<str>,
    is_cut: bool,
    is_text: bool,
}

impl RawBody {
    /// Takes a body, at most a mebibyte of it.
    #[must_use]
    pub fn received(bytes: &[u8]) -> Self {
        let is_cut = bytes.len() > MOST_BYTES;
        let kept = if is_cut { &bytes[..end_of_whole(&bytes[..MOST_BYTES])] } else { bytes };
        let mut text = String::with_capacity(kept.len());
        let mut is_text = true;
        for chunk in kept.utf8_chunks() {
            text.push_str(chunk.valid());
            for byte in chunk.invalid() {
                is_text = false;
                // Writing to a string does not fail.
                let _ = write!(text, "\\x{byte:02x}");
            }
        }
        Self { text: text.into(), is_cut, is_text }
    }

    /// The text. It is not clean.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// How many bytes are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there was no body.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it is longer than what is kept.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Whether all of it is UTF-8.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.is_text
    }

    /// Whether it is a copy of `other`, which takes no time to find out.
    #[must_use]
    pub fn is_copy_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.text, &other.text)
    }
}

/// Where the last character ends that is whole; a cut must not make one that is none.
fn end_of_whole(bytes: &[u8]) -> usize {
    let is_begin = |byte: &u8| *byte & 0xc0 != 0x80;
    let last = bytes.iter().rposition(is_begin).unwrap_or(bytes.len());
    if std::str::from_utf8(&bytes[last..]).is_ok() { bytes.len() } else { last }
}

/// Not a word of it.
impl fmt::Debug for RawBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawBody({} bytes)", self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_most_a_mebibyte_is_kept_and_no_character_is_broken() {
        for (bytes, len, is_cut) in [
            ("x".repeat(MOST_BYTES), MOST_BYTES, false),
            ("x".repeat(MOST_BYTES + 1), MOST_BYTES, true),
            (format!("{}é", "x".repeat(MOST_BYTES - 1)), MOST_BYTES - 1, true),
            (format!("{}é", "x".repeat(MOST_BYTES - 2)), MOST_BYTES, false),
        ] {
            let body = RawBody::received(bytes.as_bytes());
            assert_eq!((body.len(), body.is_cut(), body.is_text()), (len, is_cut, true));
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_told() {
        let body = RawBody::received(b"a\xff\xfeb\xc3");
        assert_eq!((body.text(), body.is_text()), (r"a\xff\xfeb\xc3", false));
        // Also where not a byte more was kept.
        let body = RawBody::received(&[vec![b'x'; MOST_BYTES - 1], vec![0xc3]].concat());
        assert!(!body.is_cut() && body.text().ends_with(r"\xc3"));
    }
}
