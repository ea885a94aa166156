//! How a profile is marked, so that nobody takes one account for another.

use super::Text;

/// What the settings say of one profile.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mark {
    /// A word for the header, as `PROD`.
    pub word: Option<Text>,
    /// Its colour.
    pub colour: Option<Colour>,
    /// Whether no write leaves the program with this profile.
    pub read_only: bool,
}

/// The colours that every terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Colour {
    /// Red.
    Red,
    /// Yellow.
    Yellow,
    /// Green.
    Green,
    /// Cyan.
    Cyan,
    /// Blue.
    Blue,
    /// Magenta.
    Magenta,
}

impl Colour {
    /// All of them, with their names.
    pub const ALL: [(&'static str, Self); 6] = [
        ("red", Self::Red),
        ("yellow", Self::Yellow),
        ("green", Self::Green),
        ("cyan", Self::Cyan),
        ("blue", Self::Blue),
        ("magenta", Self::Magenta),
    ];
}
