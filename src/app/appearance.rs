//! What the screen looks like: the theme, and what the terminal shows of it.

use std::sync::Arc;

use crate::domain::Setting;
use crate::theme::{Depth, Ground, Palette, Symbols, Theme, Themes};

/// What the screen looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appearance {
    /// The themes that there are.
    pub themes: Arc<Themes>,
    /// The one that is chosen.
    name: String,
    /// Whether the command line or the config file names one.
    is_set: bool,
    /// The one that is looked at before it is chosen.
    preview: Option<String>,
    /// What is set of the background.
    background: Setting<Ground>,
    /// What the environment says of it.
    guess: Option<Ground>,
    /// What the terminal says of it.
    told: Option<Ground>,
    /// Whether the terminal has said it by a colour.
    has_told_colour: bool,
    /// How many colours there are.
    pub depth: Depth,
    /// Which symbols there are.
    pub symbols: Symbols,
    /// What comes of all that.
    palette: Palette,
}

impl Default for Appearance {
    /// The terminal's own sixteen colours.
    fn default() -> Self {
        Self::new(Arc::default(), ThemeChoice::default(), Depth::Sixteen, None)
    }
}

/// Which theme, on which background.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThemeChoice {
    /// What the theme is called, if one is set.
    pub name: Option<String>,
    /// What is set of the background.
    pub background: Setting<Ground>,
}

impl Appearance {
    /// As it is at the start, when the terminal has said nothing yet. A theme that is not there counts as
    /// the default.
    #[must_use]
    pub fn new(themes: Arc<Themes>, choice: ThemeChoice, depth: Depth, guess: Option<Ground>) -> Self {
        let set = choice.name.filter(|name| themes.get(name).is_some());
        let mut appearance = Self {
            themes,
            is_set: set.is_some(),
            name: set.unwrap_or_else(|| Themes::DEFAULT.into()),
            preview: None,
            background: choice.background,
            guess,
            told: None,
            has_told_colour: false,
            depth,
            symbols: Symbols::Unicode,
            palette: Palette::NONE,
        };
        appearance.settle();
        appearance
    }

    /// The colours in force.
    #[must_use]
    pub fn palette(&self) -> &Palette {
        &self.palette
    }

    /// What the chosen theme is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the command line or the config file names a theme.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.is_set
    }

    /// Whether the terminal's background matters for what is shown.
    #[must_use]
    pub fn asks_background(&self) -> bool {
        self.depth > Depth::Sixteen && self.background == Setting::Auto
    }

    /// Whether the background is light or dark, if that is known.
    #[must_use]
    pub fn ground(&self) -> Option<Ground> {
        match self.background {
            Setting::Is(ground) => Some(ground),
            Setting::Auto => self.told.or(self.guess),
        }
    }

    /// The terminal says by a colour what its background is; tells whether anything looks different now.
    pub(super) fn tell(&mut self, ground: Ground) -> bool {
        self.has_told_colour = true;
        self.told = Some(ground);
        self.settle()
    }

    /// Light or dark is wanted from now on. A background that is set by hand may stay as it is, so a terminal
    /// that tells its colour has to be asked for it; gives whether that is so, and whether anything looks
    /// different now.
    pub(super) fn want(&mut self, ground: Ground) -> (bool, bool) {
        if self.has_told_colour {
            return (self.asks_background(), false);
        }
        self.told = Some(ground);
        (false, self.settle())
    }

    /// Chooses a theme that is there.
    pub(super) fn choose(&mut self, name: &str) {
        if self.themes.get(name).is_some() {
            name.clone_into(&mut self.name);
            self.settle();
        }
    }

    /// Shows a theme without choosing it, or the chosen one again; tells whether anything looks different now.
    pub(super) fn preview(&mut self, name: Option<&str>) -> bool {
        if self.preview.as_deref() == name {
            return false;
        }
        self.preview = name.map(str::to_owned);
        self.settle()
    }

    /// From light to dark, or from dark to light; gives what it is now.
    pub(super) fn toggle(&mut self) -> Ground {
        let ground = self.ground().unwrap_or(Ground::Dark).other();
        self.background = Setting::Is(ground);
        self.settle();
        ground
    }

    fn settle(&mut self) -> bool {
        let shown = self.preview.as_deref().unwrap_or(&self.name);
        let palette = self.themes.get(shown).map_or(Palette::NONE, |theme| self.palette_of(theme));
        std::mem::replace(&mut self.palette, palette) != palette
    }

    /// What is shown of a theme. While it is not known what it stands on, colours that are made for
    /// one background may not be seen at all: the terminal's own can be.
    #[must_use]
    pub fn palette_of(&self, theme: &Theme) -> Palette {
        match self.ground() {
            Some(ground) => theme.on(ground).lowered(self.depth, ground),
            None if theme.dark.paints_background() => theme.dark.lowered(self.depth, Ground::Dark),
            None => theme.dark.lowered(self.depth.min(Depth::Sixteen), Ground::Dark),
        }
    }
}
