//! A theme: a pair of palettes.

use super::{Ground, Palette, Role, Shade};

/// A theme: a palette for light backgrounds, and one for dark ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// What it is called.
    pub name: String,
    /// In a few words, what it looks like.
    pub about: String,
    /// On a light background.
    pub light: Palette,
    /// On a dark one.
    pub dark: Palette,
}

impl Theme {
    /// Its palette for a background.
    #[must_use]
    pub fn on(&self, ground: Ground) -> &Palette {
        match ground {
            Ground::Light => &self.light,
            Ground::Dark => &self.dark,
        }
    }

    /// Sets a colour, on one kind of background or on both.
    pub fn set(&mut self, ground: Option<Ground>, role: Role, shade: Shade) {
        if ground != Some(Ground::Dark) {
            self.light.set(role, shade);
        }
        if ground != Some(Ground::Light) {
            self.dark.set(role, shade);
        }
    }
}
