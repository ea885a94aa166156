//! Where we are, on one row.
//!
//! ```text
//!  sagescope ─ profile research ─ 123456789012 ─ us-east-1 ─────────── READ-ONLY
//! ```
//!
//! Where the width is short, the endpoint is shortened first, then words go, then the endpoint and
//! at last the profile; never account, region or a badge.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::{App, LoadStage, Remote};
use crate::domain::Text;

use super::cells;
use super::theme::Theme;

/// Draws the header.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let fits = |header: &Header| header.width() <= area.width.into();
    let (mut header, mut terser) = (Header::of(app, theme, 0), 1);
    while !fits(&header) && terser <= TERSEST {
        header = Header::of(app, theme, terser);
        terser += 1;
    }
    header.draw(theme, area, buffer);
}

/// What is left out, step by step.
const TERSEST: u8 = 8;

/// The parts that stay, and how they are joined.
struct Header {
    parts: Vec<Span<'static>>,
    badges: Vec<&'static str>,
    joint: &'static str,
}

impl Header {
    fn of(app: &App, theme: Theme, terser: u8) -> Self {
        let mut parts = Vec::new();
        if terser < 4 {
            parts.push(Span::styled("sagescope", theme.strong()));
        }
        if terser < 7 && !app.mode.demo {
            parts.push(profile(app, terser));
        }
        parts.push(account(app));
        parts.push(region(app));
        parts.extend(endpoint(app, terser));
        let badges = [(app.mode.read_only, "READ-ONLY", "RO"), (app.mode.demo, "DEMO", "DEMO")];
        let badges = badges.into_iter().filter(|(is_on, ..)| *is_on);
        let badges = badges.map(|(_, long, short)| if terser < TERSEST { long } else { short }).collect();
        Self { parts, badges, joint: if terser < 6 { " ─ " } else { " " } }
    }

    /// The least that it takes, with the blanks before, between and behind.
    fn width(&self) -> usize {
        let parts: usize = self.parts.iter().map(|part| cells::width(&part.content)).sum();
        let joints = self.parts.len().saturating_sub(1) * cells::width(self.joint);
        1 + parts + joints + 1 + self.badges_width()
    }

    fn badges_width(&self) -> usize {
        self.badges.iter().map(|badge| badge.len() + 1).sum()
    }

    fn draw(self, theme: Theme, area: Rect, buffer: &mut Buffer) {
        let badges_width = cells::short(self.badges_width());
        let mut line = Line::default();
        for part in self.parts {
            if !line.spans.is_empty() {
                line.spans.push(Span::styled(self.joint, theme.dim()));
            }
            line.spans.push(part);
        }
        let room = area.width.saturating_sub(badges_width + 1);
        let used = 1 + cells::put_line(buffer, (area.x + 1, area.y), &line, room);
        // One blank before the stroke and, if badges follow, one behind it.
        let stroke = area.width.saturating_sub(used + badges_width + 2);
        if stroke > 0 {
            let stroke = "─".repeat(stroke.into());
            cells::put(buffer, (area.x + used + 1, area.y), &stroke, area.width, theme.dim());
        }
        let mut x = area.right().saturating_sub(badges_width);
        for badge in self.badges {
            x += cells::put(buffer, (x, area.y), badge, area.width, theme.badge()) + 1;
        }
    }
}

fn profile(app: &App, terser: u8) -> Span<'static> {
    let words = match (&app.place().location.profile, terser) {
        (Some(name), ..3) => format!("profile {name}"),
        (Some(name), 3..6) => name.as_str().to_owned(),
        (Some(name), _) => ellipsis(name.as_str(), 8),
        (None, ..3) => "default credentials".into(),
        (None, _) => "default".into(),
    };
    Span::raw(words)
}

fn account(app: &App) -> Span<'static> {
    let place = app.place();
    let has_failed = matches!(place.images.load.stage, LoadStage::Failed { .. });
    Span::raw(match (&place.account, place.account.value()) {
        (_, Some(id)) => id.as_str().to_owned(),
        (Remote::Failed { .. }, None) => "account unknown".into(),
        (Remote::Idle, None) if has_failed => "account unknown".into(),
        _ => "account …".into(),
    })
}

fn region(app: &App) -> Span<'static> {
    let region = app.place().location.region.as_ref();
    let unknown = if app.place().is_lost { "no region" } else { "region …" };
    Span::raw(region.map_or(unknown, Text::as_str).to_owned())
}

fn endpoint(app: &App, terser: u8) -> Option<Span<'static>> {
    let endpoint = app.place().location.endpoint.as_ref()?.as_str();
    let host = endpoint.split_once("://").map_or(endpoint, |(_, rest)| rest);
    match terser {
        0 => Some(Span::raw(format!("endpoint {endpoint}"))),
        1 => Some(Span::raw(ellipsis(host, 30))),
        2..5 => Some(Span::raw(ellipsis(host, 16))),
        _ => None,
    }
}

fn ellipsis(text: &str, room: usize) -> String {
    let (kept, is_cut) = cells::clip(text, room);
    if is_cut { format!("{kept}…") } else { kept.to_owned() }
}
