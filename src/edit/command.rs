//! A request in the words of the AWS CLI and a POSIX shell.

use std::fmt::Write as _;

use crate::domain::invisible;

/// One argument of a command of the AWS CLI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// As `--display-name`.
    pub option: &'static str,
    /// What is given to it.
    pub value: Given,
}

/// What an option is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// The name of what is asked about or changed.
    Name(String),
    /// Words of a person.
    Text(String),
    /// Words, one after another.
    Words(Vec<String>),
    /// JSON, a list or an object.
    Json(String),
    /// Nothing: the option says it all.
    Nothing,
}

impl Given {
    fn is_plain(&self) -> bool {
        match self {
            Self::Name(value) | Self::Text(value) | Self::Json(value) => is_plain_to_cli(value),
            // Several words leave no place for `=`.
            Self::Words(words) => words.iter().all(|word| !looks_like_option(word) && is_plain_to_cli(word)),
            Self::Nothing => true,
        }
    }
}

/// `aws sagemaker OPERATION`, with its arguments or, where a value would not come through as it
/// stands, with all of it as `json`; then the options that say where.
pub fn command(
    operation: &str,
    arguments: &[Argument],
    json: impl Fn() -> String,
    place: &[(&str, &str)],
) -> String {
    let mut command = format!("aws sagemaker {operation}");
    if arguments.iter().all(|argument| argument.value.is_plain()) {
        for Argument { option, value } in arguments {
            let _ = match value {
                Given::Name(value) | Given::Json(value) => {
                    write!(command, " {option}{}{}", joint(value), quote(value))
                }
                Given::Text(value) => write!(command, " {option}={}", quote(value)),
                Given::Words(words) => {
                    let words: Vec<_> = words.iter().map(|word| quote(word)).collect();
                    write!(command, " {option} {}", words.join(" "))
                }
                Given::Nothing => write!(command, " {option}"),
            };
        }
    } else {
        let _ = write!(command, " --cli-input-json {}", quote(&json()));
    }
    for (option, value) in place {
        let _ = write!(command, " {option}{}{}", joint(value), quote(value));
    }
    command
}

/// What stands between an option and its value: with `=`, one that looks like an option is not read as one.
fn joint(value: &str) -> char {
    if looks_like_option(value) { '=' } else { ' ' }
}

fn looks_like_option(word: &str) -> bool {
    word.starts_with('-')
}

/// Whether the AWS CLI takes the value of an option as it stands, and a person sees all of it. The CLI
/// sends what it reads there instead of a value that begins with one of these; version 1 does so
/// with web addresses too.
fn is_plain_to_cli(value: &str) -> bool {
    const READ: [&str; 4] = ["file://", "fileb://", "http://", "https://"];
    !READ.iter().any(|begin| value.starts_with(begin)) && !value.contains(invisible::is_invisible)
}

/// One word of a POSIX shell command: bare where that is safe, else in single quotes.
#[must_use]
pub fn quote(word: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || "-_./:=@+,".contains(c);
    if !word.is_empty() && word.chars().all(bare) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}
