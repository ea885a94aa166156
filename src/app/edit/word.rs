//! Where words begin and end, as readline has it.

use unicode_segmentation::UnicodeSegmentation;

/// Where the word begins that is before `at`: letters and digits; all else is between words.
#[must_use]
pub fn left(text: &str, at: usize) -> usize {
    back(text, back(text, at, |character| !is_of_word(character)), is_of_word)
}

/// Where the word ends that is behind `at`.
#[must_use]
pub fn right(text: &str, at: usize) -> usize {
    forward(text, forward(text, at, |character| !is_of_word(character)), is_of_word)
}

/// Where what has no blank in it begins before `at`.
#[must_use]
pub fn blank_left(text: &str, at: usize) -> usize {
    back(text, back(text, at, is_blank), |character| !is_blank(character))
}

fn back(text: &str, at: usize, skip: impl Fn(&str) -> bool) -> usize {
    let skipped = text[..at].graphemes(true).rev().take_while(|character| skip(character));
    at - skipped.map(str::len).sum::<usize>()
}

fn forward(text: &str, at: usize, skip: impl Fn(&str) -> bool) -> usize {
    let skipped = text[at..].graphemes(true).take_while(|character| skip(character));
    at + skipped.map(str::len).sum::<usize>()
}

fn is_of_word(character: &str) -> bool {
    character.chars().any(char::is_alphanumeric)
}

fn is_blank(character: &str) -> bool {
    character.starts_with(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_readline() {
        let text = "a/b-c_d  PyTorch 2.5 (GPU)";
        for (at, left_of, right_of, blank) in [
            (0, 0, 1, 0),
            (2, 0, 3, 0),
            (7, 6, 16, 0),
            (9, 6, 16, 0),
            (12, 9, 16, 9),
            (20, 19, 25, 17),
            (26, 22, 26, 21),
            (25, 22, 26, 21),
        ] {
            assert_eq!(
                (left(text, at), right(text, at), blank_left(text, at)),
                (left_of, right_of, blank),
                "{at}"
            );
        }
        let text = "機械 e\u{301}te\u{301} กำ 👩\u{200d}🚀";
        let ends: Vec<_> = [0, 6, 14].map(|at| right(text, at)).into();
        assert_eq!(
            ends.iter().map(|&at| &text[at..]).collect::<Vec<_>>(),
            [" e\u{301}te\u{301} กำ 👩\u{200d}🚀", " กำ 👩\u{200d}🚀", " 👩\u{200d}🚀",]
        );
        assert_eq!(&text[blank_left(text, text.len())..], "👩\u{200d}🚀");
        assert_eq!(&text[left(text, text.len())..], "กำ 👩\u{200d}🚀");
    }
}
