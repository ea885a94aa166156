//! What the screen looks like.

use clap::Args;

use super::choice::{ThemeName, setting};
use crate::domain::Setting;
use crate::theme::{Depth, Ground, Symbols, ThemeSettings};

/// What the screen looks like.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
#[command(next_help_heading = "Appearance")]
pub struct AppearanceArguments {
    /// Use this theme
    ///
    /// Use this theme: sagescope, modus, catppuccin, gruvbox, or one from the config file. Each has colors for light
    /// and for dark backgrounds.
    #[arg(long, value_name = "NAME", env = "SAGESCOPE_THEME", value_parser = ThemeName,
        hide_possible_values = true)]
    pub theme: Option<String>,

    /// Assume a light or dark background
    ///
    /// Assume a light or dark background. With auto, the default, the terminal is asked, and followed when its
    /// background changes.
    #[arg(long, value_name = "auto|light|dark", env = "SAGESCOPE_BACKGROUND",
        value_parser = setting::<Ground>(), ignore_case = true, hide_possible_values = true)]
    pub background: Option<Setting<Ground>>,

    /// Use this many colors
    #[arg(long, value_name = "auto|none|16|256|true", env = "SAGESCOPE_COLORS", long_help = COLORS_HELP,
        value_parser = setting::<Depth>(), ignore_case = true, hide_possible_values = true)]
    pub colors: Option<Setting<Depth>>,

    /// Draw with Unicode or ASCII
    ///
    /// Draw with Unicode or ASCII. With auto, the default, it is ASCII where the locale is not UTF-8.
    #[arg(long, value_name = "auto|unicode|ascii", env = "SAGESCOPE_SYMBOLS",
        value_parser = setting::<Symbols>(), ignore_case = true, hide_possible_values = true)]
    pub symbols: Option<Setting<Symbols>>,
}

const COLORS_HELP: &str =
    "Use this many colors. With auto, the default, NO_COLOR, COLORTERM and TERM decide.";

impl AppearanceArguments {
    /// What is set.
    #[must_use]
    pub fn settings(&self) -> ThemeSettings {
        ThemeSettings {
            name: self.theme.clone(),
            background: self.background,
            colors: self.colors,
            symbols: self.symbols,
        }
    }

    /// What is said here, and else what is said in `others`.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self {
            theme: self.theme.or(others.theme),
            background: self.background.or(others.background),
            colors: self.colors.or(others.colors),
            symbols: self.symbols.or(others.symbols),
        }
    }
}
