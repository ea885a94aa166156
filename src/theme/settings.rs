//! What is set of the theme.

use super::{Depth, Ground, Symbols};
use crate::domain::Setting;

/// What is set of the theme; nothing where it is not set at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThemeSettings {
    /// Its name.
    pub name: Option<String>,
    /// Whether the background is light or dark.
    pub background: Option<Setting<Ground>>,
    /// How many colours are shown.
    pub colors: Option<Setting<Depth>>,
    /// Which symbols are shown.
    pub symbols: Option<Setting<Symbols>>,
}

impl ThemeSettings {
    /// These, and where they are silent, `others`.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self {
            name: self.name.or(others.name),
            background: self.background.or(others.background),
            colors: self.colors.or(others.colors),
            symbols: self.symbols.or(others.symbols),
        }
    }
}
