//! What is said on standard error.
//!
//! Command line and environment can hold anything: escape sequences, and passwords in URLs. Nothing
//! of either gets out.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, Write};
use std::process::ExitCode;

use super::UsageError;
use crate::domain::Text;

/// Says why the program ends, in one line; the exit code for that.
#[must_use]
pub fn failed(error: &anyhow::Error) -> ExitCode {
    say(&format!("sagescope: {}", Text::clean(&without_passwords(&format!("{error:#}")))));
    ExitCode::from(if error.is::<UsageError>() { 2 } else { 1 })
}

/// Says what clap has to say of the command line, be it help or a refusal; the exit code for that.
#[must_use]
pub fn told_by_parser(told: &clap::Error) -> ExitCode {
    if told.use_stderr() {
        // Without colours: their sequences could not be told from those of an argument.
        say(cleaned(&told.to_string()).trim_end());
    } else {
        // Help and version hold nothing from outside. Where nobody reads them, nobody misses them.
        let _ = told.print();
    }
    ExitCode::from(u8::try_from(told.exit_code()).unwrap_or(2))
}

/// From now on a panic is reported like anything else.
pub fn clean_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let backtrace = Backtrace::capture();
        say(&cleaned(&panic.to_string()));
        if backtrace.status() == BacktraceStatus::Captured {
            say(&backtrace.to_string());
        }
    }));
}

/// Says something that is clean. Standard error may be closed or full; then there is nobody to tell.
pub fn say(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// Prints what a command was asked for. Where nobody reads it, nobody misses it.
pub fn print(text: &str) {
    let _ = try_print(text);
}

/// Prints what somebody waits for.
///
/// # Errors
///
/// When standard output does not take all of it.
pub fn try_print(text: &str) -> io::Result<()> {
    let mut output = io::stdout();
    output.write_all(text.as_bytes()).and_then(|()| output.flush())
}

/// The same lines, safe to print.
fn cleaned(words: &str) -> String {
    let words = without_passwords(words);
    let lines: Vec<_> = words.split('\n').map(|line| String::from(Text::clean(line))).collect();
    lines.join("\n")
}

/// The same without what stands before the host in a URL: a user name and a password.
fn without_passwords(words: &str) -> String {
    let mut parts = words.split("://");
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for rest in parts {
        clean.push_str("://");
        // A password can hold nearly anything, so it ends at the last @ before a quote or a break.
        let end = rest.find(['\'', '"', '\u{2018}', '\u{2019}', '\n']).unwrap_or(rest.len());
        let (url, behind) = rest.split_at(end);
        match url.rsplit_once('@') {
            Some((_, host)) => {
                clean.push_str("…@");
                clean.push_str(host);
            }
            None => clean.push_str(url),
        }
        clean.push_str(behind);
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_and_escape_sequences_do_not_get_out() {
        for (words, said) in [
            ("plain words", "plain words"),
            ("at http://h:80/a and http://b", "at http://h:80/a and http://b"),
            ("'http://u:SECRET@h:80/a' found", "'http://…@h:80/a' found"),
            ("\u{2018}http://u:SE@CR/E T@h\u{2019} x@y", "\u{2018}http://…@h\u{2019} x@y"),
            ("a\nhttp://SECRET@\nb", "a\nhttp://…@\nb"),
            ("me@example", "me@example"),
            ("a\u{1b}[2Jb\u{7}", "a\u{fffd}b\u{fffd}"),
            ("http://u:\u{1b}[31mSECRET@h", "http://…@h"),
        ] {
            assert_eq!(cleaned(words), said, "{words:?}");
        }
    }
}
