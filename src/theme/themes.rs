//! The themes that there are.

use super::{Theme, builtin};

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

    /// The names of those that come with the program.
    pub fn builtin_names() -> impl Iterator<Item = &'static str> {
        builtin::names()
    }

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
