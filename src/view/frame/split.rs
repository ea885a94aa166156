//! A list, and below it what its cursor stands on.
//!
//! ```text
//! ▌✔ 2026-11-20 09:12  Display name
//!  ✖ 2026-11-19 17:40  Role ARN
//! ──────────────────────────────────
//! Display name
//!   - PyTorch 2.4
//!   + PyTorch 2.5
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::keys::{Action, Keymap, Motion, Scope};
use crate::view::text::cells;
use crate::view::text::viewport::Viewport;
use crate::view::theme::Theme;

/// The parts; one for which there is no room is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Split {
    /// The list.
    pub list: Rect,
    rule: Rect,
    /// What the cursor stands on.
    pub below: Rect,
}

/// What tells the person that there is more of what the cursor stands on, and by which key of that
/// scope.
#[must_use]
pub fn more(keymap: &Keymap, below: Viewport, scope: Scope) -> String {
    let key = |motion| keymap.first_key_in(scope, Action::Move(motion));
    match (below.above, below.below) {
        (0, 0) => String::new(),
        (0, down) => format!("↓ {down} more lines, {}", key(Motion::PageDown)),
        (up, 0) => format!("↑ {up} more lines, {}", key(Motion::PageUp)),
        (up, down) => format!("↑ {up} ↓ {down} more lines"),
    }
}

impl Split {
    /// Divides `area`: the list gets a third, or less if it has fewer rows.
    #[must_use]
    pub fn of(area: Rect, rows: usize) -> Self {
        let height = cells::short(rows).min((area.height / 3).max(1)).min(area.height);
        let list = Rect { height, ..area };
        Self::below(area, list)
    }

    /// Divides `area` the other way round: what is below gets the `rows` that it takes.
    #[must_use]
    pub fn with_below(area: Rect, rows: usize) -> Self {
        let rule = u16::from(rows > 0);
        let below = cells::short(rows).min(area.height.saturating_sub(1 + rule));
        let list = Rect { height: area.height.saturating_sub(below + rule), ..area };
        Self::below(area, list)
    }

    fn below(area: Rect, list: Rect) -> Self {
        let left = area.height - list.height;
        let rule = Rect { y: list.bottom(), height: u16::from(left > 1), ..area };
        let below = Rect { y: rule.bottom(), height: left - rule.height, ..area };
        Self { list, rule, below }
    }

    /// Draws the line between them.
    pub fn draw_rule(&self, theme: Theme, buffer: &mut Buffer) {
        if self.rule.height > 0 {
            cells::put_rule(buffer, (self.rule.x, self.rule.y), self.rule.width, theme.dim());
        }
    }
}
