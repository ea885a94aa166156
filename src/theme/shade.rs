//! A colour as a theme names it.

use std::fmt;
use std::str::FromStr;

use super::Rgb;
use crate::domain::did_you_mean;

/// A colour as a theme names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shade {
    /// What the terminal has where no colour is asked for.
    Default,
    /// The number of a colour of the terminal: 0 to 15 are the terminal's own, the rest is the same on all.
    Indexed(u8),
    /// A colour by its parts.
    Rgb(Rgb),
}

/// The terminal's own colours, by their numbers.
const NAMES: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

const DEFAULT: &str = "default";

impl Shade {
    /// The pattern that all that can be written matches, for the schema.
    #[must_use]
    pub fn pattern() -> String {
        format!("^(#[0-9a-fA-F]{{6}}|[0-9]{{1,3}}|{DEFAULT}|{})$", NAMES.join("|"))
    }

    /// Its parts, where they are the same on every terminal.
    #[must_use]
    pub fn rgb(self) -> Option<Rgb> {
        match self {
            Self::Rgb(colour) => Some(colour),
            Self::Indexed(index) => Rgb::of_index(index),
            Self::Default => None,
        }
    }
}

impl FromStr for Shade {
    type Err = String;

    /// `#rrggbb`, a number to 255, a name of the terminal's own colours, or `default`.
    fn from_str(written: &str) -> Result<Self, String> {
        if let Some(digits) = written.strip_prefix('#') {
            let number = u32::from_str_radix(digits, 16)
                .ok()
                .filter(|_| digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
            let [_, red, green, blue] = number
                .ok_or_else(|| format!("“{written}” is not a color: # takes six digits, such as #ff8800"))?
                .to_be_bytes();
            return Ok(Self::Rgb(Rgb(red, green, blue)));
        }
        if !written.is_empty() && written.bytes().all(|digit| digit.is_ascii_digit()) {
            let number =
                written.parse().map_err(|_| format!("“{written}” is not a color: numbers end at 255"))?;
            return Ok(Self::Indexed(number));
        }
        let small = written.to_ascii_lowercase();
        if small == DEFAULT {
            return Ok(Self::Default);
        }
        let found = NAMES.iter().position(|name| *name == small).and_then(|at| u8::try_from(at).ok());
        found.map(Self::Indexed).ok_or_else(|| {
            let meant = did_you_mean(written, NAMES.into_iter().chain([DEFAULT]));
            let forms = "; use #rrggbb, a number to 255, or a name such as bright-blue";
            let hint = if meant.is_empty() { forms } else { &meant };
            format!("“{written}” is not a color{hint}")
        })
    }
}

impl fmt::Display for Shade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str(DEFAULT),
            Self::Indexed(index) => match NAMES.get(usize::from(*index)) {
                Some(name) => f.write_str(name),
                None => write!(f, "{index}"),
            },
            Self::Rgb(Rgb(red, green, blue)) => write!(f, "#{red:02x}{green:02x}{blue:02x}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_as_it_is_written() {
        for (written, shade) in [
            ("#FF8800", Shade::Rgb(Rgb(255, 0x88, 0))),
            ("#0a0b0c", Shade::Rgb(Rgb(10, 11, 12))),
            ("0", Shade::Indexed(0)),
            ("255", Shade::Indexed(255)),
            ("Bright-Blue", Shade::Indexed(12)),
            ("default", Shade::Default),
        ] {
            assert_eq!(written.parse(), Ok(shade), "{written}");
            assert_eq!(shade.to_string().parse(), Ok(shade), "{written}");
        }
    }

    #[test]
    fn what_is_no_colour_is_said_with_what_was_meant() {
        for (written, words) in [
            ("", "“” is not a color; use #rrggbb, a number to 255, or a name such as bright-blue"),
            ("#ff88", "“#ff88” is not a color: # takes six digits, such as #ff8800"),
            ("#+f8800", "“#+f8800” is not a color: # takes six digits, such as #ff8800"),
            ("#ﬀ8800", "“#ﬀ8800” is not a color: # takes six digits, such as #ff8800"),
            ("256", "“256” is not a color: numbers end at 255"),
            ("99999999999999999999", "“99999999999999999999” is not a color: numbers end at 255"),
            ("magneta", "“magneta” is not a color; did you mean “magenta”?"),
            ("brightblue", "“brightblue” is not a color; did you mean “bright-blue”?"),
        ] {
            assert_eq!(written.parse::<Shade>(), Err(words.to_owned()), "{written}");
        }
    }
}
