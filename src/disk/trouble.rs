//! What went wrong with a file, for the person to read.

use std::fmt;
use std::io::{Error, ErrorKind};
use std::path::Path;

use crate::domain::Text;
use crate::plain_file;

/// One sentence that names the file and says what to do; safe to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble(pub String);

impl Trouble {
    /// Takes a sentence and cleans it: paths and the words of parsers come from outside.
    pub(super) fn new(sentence: &str) -> Self {
        Self(Text::clean(sentence).into())
    }

    /// The sentence "Can't *do* *path*: *cause*; *what to do*."
    pub(crate) fn io(what: &str, path: &Path, error: &Error) -> Self {
        let (cause, advice) = in_plain_words(error);
        Self::new(&format!("Couldn't {what} {}: {cause}; {advice}.", path.display()))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

/// The cause, and what to do about it.
fn in_plain_words(error: &Error) -> (String, &'static str) {
    let (cause, advice) = match error.kind() {
        _ if plain_file::is_link(error) => {
            ("it is a link, and links are not followed there", "move it out of the way")
        }
        ErrorKind::PermissionDenied => ("permission denied", "check its owner and permissions"),
        ErrorKind::StorageFull => ("the disk is full", "free some space"),
        ErrorKind::QuotaExceeded => ("the disk quota is exceeded", "free some space"),
        ErrorKind::FileTooLarge => ("the file size limit is reached", "raise it (ulimit -f)"),
        ErrorKind::ReadOnlyFilesystem => {
            ("the file system is read-only", "set XDG_STATE_HOME to a writable folder")
        }
        ErrorKind::NotADirectory => {
            ("there is a file where a folder should be", "move that file out of the way")
        }
        ErrorKind::IsADirectory => {
            ("there is a folder where a file should be", "move that folder out of the way")
        }
        ErrorKind::InvalidInput => ("it is not a regular file", "move it out of the way"),
        ErrorKind::Unsupported => {
            ("its file system doesn't support locks", "set XDG_STATE_HOME to a folder on another one")
        }
        _ => return (error.to_string(), "check it, then restart sagescope"),
    };
    (cause.to_owned(), advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_are_said_plainly_and_with_advice() {
        for (error, says) in [
            (ErrorKind::StorageFull.into(), "the disk is full; free some space."),
            (ErrorKind::InvalidInput.into(), "it is not a regular file; move it out of the way."),
            (plain_file::link(), "it is a link, and links are not followed there; move it out of the way."),
        ] {
            let said = Trouble::io("write to the journal", Path::new("/j\u{1b}[2J"), &error).0;
            assert_eq!(said, format!("Couldn't write to the journal /j\u{fffd}: {says}"));
        }
    }
}
