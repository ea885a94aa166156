//! Which part is seen of what is longer than its window.

use ratatui::layout::{Position, Rect};

use super::cells;

/// How lines stand in their window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Viewport {
    /// Rows that are above the window.
    pub above: usize,
    /// Rows that are below it.
    pub below: usize,
    /// Rows of the window.
    pub window: usize,
    /// Where on the screen the caret stands, where text is typed.
    pub caret: Option<Position>,
}

impl Viewport {
    /// How many rows are outside the window.
    #[must_use]
    pub fn overflow(self) -> usize {
        self.above + self.below
    }

    /// With a caret that stands before the cell `column` of row `row`, if that is in
    /// the window, which is drawn at `area`.
    #[must_use]
    pub fn with_caret(self, (row, column): (usize, usize), area: Rect) -> Self {
        let row = row.checked_sub(self.above).filter(|row| *row < self.window);
        let caret = row.map(|row| Position {
            x: area.x.saturating_add(cells::short(column)),
            y: area.y.saturating_add(cells::short(row)),
        });
        Self { caret: caret.filter(|caret| area.contains(*caret)), ..self }
    }

    /// What tells the person that there is more.
    #[must_use]
    pub fn words(self) -> String {
        match (self.above, self.below) {
            (0, 0) => String::new(),
            (0, below) => format!("↓ {below} more"),
            (above, 0) => format!("↑ {above} more"),
            (above, below) => format!("↑ {above} ↓ {below} more"),
        }
    }

    /// The same where there is little room.
    #[must_use]
    pub fn few_words(self) -> String {
        match (self.above, self.below) {
            (0, 0) => String::new(),
            (0, below) => format!("↓{below}"),
            (above, 0) => format!("↑{above}"),
            (above, below) => format!("↑{above} ↓{below}"),
        }
    }
}
