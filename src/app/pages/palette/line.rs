//! What is typed, taken apart.

use super::Command;

/// What is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line<'a> {
    /// Letters of a name.
    Name(&'a str),
    /// A command and what follows it.
    Argument {
        /// Which.
        command: Command,
        /// What follows, without blanks before it.
        argument: &'a str,
        /// Where that begins, in bytes.
        start: usize,
    },
}

impl<'a> Line<'a> {
    /// Takes `text` apart. Colons before it are typed, or pasted, by habit.
    pub fn of(text: &'a str) -> Self {
        let begun = text.trim_start_matches(|c: char| c == ':' || c.is_whitespace());
        if let Some((word, behind)) = begun.split_once(char::is_whitespace)
            && let Some(command) = Command::ALL.iter().find(|it| it.word().eq_ignore_ascii_case(word))
        {
            let argument = behind.trim_start();
            return Self::Argument { command: *command, argument, start: text.len() - argument.len() };
        }
        Self::Name(begun.trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_goes_on_behind_a_blank() {
        let argument = |command, argument, start| Line::Argument { command, argument, start };
        for (text, line) in [
            ("", Line::Name("")),
            (" : ", Line::Name("")),
            ("region", Line::Name("region")),
            (":region", Line::Name("region")),
            ("region ", argument(Command::Region, "", 7)),
            (":Region  eu-west-1 ", argument(Command::Region, "eu-west-1 ", 9)),
            ("filter a b", argument(Command::Filter, "a b", 7)),
            ("regions eu", Line::Name("regions eu")),
            ("é ü", Line::Name("é ü")),
        ] {
            assert_eq!(Line::of(text), line, "{text:?}");
        }
    }
}
