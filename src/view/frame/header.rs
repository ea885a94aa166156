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
use ratatui::text::Span;

use crate::app::header::{self, BRAND, HeaderPart, HeaderRow};
use crate::app::{App, Remote, Shown, Target};
use crate::keys::Action;
use crate::view::text::{badge, cells};
use crate::view::theme::Theme;

/// Draws the header.
pub fn draw(app: &App, theme: Theme, area: Rect, shown: &mut Shown, buffer: &mut Buffer) {
    for (row, y) in header::of(app).rows().zip(area.top()..area.bottom()) {
        draw_row(app, row, theme, Rect { y, height: 1, ..area }, shown, buffer);
    }
}

fn draw_row(
    app: &App,
    row: &HeaderRow<'_>,
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) {
    let badges_width = cells::short(row.badges_width());
    // Five parts, and what is between them.
    let mut spans = Vec::with_capacity(16);
    for part in row.parts() {
        if !spans.is_empty() {
            spans.push(Span::styled(row.joint, theme.dim()));
        }
        push_spans(app, part, theme, &mut spans);
    }
    let room = area.width.saturating_sub(badges_width + 1);
    let pieces = spans.iter().map(|span: &Span<'_>| (&*span.content, span.style));
    let used = 1 + cells::put_pieces(buffer, (area.x + 1, area.y), pieces, room);
    tell_targets(app, row, Rect { width: used, ..area }, shown);
    // One blank before the stroke and, if badges follow, one behind it.
    let stroke = area.width.saturating_sub(used + badges_width + 2);
    cells::put_rule(buffer, (area.x + used + 1, area.y), stroke, theme.dim());
    let mut x = area.right().saturating_sub(badges_width);
    for badge in row.badges() {
        x += cells::put(buffer, (x, area.y), badge, area.width, theme.badge()) + 1;
    }
}

fn tell_targets(app: &App, row: &HeaderRow<'_>, drawn: Rect, shown: &mut Shown) {
    let mut x = drawn.x + 1;
    for part in row.parts() {
        let width = cells::short(part.width());
        if let Some(target) = target(app, part) {
            shown.clickables.add(Rect { x, width, ..drawn }.intersection(drawn), target);
        }
        x = x.saturating_add(width).saturating_add(cells::short(cells::width(row.joint)));
    }
}

/// What a click on it is meant for, where that can be done now.
fn target(app: &App, part: &HeaderPart<'_>) -> Option<Target> {
    match part {
        HeaderPart::Profile { .. } => app.can(Action::PickProfile).then_some(Target::Profile),
        HeaderPart::Region(_) => app.can(Action::PickRegion).then_some(Target::Region),
        HeaderPart::Brand | HeaderPart::Account(_) | HeaderPart::Endpoint { .. } => None,
    }
}

fn push_spans<'a>(app: &App, part: &'a HeaderPart<'a>, theme: Theme, spans: &mut Vec<Span<'a>>) {
    match part {
        HeaderPart::Brand => spans.push(Span::styled(BRAND, theme.strong())),
        HeaderPart::Profile { lead, name, word } => {
            let colour = app.mark_of(app.place()).and_then(|mark| mark.colour);
            let name_style = colour.map_or(theme.plain(), |colour| theme.colour(colour));
            let gap = if name.is_empty() || word.is_none() { "" } else { " " };
            spans.extend([Span::raw(*lead), Span::styled(&**name, name_style), Span::raw(gap)]);
            spans.extend(word.as_ref().map(|word| badge::of_word(word, colour, theme)));
        }
        HeaderPart::Account(words) => {
            let is_asked = matches!(app.place().account, Remote::Loading { .. });
            spans.push(Span::styled(&**words, if is_asked { theme.busy() } else { theme.plain() }));
        }
        HeaderPart::Region(words) => spans.push(Span::raw(*words)),
        HeaderPart::Endpoint { lead, name } => spans.extend([Span::raw(*lead), Span::raw(&**name)]),
    }
}
