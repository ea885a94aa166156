//! Whether the terminal's background is light or dark.

use super::Rgb;
use crate::domain::Named;

/// Whether the background is light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Named for Ground {
    const WHAT: &'static str = "background";
    const ALL: &'static [(&'static str, Self)] = &[("light", Self::Light), ("dark", Self::Dark)];
}

/// On this, black and white can be read equally well.
const MIDDLE: f64 = 0.179;

impl Ground {
    /// What a background of this colour is: light, where black is read better on it than white.
    #[must_use]
    pub fn of(background: Rgb) -> Self {
        if background.luminance() > MIDDLE { Self::Light } else { Self::Dark }
    }

    /// What the variable `COLORFGBG` says, as rxvt and Konsole set it: the numbers of text and background
    /// among the terminal's 16 colours, separated by semicolons.
    #[must_use]
    pub fn of_colorfgbg(written: &str) -> Option<Self> {
        match written.rsplit(';').next().filter(|_| written.contains(';'))?.parse::<u8>().ok()? {
            0..=6 | 8 => Some(Self::Dark),
            7 | 9..=15 => Some(Self::Light),
            16.. => None,
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }

    /// The usual background of this kind on which light or dark colours are hardest to read.
    #[must_use]
    pub fn hardest(self) -> Rgb {
        match self {
            Self::Light => Rgb(0xe8, 0xe8, 0xe8),
            Self::Dark => Rgb(0x30, 0x34, 0x46),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_background_is_light_where_black_is_read_better() {
        for (colour, ground) in [
            (Rgb(0, 0, 0), Ground::Dark),
            (Rgb(0x2e, 0x34, 0x40), Ground::Dark),
            (Rgb(0x70, 0x70, 0x70), Ground::Dark),
            (Rgb(0x80, 0x80, 0x80), Ground::Light),
            (Rgb(0xee, 0xe8, 0xd5), Ground::Light),
            (Rgb(255, 255, 255), Ground::Light),
        ] {
            let (black, white) = (Rgb(0, 0, 0).contrast(colour), Rgb(255, 255, 255).contrast(colour));
            assert_eq!(Ground::of(colour), ground, "{colour:?}");
            assert_eq!(black > white, ground == Ground::Light, "{colour:?}");
        }
    }

    #[test]
    fn colorfgbg_says_it_by_the_last_number() {
        for (written, ground) in [
            ("15;0", Some(Ground::Dark)),
            ("0;15", Some(Ground::Light)),
            ("0;default;15", Some(Ground::Light)),
            ("12;8", Some(Ground::Dark)),
            ("0;7", Some(Ground::Light)),
            ("default;default", None),
            ("0;16", None),
            ("15", None),
            ("15;", None),
            ("", None),
            ("a;b;-1", None),
        ] {
            assert_eq!(Ground::of_colorfgbg(written), ground, "{written}");
        }
    }
}
