//! Where we are, on one row, or on two where one has no room for it.
//!
//! ```text
//!  sagescope ─ profile production  PROD  ─ 123456789012 ─ us-east-1 ───────── READ-ONLY
//!
//!  profile production  PROD  ── READ-ONLY
//!  123456789012 ─ us-east-1 ─ vpce-0123.…
//! ```
//!
//! Which words there are is decided in `app::header`; here they get their styles.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::header::{self, BRAND, HeaderPart, HeaderRow};
use crate::app::{App, Remote, Shown, Target};
use crate::keys::Action;
use crate::view::text::{badge, cells};
use crate::view::theme::Theme;

/// Draws the header.
pub fn draw(app: &App, theme: Theme, area: Rect, shown: &mut Shown, buffer: &mut Buffer) {
    for (row, y) in header::of(app).rows.into_iter().zip(area.top()..area.bottom()) {
        draw_row(app, row, theme, Rect { y, height: 1, ..area }, shown, buffer);
    }
}

fn draw_row(app: &App, row: HeaderRow, theme: Theme, area: Rect, shown: &mut Shown, buffer: &mut Buffer) {
    let badges_width = cells::short(row.badges_width());
    let (mut line, mut places) = (Line::default(), Vec::new());
    for part in row.parts {
        if !line.spans.is_empty() {
            line.spans.push(Span::styled(row.joint, theme.dim()));
        }
        if let Some(target) = target(app, &part) {
            places.push((cells::short(cells::line_width(&line)), cells::short(part.width()), target));
        }
        line.spans.extend(spans(app, part, theme));
    }
    let room = area.width.saturating_sub(badges_width + 1);
    let used = 1 + cells::put_line(buffer, (area.x + 1, area.y), &line, room);
    for (before, width, target) in places {
        let place = Rect { x: area.x + 1 + before, width, ..area };
        shown.clickables.add(place.intersection(Rect { width: used, ..area }), target);
    }
    // One blank before the stroke and, if badges follow, one behind it.
    let stroke = area.width.saturating_sub(used + badges_width + 2);
    if stroke > 0 {
        let stroke = "─".repeat(stroke.into());
        cells::put(buffer, (area.x + used + 1, area.y), &stroke, area.width, theme.dim());
    }
    let mut x = area.right().saturating_sub(badges_width);
    for badge in row.badges {
        x += cells::put(buffer, (x, area.y), badge, area.width, theme.badge()) + 1;
    }
}

/// What a click on it is meant for, where that can be done now.
fn target(app: &App, part: &HeaderPart) -> Option<Target> {
    match part {
        HeaderPart::Profile { .. } => app.can(Action::PickProfile).then_some(Target::Profile),
        HeaderPart::Region(_) => app.can(Action::PickRegion).then_some(Target::Region),
        HeaderPart::Brand | HeaderPart::Account(_) | HeaderPart::Endpoint(_) => None,
    }
}

fn spans(app: &App, part: HeaderPart, theme: Theme) -> Vec<Span<'static>> {
    match part {
        HeaderPart::Brand => vec![Span::styled(BRAND, theme.strong())],
        HeaderPart::Profile { lead, name, word } => {
            let colour = app.mark_of(app.place()).and_then(|mark| mark.colour);
            let name_style = colour.map_or(theme.plain(), |colour| theme.colour(colour));
            let gap = if name.is_empty() || word.is_none() { "" } else { " " };
            let mut spans = vec![Span::raw(lead), Span::styled(name, name_style), Span::raw(gap)];
            spans.extend(word.map(|word| badge::of_word(&word, colour, theme)));
            spans
        }
        HeaderPart::Account(words) => {
            let is_asked = matches!(app.place().account, Remote::Loading { .. });
            vec![Span::styled(words, if is_asked { theme.busy() } else { theme.plain() })]
        }
        HeaderPart::Region(words) | HeaderPart::Endpoint(words) => vec![Span::raw(words)],
    }
}
