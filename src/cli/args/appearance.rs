//! What the screen looks like.

use clap::Args;

use crate::theme::{Depth, Ground, Setting, Symbols, ThemeSettings};

/// What the screen looks like.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
#[command(next_help_heading = "Appearance")]
pub struct AppearanceArguments {
    /// Use this theme
    ///
    /// Use this theme: sagescope, modus, catppuccin, gruvbox, or one from the config file. Each is there for light
    /// and for dark backgrounds.
    #[arg(long, value_name = "NAME", env = "SAGESCOPE_THEME")]
    pub theme: Option<String>,

    /// Take the background for light or dark
    ///
    /// Take the background for light or dark. With auto, the default, the terminal is asked, and followed when its
    /// background changes.
    #[arg(long, value_name = "auto|light|dark", env = "SAGESCOPE_BACKGROUND")]
    pub background: Option<Setting<Ground>>,

    /// Show so many colors
    #[arg(long, value_name = "auto|none|16|256|true", env = "SAGESCOPE_COLORS", long_help = COLORS_HELP)]
    pub colors: Option<Setting<Depth>>,

    /// Draw with these symbols
    ///
    /// Draw with these symbols. With auto, the default, they are ASCII where the locale is not UTF-8.
    #[arg(long, value_name = "auto|unicode|ascii", env = "SAGESCOPE_SYMBOLS")]
    pub symbols: Option<Setting<Symbols>>,
}

const COLORS_HELP: &str = "Show so many colors. With auto, the default, COLORTERM and TERM tell, and NO_COLOR turns \
                           them off.";

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
