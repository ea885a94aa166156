//! A command line taken apart into words, as the AWS CLI does it: by Python's `shlex.split`.
//!
//! Quotes and backslashes mean what they mean to a shell; nothing else does. A `#` begins no comment
//! (the crates for this take it for one), `$`, `;` and `|` are letters.

/// What parts words; other white space belongs to a word.
const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

/// Why a text has no words, as the second half of a sentence.
pub(in crate::aws) type WordsError = &'static str;

/// The words of `text`.
///
/// # Errors
///
/// That a quote is not closed, or that nothing follows a backslash.
pub(in crate::aws) fn split(text: &str) -> Result<Vec<String>, WordsError> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            _ if BLANKS.contains(&letter) => words.extend(word.take()),
            '\'' | '"' => quoted(letter, &mut letters, word.get_or_insert_default())?,
            '\\' => word.get_or_insert_default().push(escaped(&mut letters)?),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    Ok(words)
}

/// Takes what stands before the closing `quote`.
fn quoted(
    quote: char,
    letters: &mut impl Iterator<Item = char>,
    word: &mut String,
) -> Result<(), WordsError> {
    while let Some(letter) = letters.next() {
        match letter {
            _ if letter == quote => return Ok(()),
            '\\' if quote == '"' => {
                let next = escaped(letters)?;
                if next != '\\' && next != '"' {
                    word.push('\\');
                }
                word.push(next);
            }
            _ => word.push(letter),
        }
    }
    Err("a quote is not closed")
}

fn escaped(letters: &mut impl Iterator<Item = char>) -> Result<char, WordsError> {
    letters.next().ok_or("nothing follows the backslash at the end")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Python's `shlex.split` says to each.
    #[test]
    fn words_are_those_of_the_aws_cli() {
        for (text, words) in [
            ("", &[][..]),
            (" \t\r\n", &[]),
            ("a b", &["a", "b"]),
            ("a  \n b", &["a", "b"]),
            ("'a b' \"c d\"", &["a b", "c d"]),
            ("a'b 'c\"d \"e", &["ab cd e"]),
            ("''", &[""]),
            ("a '' b", &["a", "", "b"]),
            ("a\\ b", &["a b"]),
            ("'a\\b'", &["a\\b"]),
            ("\"a\\b\\\\c\\\"d\\$e\"", &["a\\b\\c\"d\\$e"]),
            ("a $b ;c #d |e (f) `g` &h", &["a", "$b", ";c", "#d", "|e", "(f)", "`g`", "&h"]),
            ("a\u{a0}b\u{c}c", &["a\u{a0}b\u{c}c"]),
            ("é\\é", &["éé"]),
            ("a\\\nb", &["a\nb"]),
        ] {
            assert_eq!(split(text).unwrap(), words, "{text:?}");
        }
        for text in ["'a", "\"a", "a\"b\\\"", "it's"] {
            assert_eq!(split(text), Err("a quote is not closed"), "{text:?}");
        }
        for text in ["a\\", "\"a\\"] {
            assert_eq!(split(text), Err("nothing follows the backslash at the end"), "{text:?}");
        }
    }
}
