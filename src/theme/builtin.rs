//! The themes that come with the program.

use super::{Palette, Rgb, Role, Shade, Theme};

/// The theme that is in force where none is chosen.
pub const DEFAULT: &str = "sagescope";

/// Colours as `0xrrggbb`, in the order of the roles. Without text and background, both are the terminal's.
struct Colours {
    text: Option<(u32, u32)>,
    muted: u32,
    accent: u32,
    good: u32,
    busy: u32,
    bad: u32,
    theirs: u32,
    blue: u32,
    selected: (u32, u32),
}

/// Name and description of each, its colours on a light background, and those on a dark one.
type Row = (&'static str, &'static str, &'static Colours, &'static Colours);

/// All of them, the one that is in force else first.
const ALL: [Row; 4] = [
    (DEFAULT, "on the terminal's own background", &SAGESCOPE_LIGHT, &SAGESCOPE_DARK),
    ("modus", "Operandi and Vivendi, with high contrast", &MODUS_OPERANDI, &MODUS_VIVENDI),
    ("catppuccin", "Latte and Mocha", &CATPPUCCIN_LATTE, &CATPPUCCIN_MOCHA),
    ("gruvbox", "warm and retro", &GRUVBOX_LIGHT, &GRUVBOX_DARK),
];

/// All of them.
pub fn themes() -> Vec<Theme> {
    let theme = |(name, about, light, dark): Row| Theme {
        name: name.into(),
        about: about.into(),
        light: light.palette(),
        dark: dark.palette(),
    };
    ALL.map(theme).into()
}

/// Their names.
pub fn names() -> impl Iterator<Item = &'static str> {
    ALL.into_iter().map(|(name, ..)| name)
}

const SAGESCOPE_LIGHT: Colours = Colours {
    text: None,
    muted: 0x5c_5c5c,
    accent: 0x00_606f,
    good: 0x2f_6418,
    busy: 0x70_4b00,
    bad: 0xa8_151a,
    theirs: 0x84_289a,
    blue: 0x1c_4fa8,
    selected: (0x00_0000, 0xb8_d8f0),
};

const SAGESCOPE_DARK: Colours = Colours {
    text: None,
    muted: 0xa8_a8a8,
    accent: 0x6c_c7d9,
    good: 0x8f_ce72,
    busy: 0xe5_c07b,
    bad: 0xff_9a93,
    theirs: 0xd9_a5e8,
    blue: 0x8f_b8ff,
    selected: (0xff_ffff, 0x26_4f78),
};

const MODUS_OPERANDI: Colours = Colours {
    text: Some((0x00_0000, 0xff_ffff)),
    muted: 0x59_5959,
    accent: 0x00_5e8b,
    good: 0x00_6800,
    busy: 0x6f_5500,
    bad: 0xa6_0000,
    theirs: 0x72_1045,
    blue: 0x00_31a9,
    selected: (0x00_0000, 0xbd_bdbd),
};

const MODUS_VIVENDI: Colours = Colours {
    text: Some((0xff_ffff, 0x00_0000)),
    muted: 0x98_9898,
    accent: 0x00_d3d0,
    good: 0x44_bc44,
    busy: 0xd0_bc00,
    bad: 0xff_5f59,
    theirs: 0xfe_acd0,
    blue: 0x2f_afff,
    selected: (0xff_ffff, 0x5a_5a5a),
};

/// Darker than the original, which misses 4.5:1: muted (`#6c6f85`), accent (`#179299`), good (`#40a02b`),
/// busy (`#df8e1d`) and blue (`#1e66f5`).
const CATPPUCCIN_LATTE: Colours = Colours {
    text: Some((0x4c_4f69, 0xef_f1f5)),
    muted: 0x68_6b80,
    accent: 0x13_777d,
    good: 0x31_7b21,
    busy: 0x97_6014,
    bad: 0xd2_0f39,
    theirs: 0x88_39ef,
    blue: 0x14_5ff5,
    selected: (0x4c_4f69, 0xcc_d0da),
};

const CATPPUCCIN_MOCHA: Colours = Colours {
    text: Some((0xcd_d6f4, 0x1e_1e2e)),
    muted: 0x93_99b2,
    accent: 0x94_e2d5,
    good: 0xa6_e3a1,
    busy: 0xf9_e2af,
    bad: 0xf3_8ba8,
    theirs: 0xcb_a6f7,
    blue: 0x89_b4fa,
    selected: (0xcd_d6f4, 0x45_475a),
};

/// Darker than the original, which misses 4.5:1: muted (`#7c6f64`), accent (`#427b58`), good (`#79740e`)
/// and busy (`#b57614`).
const GRUVBOX_LIGHT: Colours = Colours {
    text: Some((0x3c_3836, 0xfb_f1c7)),
    muted: 0x76_6a5f,
    accent: 0x40_7755,
    good: 0x5f_6b00,
    busy: 0x94_6010,
    bad: 0x9d_0006,
    theirs: 0x8f_3f71,
    blue: 0x07_6678,
    selected: (0x3c_3836, 0xd5_c4a1),
};

/// Lighter than the original, which misses 4.5:1: bad (`#fb4934`). Blue (`#83a598`) is bluer, so that 256
/// colours tell it from accent.
const GRUVBOX_DARK: Colours = Colours {
    text: Some((0xeb_dbb2, 0x28_2828)),
    muted: 0xa8_9984,
    accent: 0x8e_c07c,
    good: 0xb8_bb26,
    busy: 0xfa_bd2f,
    bad: 0xfb_5946,
    theirs: 0xd3_869b,
    blue: 0x83_a5a8,
    selected: (0xeb_dbb2, 0x50_4945),
};

impl Colours {
    fn palette(&self) -> Palette {
        let shade = |colour: u32| {
            let [_, red, green, blue] = colour.to_be_bytes();
            Shade::Rgb(Rgb(red, green, blue))
        };
        let (text, background) = self
            .text
            .map_or((Shade::Default, Shade::Default), |(text, background)| (shade(text), shade(background)));
        Palette::of(&[
            (Role::Text, text),
            (Role::Background, background),
            (Role::Muted, shade(self.muted)),
            (Role::Accent, shade(self.accent)),
            (Role::Good, shade(self.good)),
            (Role::Busy, shade(self.busy)),
            (Role::Bad, shade(self.bad)),
            (Role::Theirs, shade(self.theirs)),
            (Role::Blue, shade(self.blue)),
            (Role::SelectedText, shade(self.selected.0)),
            (Role::SelectedBackground, shade(self.selected.1)),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::{Depth, Ground};

    /// Backgrounds that terminals usually have.
    const DARK: [u32; 10] = [
        0x00_0000, 0x0d_1117, 0x1e_1e1e, 0x28_2828, 0x28_2a36, 0x28_2c34, 0x2e_3440, 0x00_2b36, 0x30_0a24,
        0x30_3446,
    ];
    const LIGHT: [u32; 8] =
        [0xff_ffff, 0xfd_f6e3, 0xee_e8d5, 0xfa_fafa, 0xef_f1f5, 0xfb_f1c7, 0xf2_eede, 0xe8_e8e8];

    fn rgb(colour: u32) -> Rgb {
        let [_, red, green, blue] = colour.to_be_bytes();
        Rgb(red, green, blue)
    }

    /// Every pair of colours that can stand on one another: text of each role on the background, or reversed
    /// on it, as badges are, which is the same contrast; and the row of the cursor.
    #[test]
    fn every_pair_of_every_theme_has_the_contrast_of_wcag_aa() {
        let mut judged = 0;
        for theme in themes() {
            for (ground, usual) in [(Ground::Light, &LIGHT[..]), (Ground::Dark, &DARK)] {
                for depth in [Depth::True, Depth::Indexed] {
                    let palette = theme.on(ground).lowered(depth, ground);
                    let colour = |role: Role| palette.get(role).and_then(Shade::rgb);
                    let own = colour(Role::Background).map(|own| vec![own]);
                    let below = own.unwrap_or_else(|| usual.iter().copied().map(rgb).collect());
                    let selected = vec![colour(Role::SelectedBackground).unwrap()];
                    for role in Role::ALL {
                        let below = match role {
                            Role::Background | Role::SelectedBackground => continue,
                            Role::SelectedText => &selected,
                            _ => &below,
                        };
                        // The terminal's own text is its own matter.
                        let Some(text) = colour(*role) else { continue };
                        for below in below {
                            let contrast = text.contrast(*below);
                            let pair = format!("{} {ground:?} {depth:?}: {role:?} on {below:?}", theme.name);
                            assert!(contrast >= Rgb::AA, "{pair}: {contrast:.2}");
                            judged += 1;
                        }
                    }
                }
            }
        }
        assert_eq!(judged, 2 * (7 * (8 + 10) + 2 + 3 * 2 * 9));
    }

    #[test]
    fn roles_that_tell_things_apart_differ_in_every_theme_and_depth() {
        use Role::{Accent, Bad, Blue, Busy, Good, Theirs};
        for theme in themes() {
            for ground in [Ground::Light, Ground::Dark] {
                for depth in [Depth::True, Depth::Indexed, Depth::Sixteen] {
                    let palette = theme.on(ground).lowered(depth, ground);
                    for (at, one) in [Accent, Good, Busy, Bad, Theirs, Blue].iter().enumerate() {
                        for other in &[Accent, Good, Busy, Bad, Theirs, Blue][at + 1..] {
                            let pair = format!("{} {ground:?} {depth:?}: {one:?}, {other:?}", theme.name);
                            assert_ne!(palette.get(*one), palette.get(*other), "{pair}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn sixteen_colours_are_the_terminals_own_in_every_theme() {
        for theme in themes() {
            for ground in [Ground::Light, Ground::Dark] {
                assert_eq!(theme.on(ground).lowered(Depth::Sixteen, ground), Palette::sixteen());
                assert_eq!(theme.on(ground).lowered(Depth::None, ground), Palette::NONE);
            }
        }
    }
}
