//! One line of a shared file, by the grammar of the AWS CLI: that of Python's `configparser`.

const COMMENT: [char; 2] = ['#', ';'];

/// What is wrong with a line and what to do, as the end of a sentence. It never repeats the line,
/// which might hold a secret.
pub(super) type LineError = &'static str;

/// What a line is, wherever it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ConfigLine<'a> {
    /// Nothing but white space: within a value it is an empty line of it.
    Blank,
    /// A comment, indented or not.
    Comment,
    /// Anything else, without the white space around it, and how many letters of that stood before it.
    Text(&'a str, usize),
}

/// What stands in a line that goes on with no setting.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Statement<'a> {
    /// What stands between `[` and `]`, and whether something follows that is no comment.
    Heading(&'a str, bool),
    /// `name = value` or `name: value`; the name in lower case.
    Setting(String, &'a str),
}

impl<'a> ConfigLine<'a> {
    /// Reads a line without its line break.
    pub(super) fn read(line: &'a str) -> Self {
        let bare = trim(line);
        if bare.is_empty() {
            Self::Blank
        } else if bare.starts_with(COMMENT) {
            Self::Comment
        } else {
            Self::Text(bare, line.chars().take_while(|&c| is_white(c)).count())
        }
    }
}

impl<'a> Statement<'a> {
    /// Reads a line without the white space around it.
    pub(super) fn read(bare: &'a str) -> Result<Self, LineError> {
        if bare.starts_with('[') { heading(bare) } else { setting(bare) }
    }
}

/// The heading ends with the last `]`: a name may hold others. But a comment may hold some too, which
/// the CLI takes for a part of the name.
fn heading(bare: &str) -> Result<Statement<'_>, LineError> {
    let before_comment = bare.match_indices(']').map(|(at, _)| at).find(|at| {
        let rest = &bare[at + 1..];
        rest.starts_with(is_white) && trim(rest).starts_with(COMMENT)
    });
    let Some(end) = before_comment.or_else(|| bare.rfind(']')) else {
        return Err("the heading of this section has no ] at its end. Add it.");
    };
    let rest = trim(&bare[end + 1..]);
    Ok(Statement::Heading(&bare[1..end], !rest.is_empty() && !rest.starts_with(COMMENT)))
}

fn setting(bare: &str) -> Result<Statement<'_>, LineError> {
    let Some((name, value)) = bare.split_once(['=', ':']) else {
        return Err("a setting is written `name = value`, and this line has no =. Fix or remove it.");
    };
    let name = trim(name);
    if name.is_empty() {
        return Err("this line has no name before its =. Fix or remove it.");
    }
    Ok(Statement::Setting(name.to_lowercase(), trim(value)))
}

/// `name = value` in a line below a setting without a value of its own.
pub(super) fn below(bare: &str) -> Result<(&str, &str), LineError> {
    let parts = bare.split_once('=');
    let (name, value) = parts.ok_or("a line below a setting without a value is written `name = value`.")?;
    Ok((trim(name), trim(value)))
}

/// A value without a comment after it. To the CLI the comment is a part of the value; where no value can
/// hold one, it can't be meant.
pub(super) fn without_comment(value: &str) -> &str {
    let mut before = None;
    for (at, c) in value.char_indices() {
        if COMMENT.contains(&c) && before.is_none_or(is_white) {
            return trim(&value[..at]);
        }
        before = Some(c);
    }
    value
}

/// Text without what Python's `strip` takes off.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_white)
}

/// Text without what Python's `rstrip` takes off.
pub(super) fn trim_end(text: &str) -> &str {
    text.trim_end_matches(is_white)
}

/// White space to Python: some control characters too.
fn is_white(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart() {
        for (line, read) in [
            ("", ConfigLine::Blank),
            (" \t\u{a0}\u{c}", ConfigLine::Blank),
            ("# a = b", ConfigLine::Comment),
            ("\t ; a", ConfigLine::Comment),
            ("a = b ", ConfigLine::Text("a = b", 0)),
            ("\u{c}\u{a0} a", ConfigLine::Text("a", 3)),
            ("\t[a]", ConfigLine::Text("[a]", 1)),
        ] {
            assert_eq!(ConfigLine::read(line), read, "{line:?}");
        }
    }

    #[test]
    fn headings_and_settings_are_read_as_the_cli_reads_them() {
        let setting = |name: &str, value| Ok(Statement::Setting(name.into(), value));
        for (line, read) in [
            ("[default]", Ok(Statement::Heading("default", false))),
            ("[ profile x ] # mine", Ok(Statement::Heading(" profile x ", false))),
            ("[x];mine", Ok(Statement::Heading("x", false))),
            ("[x] # as in [y]", Ok(Statement::Heading("x", false))),
            ("[a]b]", Ok(Statement::Heading("a]b", false))),
            ("[a#b;c = d]", Ok(Statement::Heading("a#b;c = d", false))),
            ("[a] b = c", Ok(Statement::Heading("a", true))),
            ("[]", Ok(Statement::Heading("", false))),
            ("[a", Err("no ]")),
            ("[a = b", Err("no ]")),
            ("Region=eu-west-1 ; here", setting("region", "eu-west-1 ; here")),
            ("a: b=c", setting("a", "b=c")),
            ("a=b:c", setting("a", "b:c")),
            ("my key = v", setting("my key", "v")),
            ("a =\u{a0}b", setting("a", "b")),
            ("s3 =", setting("s3", "")),
            ("= b", Err("no name")),
            ("word", Err("no =")),
        ] {
            match (Statement::read(line), read) {
                (Err(said), Err(wanted)) => assert!(said.contains(wanted), "{line:?}: {said}"),
                (found, wanted) => assert_eq!(found, wanted, "{line:?}"),
            }
        }
    }

    #[test]
    fn a_comment_after_a_value_stands_after_white_space() {
        for (value, plain) in [
            ("eu-west-1 # Ireland", "eu-west-1"),
            ("a#b ;c", "a#b"),
            ("a\u{a0}# b", "a"),
            ("# a", ""),
            ("a b", "a b"),
        ] {
            assert_eq!(without_comment(value), plain, "{value:?}");
        }
    }
}
