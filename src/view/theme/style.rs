//! How things are coloured: with the theme's colours, as far as the terminal shows them, or with none.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::Colour;
use crate::theme::{Palette, Rgb, Role, Shade, Symbols};

/// The styles, by what they mean. Without colour only bold, dim, reversed and underlined are left,
/// and no meaning rests on a style alone: symbols and words carry it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    palette: Palette,
    /// Which symbols there are.
    pub symbols: Symbols,
}

impl Theme {
    /// With the terminal's own sixteen colours, or without colour, as `NO_COLOR` asks.
    #[must_use]
    pub fn new(colour: bool) -> Self {
        Self::of(if colour { Palette::sixteen() } else { Palette::NONE }, Symbols::Unicode)
    }

    /// With these colours and symbols.
    #[must_use]
    pub fn of(palette: Palette, symbols: Symbols) -> Self {
        Self { palette, symbols }
    }

    /// Whether there is colour.
    #[must_use]
    pub fn has_colour(self) -> bool {
        self.palette != Palette::NONE
    }

    /// What each cell has that nothing else is said of, if the theme says so: text and background.
    #[must_use]
    pub fn ground(self) -> Option<(Color, Color)> {
        let (text, background) = (self.colour_of(Role::Text), self.colour_of(Role::Background));
        let of = |colour: Option<Color>| colour.unwrap_or(Color::Reset);
        let is_plain = of(text) == Color::Reset && of(background) == Color::Reset;
        (!is_plain).then_some((of(text), of(background)))
    }

    /// Plain text.
    #[must_use]
    pub fn plain(self) -> Style {
        Style::new()
    }

    /// What stands back: labels, what is absent, frames that do not have the keys.
    #[must_use]
    pub fn dim(self) -> Style {
        match self.colour_of(Role::Muted) {
            Some(muted) => Style::new().fg(muted),
            None => Style::new().add_modifier(Modifier::DIM),
        }
    }

    /// What lies below a question, whatever it was: nothing is highlighted there.
    #[must_use]
    pub fn behind(self) -> Style {
        match self.colour_of(Role::Muted) {
            Some(_) => self.dim().bg(Color::Reset),
            None => self.dim(),
        }
    }

    /// What stands out: titles, keys, the row of the cursor.
    #[must_use]
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Where the keys go: the frame, the marker.
    #[must_use]
    pub fn accent(self) -> Style {
        self.hue(Role::Accent, Modifier::empty())
    }

    /// Settled, done, added.
    #[must_use]
    pub fn good(self) -> Style {
        self.hue(Role::Good, Modifier::empty())
    }

    /// What changed by itself a moment ago.
    #[must_use]
    pub fn mark_of_change(self) -> Style {
        self.hue(Role::Accent, Modifier::BOLD).add_modifier(Modifier::BOLD)
    }

    /// Under way.
    #[must_use]
    pub fn busy(self) -> Style {
        self.hue(Role::Busy, Modifier::empty())
    }

    /// Failed, refused, not as it should be.
    #[must_use]
    pub fn bad(self) -> Style {
        self.hue(Role::Bad, Modifier::BOLD)
    }

    /// A word that must not be overlooked, such as READ-ONLY.
    #[must_use]
    pub fn badge(self) -> Style {
        self.hue(Role::Busy, Modifier::BOLD).add_modifier(Modifier::BOLD)
    }

    /// What a difference takes away.
    #[must_use]
    pub fn removed(self) -> Style {
        self.hue(Role::Bad, Modifier::empty())
    }

    /// What the person wrote, where someone else wrote something else.
    #[must_use]
    pub fn mine(self) -> Style {
        self.hue(Role::Accent, Modifier::BOLD).add_modifier(Modifier::BOLD)
    }

    /// What someone else wrote there.
    #[must_use]
    pub fn theirs(self) -> Style {
        self.hue(Role::Theirs, Modifier::BOLD).add_modifier(Modifier::BOLD)
    }

    /// What a search found; the match that the person is at is told by [`Self::current_match`].
    #[must_use]
    pub fn found(self) -> Style {
        self.hue(Role::Busy, Modifier::UNDERLINED).add_modifier(Modifier::UNDERLINED)
    }

    /// The match that the person is at.
    #[must_use]
    pub fn current_match(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// Where text can be typed: a line under all of the field's width.
    #[must_use]
    pub fn field(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// Text that is selected.
    #[must_use]
    pub fn selection(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The row of the cursor, where that has the keys: its whole look, whatever its cells were.
    #[must_use]
    pub fn selected(self) -> Style {
        match (self.colour_of(Role::SelectedText), self.colour_of(Role::SelectedBackground)) {
            (Some(text), Some(background)) => Style::new().fg(text).bg(background),
            _ => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// The name of a profile that is marked in this colour.
    #[must_use]
    pub fn colour(self, colour: Colour) -> Style {
        let role = match colour {
            Colour::Red => Role::Bad,
            Colour::Yellow => Role::Busy,
            Colour::Green => Role::Good,
            Colour::Cyan => Role::Accent,
            Colour::Blue => Role::Blue,
            Colour::Magenta => Role::Theirs,
        };
        self.hue(role, Modifier::BOLD)
    }

    /// The word that marks a profile: a badge in its colour.
    #[must_use]
    pub fn mark(self, colour: Option<Colour>) -> Style {
        let style = colour.map_or(self.plain(), |colour| self.colour(colour));
        style.add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    fn hue(self, role: Role, instead: Modifier) -> Style {
        match self.colour_of(role) {
            Some(colour) => Style::new().fg(colour),
            None => Style::new().add_modifier(instead),
        }
    }

    fn colour_of(self, role: Role) -> Option<Color> {
        self.palette.get(role).map(drawn)
    }
}

/// A colour as it is drawn: the terminal's own by their names.
fn drawn(shade: Shade) -> Color {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match shade {
        Shade::Default => Color::Reset,
        Shade::Indexed(index) => NAMED.get(usize::from(index)).copied().unwrap_or(Color::Indexed(index)),
        Shade::Rgb(Rgb(red, green, blue)) => Color::Rgb(red, green, blue),
    }
}
