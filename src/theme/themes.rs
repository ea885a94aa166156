//! The themes that there are.

use super::{Ground, Palette, Role, Shade, builtin};

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

/// The themes that there are: those that come with the program, then the person's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Themes(Vec<Theme>);

impl Default for Themes {
    fn default() -> Self {
        Self(builtin::themes())
    }
}

impl Themes {
    /// The one that is in force where none is chosen.
    pub const DEFAULT: &'static str = builtin::DEFAULT;

    /// Adds one of the person's own, or puts it in place of the one of that name.
    pub fn add(&mut self, theme: Theme) {
        match self.0.iter_mut().find(|known| known.name == theme.name) {
            Some(known) => *known = theme,
            None => self.0.push(theme),
        }
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Theme] {
        &self.0
    }

    /// The one of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Theme> {
        self.0.iter().find(|theme| theme.name == name)
    }

    /// What they are called.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|theme| theme.name.as_str())
    }
}
