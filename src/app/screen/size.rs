//! The size of the terminal.

use std::fmt;

use ratatui::layout::Rect;

/// The size of the terminal, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// Below these, nothing useful fits.
const LEAST: Size = Size { width: 30, height: 8 };

/// More than this is not drawn, however large the terminal says that it is: a frame would take
/// gigabytes.
const MOST: Size = Size { width: 800, height: 300 };

impl fmt::Display for Size {
    /// As `80×24`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}×{}", self.width, self.height)
    }
}

impl Size {
    /// From this width on, list and detail stand side by side.
    pub const WIDE: u16 = 100;

    /// What of a terminal of this size is drawn.
    #[must_use]
    pub fn bounded(self) -> Self {
        Self { width: self.width.min(MOST.width), height: self.height.min(MOST.height) }
    }

    /// Whether list and detail stand side by side.
    #[must_use]
    pub fn is_wide(self) -> bool {
        self.width >= Self::WIDE
    }

    /// Whether nothing useful fits.
    #[must_use]
    pub fn is_too_small(self) -> bool {
        self.width < LEAST.width || self.height < LEAST.height
    }

    pub(in crate::app) fn area(self) -> Rect {
        Rect::new(0, 0, self.width, self.height)
    }
}
