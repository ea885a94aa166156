//! What a reader takes for one character, however many it is made of: a letter with its accents, a
//! flag, a family of emoji.

use unicode_segmentation::GraphemeCursor;

/// Whether `at` is not within one. It must be where a `char` of `text` begins or ends.
#[must_use]
pub fn is_boundary(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    match (at.checked_sub(1).and_then(|before| bytes.get(before)), bytes.get(at)) {
        (None, _) | (_, None) => true,
        // Nearly all are.
        (Some(b' '..=b'~'), Some(behind)) if behind.is_ascii() => true,
        _ => cursor(text, at).is_boundary(text, 0).unwrap_or(true),
    }
}

/// Where the one ends that begins at `at` or is around it; the end of the text behind the last.
#[must_use]
pub fn end(text: &str, at: usize) -> usize {
    cursor(text, at).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// Where the one begins that ends at `at` or is around it; 0 before the first.
#[must_use]
pub fn begin(text: &str, at: usize) -> usize {
    cursor(text, at).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

fn cursor(text: &str, at: usize) -> GraphemeCursor {
    GraphemeCursor::new(at, text.len(), true)
}
