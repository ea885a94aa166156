//! A question, over what it is about.
//!
//! ```text
//! ╭ Quit? ──────────────────────────────────────────╮
//! │ Drafts, saved for next time:              │
//! │   pytorch-2.4-gpu                               │
//! │                                                 │
//! │ y quits, n stays                                │
//! ╰─────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::Shown;
use crate::keys::{Action, Keymap, Scope};
use crate::view::frame::border::{self, Border};
use crate::view::text::buttons::{self, Button};
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::theme::Theme;

/// On a screen as low as this, nothing but the upper edge is left of the frame, and no row stays free.
const LOW: u16 = 6;

/// The words of a question.
#[derive(Debug, Clone, Copy)]
pub struct QuestionPage {
    /// Above it.
    pub title: &'static str,
    /// What yes does, as `quits`.
    pub yes: &'static str,
    /// What no does, as `stays`.
    pub no: &'static str,
}

impl QuestionPage {
    /// Draws the question in its frame; `write` says what it is about.
    pub fn draw(
        self,
        keymap: &Keymap,
        theme: Theme,
        area: Rect,
        shown: &mut Shown,
        buffer: &mut Buffer,
        write: impl FnOnce(&mut Lines),
    ) -> Viewport {
        let is_open = area.height <= LOW;
        let inner = cells::padded(border::inside(area, is_open));
        let mut lines = Lines::new(inner.width).dense(is_open);
        let mut head = lines.beside();
        write(&mut head);
        // However much there is to say, the answers stay in sight.
        lines.take(head, usize::from(inner.height).saturating_sub(if is_open { 1 } else { 2 }));
        lines.gap();
        self.write_answers(keymap, theme, &mut lines);
        cells::clear(buffer, area);
        let viewport = lines.draw_clickable(inner, 0, &mut shown.clickables, buffer);
        let title = Line::styled(self.title, theme.strong());
        Border { focused: true, title, is_open, ..Border::default() }.draw(theme, area, buffer);
        viewport
    }

    fn write_answers(self, keymap: &Keymap, theme: Theme, lines: &mut Lines) {
        let answers = [(Action::AnswerYes, self.yes), (Action::Close, self.no)];
        let key = |action| keymap.first_key_in(Scope::Question, action);
        let button = |(action, words)| Button { action, key: key(action), words: format!(" {words}") };
        buttons::write(answers.map(button).into(), ", ", "", theme, lines);
    }
}
