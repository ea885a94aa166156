//! A person at the keys, before the screen.

use crossterm::event::{KeyCode, KeyEvent};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use proptest::prelude::ProptestConfig;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;

use crate::app::{Msg, Shown};
use crate::keys::Chord;
use crate::view::{Look, Theme, view};

use super::Play;

impl Play {
    /// Paints what is to be seen now, if that may be other than before.
    pub fn paint(&mut self) {
        if std::mem::take(&mut self.draws) {
            let shown = self.draw().1;
            self.tell(Msg::Painted(shown));
        }
    }

    /// What the screen would show now, and what a frame of it tells.
    pub fn draw(&self) -> (Buffer, Shown) {
        let look = Look { theme: Theme::new(true), zone: TimeZone::UTC };
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.app.size.width, self.app.size.height));
        let shown = view(&self.app, &look, &mut buffer);
        (buffer, shown)
    }

    /// The text of the screen.
    pub fn screen(&self) -> String {
        lines(&self.draw().0).join("\n")
    }

    pub fn later(&mut self, seconds: i64) {
        let now = self.app.now + SignedDuration::from_secs(seconds);
        self.tell(Msg::Clock(now));
    }

    /// Presses keys, written as in the key table and apart by blanks; a frame is painted after
    /// each.
    pub fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.press_unseen(key);
            self.paint();
        }
    }

    /// Presses one key before anything is painted.
    pub fn press_unseen(&mut self, key: &str) {
        self.tell(Msg::Key(event(key)));
    }

    /// Types text, character by character.
    pub fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            self.tell(Msg::Key(KeyCode::Char(c).into()));
        }
    }

    /// Replaces all of the text in the field that has the focus.
    pub fn fill(&mut self, text: &str) {
        self.press("end ctrl-u");
        self.type_text(text);
    }
}

/// The text of a frame, row by row.
pub fn lines(buffer: &Buffer) -> Vec<String> {
    let line = |cells: &[Cell]| {
        let mut line = String::new();
        let mut covered = 0;
        for cell in cells {
            if covered == 0 {
                line.push_str(cell.symbol());
                covered = cell.cell_width();
            }
            covered = covered.saturating_sub(1);
        }
        line
    };
    buffer.content().chunks(usize::from(buffer.area.width).max(1)).map(line).collect()
}

/// So many cases of a property that takes its time, unless another number is asked for.
pub fn few(cases: u32) -> ProptestConfig {
    let is_asked = std::env::var_os("PROPTEST_CASES").is_some();
    if is_asked { ProptestConfig::default() } else { ProptestConfig::with_cases(cases) }
}

/// A key as it is written in the key table.
pub fn event(key: &str) -> KeyEvent {
    key.parse::<Chord>().unwrap().into()
}
