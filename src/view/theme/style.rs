//! How things are coloured: with the terminal's own sixteen colours, or with none.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::Colour;

/// The styles, by what they mean. Without colour only bold, dim, reversed and underlined are left,
/// and no meaning rests on a style alone: symbols and words carry it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    colour: bool,
}

impl Theme {
    /// With colour, or without, as `NO_COLOR` asks.
    #[must_use]
    pub fn new(colour: bool) -> Self {
        Self { colour }
    }

    /// Whether there is colour.
    #[must_use]
    pub fn has_colour(self) -> bool {
        self.colour
    }

    /// Plain text.
    #[must_use]
    pub fn plain(self) -> Style {
        Style::new()
    }

    /// What stands back: labels, what is absent, frames that do not have the keys.
    #[must_use]
    pub fn dim(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// What stands out: titles, keys, the row of the cursor.
    #[must_use]
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Where the keys go: the frame, the marker.
    #[must_use]
    pub fn accent(self) -> Style {
        self.hue(Color::Cyan, Modifier::empty())
    }

    /// Settled, done, added.
    #[must_use]
    pub fn good(self) -> Style {
        self.hue(Color::Green, Modifier::empty())
    }

    /// What changed by itself a moment ago.
    #[must_use]
    pub fn mark_of_change(self) -> Style {
        self.hue(Color::Cyan, Modifier::BOLD).add_modifier(Modifier::BOLD)
    }

    /// Under way.
    #[must_use]
    pub fn busy(self) -> Style {
        self.hue(Color::Yellow, Modifier::empty())
    }

    /// Failed, refused, not as it should be.
    #[must_use]
    pub fn bad(self) -> Style {
        self.hue(Color::Red, Modifier::BOLD)
    }

    /// A word that must not be overlooked, such as READ-ONLY.
    #[must_use]
    pub fn badge(self) -> Style {
        self.hue(Color::Yellow, Modifier::BOLD).add_modifier(Modifier::BOLD)
    }

    /// What a difference takes away.
    #[must_use]
    pub fn removed(self) -> Style {
        self.hue(Color::Red, Modifier::empty())
    }

    /// What the person wrote, where someone else wrote something else.
    #[must_use]
    pub fn mine(self) -> Style {
        self.hue(Color::Cyan, Modifier::BOLD).add_modifier(Modifier::BOLD)
    }

    /// What someone else wrote there.
    #[must_use]
    pub fn theirs(self) -> Style {
        self.hue(Color::Magenta, Modifier::BOLD).add_modifier(Modifier::BOLD)
    }

    /// What a search found; the match that the person is at is told by [`Self::current_match`].
    #[must_use]
    pub fn found(self) -> Style {
        self.hue(Color::Yellow, Modifier::UNDERLINED).add_modifier(Modifier::UNDERLINED)
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

    /// The row of the cursor, where that has the keys.
    #[must_use]
    pub fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The name of a profile that is marked in this colour.
    #[must_use]
    pub fn colour(self, colour: Colour) -> Style {
        let colour = match colour {
            Colour::Red => Color::Red,
            Colour::Yellow => Color::Yellow,
            Colour::Green => Color::Green,
            Colour::Cyan => Color::Cyan,
            Colour::Blue => Color::Blue,
            Colour::Magenta => Color::Magenta,
        };
        self.hue(colour, Modifier::BOLD)
    }

    /// The word that marks a profile: a badge in its colour.
    #[must_use]
    pub fn mark(self, colour: Option<Colour>) -> Style {
        let style = colour.map_or(self.plain(), |colour| self.colour(colour));
        style.add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    fn hue(self, colour: Color, instead: Modifier) -> Style {
        if self.colour { Style::new().fg(colour) } else { Style::new().add_modifier(instead) }
    }
}
