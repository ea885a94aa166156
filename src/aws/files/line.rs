//! One line of a shared file, by the SDK's grammar.

/// What the SDK takes for a blank; nothing else is one.
pub(super) const BLANKS: [char; 2] = [' ', '\t'];
const COMMENT: [char; 2] = ['#', ';'];

/// What a line is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// Empty, or a comment.
    Nothing,
    /// What stands between `[` and `]`.
    Heading(&'a str),
    /// `name = value`; the name in lower case, as the SDK takes it.
    Setting(String, &'a str),
    /// A line that begins with a blank and so belongs to the setting above it.
    Indented(&'a str),
}

/// What is wrong with a line and what to do, as the end of a sentence. It never repeats the line,
/// which might hold a secret.
pub(super) type Wrong = &'static str;

impl<'a> Line<'a> {
    /// Reads a line without its line break.
    pub(super) fn read(line: &'a str) -> Result<Self, Wrong> {
        let bare = line.trim_matches(BLANKS);
        // The SDK takes an indented comment for a part of the value above it; the AWS CLI does not.
        if bare.is_empty() || bare.starts_with(COMMENT) {
            return Ok(Self::Nothing);
        }
        if line.starts_with('[') {
            return heading(line);
        }
        if line.starts_with(BLANKS) {
            return Ok(Self::Indented(bare));
        }
        setting(line).map(|(name, value)| Self::Setting(name, value))
    }
}

fn heading(line: &str) -> Result<Line<'_>, Wrong> {
    let whole = without_comment(line, false);
    let inside = whole.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match inside {
        Some(inside) => Ok(Line::Heading(inside)),
        None if whole.contains(']') => {
            Err("something follows the ] of this section's heading. Put it on a line of its own.")
        }
        None => Err("the heading of this section has no ] at its end. Add it."),
    }
}

/// `name = value`.
pub(super) fn setting(line: &str) -> Result<(String, &str), Wrong> {
    let Some((name, value)) = without_comment(line, true).split_once('=') else {
        return Err("a setting is written `name = value`, and this line has no =. Correct or remove it.");
    };
    let name = name.trim_matches(BLANKS);
    if name.is_empty() {
        return Err("this line has no name before its =. Correct or remove it.");
    }
    Ok((name.to_ascii_lowercase(), value.trim_matches(BLANKS)))
}

/// Cuts a comment off; in a value it has to stand after white space, of any kind.
fn without_comment(line: &str, after_white_space: bool) -> &str {
    let line = line.trim_matches(BLANKS);
    let mut before = None;
    for (at, c) in line.char_indices() {
        if COMMENT.contains(&c) && (!after_white_space || before.is_some_and(char::is_whitespace)) {
            return line[..at].trim_matches(BLANKS);
        }
        before = Some(c);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_the_sdk_reads_them() {
        let setting = |name: &str, value| Ok(Line::Setting(name.into(), value));
        for (line, read) in [
            ("", Ok(Line::Nothing)),
            (" \t", Ok(Line::Nothing)),
            ("# a = b", Ok(Line::Nothing)),
            ("  ; a", Ok(Line::Nothing)),
            ("[default]", Ok(Line::Heading("default"))),
            ("[ profile x ] # mine", Ok(Line::Heading(" profile x "))),
            ("[a;b]", Err("no ]")),
            ("[a", Err("no ]")),
            ("[a] b = c", Err("follows the ]")),
            ("Region=eu-west-1 ; here", setting("region", "eu-west-1")),
            ("a = b#c", setting("a", "b#c")),
            ("a = b=c", setting("a", "b=c")),
            ("s3 =", setting("s3", "")),
            ("= b", Err("no name")),
            ("word", Err("no =")),
            ("a #= b", Err("no =")),
            ("\tmax = 3", Ok(Line::Indented("max = 3"))),
        ] {
            match (Line::read(line), read) {
                (Err(said), Err(wanted)) => assert!(said.contains(wanted), "{line:?}: {said}"),
                (found, wanted) => assert_eq!(found, wanted, "{line:?}"),
            }
        }
    }
}
