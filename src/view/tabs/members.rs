//! Labels and values, one below another.

use std::fmt::Write as _;
use std::sync::Arc;

use jiff::Timestamp;
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::App;
use crate::app::wrap::Break;
use crate::view::text::lines::Lines;
use crate::view::text::{age, cells};
use crate::view::theme::{Look, Theme};

/// With fewer cells for values, a label stands above its value unless the value is short.
pub const BESIDE: usize = 24;

/// Writes labels and values.
pub struct Members<'a> {
    /// Where to.
    pub lines: &'a mut Lines,
    /// How it looks.
    pub theme: Theme,
    /// How many cells a label takes, with the gap behind it.
    pub label: usize,
}

impl Members<'_> {
    /// Writes a value beside its label, or below it where there is little room.
    pub fn value(&mut self, label: &str, value: &str, style: Style, at: Break) {
        self.linked(label, (value, None), style, at);
    }

    /// The same of a value that may be a link.
    pub fn linked(&mut self, label: &str, (value, link): (&str, Option<Arc<str>>), style: Style, at: Break) {
        let (begin, indent) = self.write(label, value, style, at);
        if let Some(address) = link {
            self.lines.link_from(begin, indent, &address);
        }
    }

    /// Gives the row in which the value begins, and how far in it stands.
    fn write(&mut self, label: &str, value: &str, style: Style, at: Break) -> (usize, usize) {
        let label_style = self.theme.dim();
        let (width, room) = (self.lines.width(), self.label);
        if width < room + BESIDE && room + cells::width(value) > width || cells::width(label) >= room {
            self.lines.row(Line::styled(label, label_style));
            let begin = self.lines.len();
            self.lines.value(("", self.theme.plain()), 2, (value, style), at);
            return (begin, 2);
        }
        let begin = self.lines.len();
        self.lines.value((label, label_style), room, (value, style), at);
        (begin, room)
    }

    /// Writes words that stand for a value that is not there.
    pub fn absent(&mut self, label: &str, words: &str) {
        self.value(label, words, self.theme.dim(), Break::Blanks);
    }

    /// Writes a text that may hold nothing but blanks, which can't be seen.
    pub fn text(&mut self, label: &str, text: &str, at: Break) {
        if text.trim().is_empty() {
            self.absent(label, &blanks(text));
        } else {
            self.value(label, text, self.theme.plain(), at);
        }
    }

    /// Writes a time, and how long ago it was.
    pub fn time(&mut self, app: &App, look: &Look, label: &str, time: Option<Timestamp>) {
        match time {
            Some(time) => self.value(label, &told(app, look, time), self.theme.plain(), Break::Blanks),
            None => self.absent(label, "unknown"),
        }
    }
}

/// A time, and how long ago it was.
#[must_use]
pub fn told(app: &App, look: &Look, time: Timestamp) -> String {
    // As long as it can be, so that it is asked for once.
    let mut told = String::with_capacity(64);
    let (absolute, long) = (age::absolute(time, &look.zone(app)), age::long(time, app.now));
    // A text takes all that is written.
    let _ = write!(told, "{absolute} ({long})");
    told
}

/// What is said of a text that holds nothing but blanks.
#[must_use]
pub fn blanks(text: &str) -> String {
    match text.chars().count() {
        0 => "empty".into(),
        1 => "1 space".into(),
        count => format!("{count} spaces"),
    }
}
