//! The place that a page is about, for its frame.
//!
//! ```text
//! ╭ Drafts 1/2 ────────────────────── PROD 123456789012 us-east-1 ╮
//! ╭ History 2/6 ────── PROD 123456789012 ╮
//! ```

use ratatui::text::{Line, Span};

use crate::app::{App, header, layout};
use crate::view::theme::Theme;

use super::lines::Lines;
use super::{badge, cells};

/// A page's name keeps at least so many cells beside it.
const LEAST_TITLE: usize = 12;
/// Corners, strokes and blanks of a frame with words on both sides.
const FRAME: usize = 9;

/// As much of it as a frame of `width` cells has room for: the region goes first, the word that
/// marks the profile never.
#[must_use]
pub fn line(app: &App, theme: Theme, width: u16) -> Line<'static> {
    let place = app.place();
    let (account, region) = (header::account(place), header::region(place));
    let room = usize::from(width).saturating_sub(FRAME + LEAST_TITLE);
    let whole = [format!("{account} {region}"), account.into_owned(), String::new()];
    let mut word = word(app, theme);
    if cells::line_width(&Line::from(word.clone())) > room {
        for span in &mut word {
            span.content = format!("{} ", cells::shortened(&span.content, room.saturating_sub(1))).into();
        }
    }
    let mut candidates = whole.into_iter().map(|words| {
        let mut spans = word.clone();
        spans.push(Span::raw(words));
        Line::from(spans)
    });
    let fitting = candidates.by_ref().find(|line| cells::line_width(line) <= room);
    fitting.unwrap_or_else(|| Line::from(word.clone()))
}

/// Writes where something would be sent, whole and once: a bar over all of the width, which can't be missed. In
/// the colour of the profile, where that is marked.
pub fn write_bar(app: &App, theme: Theme, lines: &mut Lines) {
    let (place, width) = (app.place(), lines.width());
    let word = app.word_of(place).map_or(String::new(), |word| format!("{word} · "));
    let words = format!("To {word}{}", app.destination(place));
    let style = theme.mark(app.mark_of(place).and_then(|mark| mark.colour));
    let room = width.saturating_sub(2);
    for row in layout::wrap(&words, room) {
        let free = room.saturating_sub(cells::width(row));
        lines.row(Line::styled(format!(" {row}{} ", " ".repeat(free)), style));
    }
}

/// The word that marks the profile, or says that it is all a demo; a blank ends it.
#[must_use]
pub fn word(app: &App, theme: Theme) -> Vec<Span<'static>> {
    if app.mode.demo {
        return vec![Span::styled("DEMO ", theme.badge())];
    }
    let mark = app.mark_of(app.place());
    let word = mark.and_then(|mark| Some((mark.word.as_ref()?, mark.colour)));
    word.map(|(word, colour)| badge::of_word(word.as_str(), colour, theme)).into_iter().collect()
}
