//! The journal of changes: a line each, and below it all of the one under the cursor.
//!
//! ```text
//! ╭ History 1/2 pytorch-2.4-gpu ─── PROD 123456789012 ╮
//! │   WHEN              CHANGES                 OUTCOME │
//! │▌✔ 2026-11-20 09:12  Display name           verified │
//! │ ✖ 2026-11-19 17:40  Description, Role ARN    failed │
//! │──────────────────────────────────────────────────── │
//! │ ✔ verified: it has the values that were sent           │
//! │ Display name                                        │
//! │   - PyTorch 2.4                                     │
//! │   + PyTorch 2.5                                     │
//! ╰ 1/2 ────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, HistoryRow, Shown, Target, header, layout};
use crate::domain::ImageName;
use crate::edit::{Difference, Entry, Subject};
use crate::keys::{Action, Scope};
use crate::view::frame::border::Border;
use crate::view::frame::rows::{LEAD, Rows, highlight};
use crate::view::frame::split::{self, Split};
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::text::{address, age, cells, diff, verdict};
use crate::view::theme::{Look, Theme};

use super::history_columns::{AGE, GAP, ROOMY, TIME};
use super::history_plan;

/// Draws the page in its frame.
pub fn draw(
    app: &App,
    image: Option<&ImageName>,
    at: usize,
    look: &Look,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let theme = look.theme;
    let inner = layout::inside(area);
    let history = &app.place().history;
    let count = history.rows(image).len();
    let at = at.min(count.saturating_sub(1));
    cells::clear(buffer, area);
    let (viewport, list) = if count == 0 {
        let mut lines = Lines::new(cells::padded(inner).width);
        write_empty(app, image, theme, &mut lines);
        (lines.draw(cells::padded(inner), 0, buffer), None)
    } else {
        let (viewport, list) = draw_entries(app, image, (at, count), look, inner, shown, buffer);
        (viewport, Some(list))
    };
    let position = if count == 0 { String::new() } else { format!(" {}/{count}", at + 1) };
    let of = format!(" {}", image.map_or("all images", ImageName::as_str));
    let more = split::more(&app.keymap, viewport, Scope::History);
    let frame = Border {
        focused: true,
        title: Line::from(vec![Span::styled("History", theme.strong()), Span::raw(position), Span::raw(of)]),
        state: address::line(app, theme, area.width),
        more: Line::styled(more, theme.dim()),
        ..Border::default()
    };
    frame.draw(theme, area, buffer);
    if let Some(list) = list {
        list.draw_bar(theme, buffer);
    }
    viewport
}

fn draw_entries(
    app: &App,
    image: Option<&ImageName>,
    (at, count): (usize, usize),
    look: &Look,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> (Viewport, Rows) {
    let split = Split::of(area, Rows::wanted(count));
    let list = Rows::of(split.list, at, count);
    let history = app.place().history.rows(image);
    shown.clickables.add(list.area, Target::PageList);
    list.draw_heads(&heads(list.area.width, image.is_none()), look.theme, buffer);
    for ((row, place), entry) in list.places().zip(history.iter().skip(list.top)) {
        let id = match entry {
            HistoryRow::Plan(plan) => {
                history_plan::draw_row(app, plan, look, place, buffer);
                &plan.id
            }
            HistoryRow::Step(entry) => {
                draw_row(app, entry, image.is_none(), look, place, buffer);
                &entry.id
            }
        };
        if row == at {
            highlight(place, look.theme, buffer);
        }
        shown.clickables.add(place, Target::Entry(id.clone()));
    }
    split.draw_rule(look.theme, buffer);
    let below = cells::padded(split.below);
    let mut lines = Lines::new(below.width);
    match history.get(at) {
        Some(HistoryRow::Plan(plan)) => history_plan::write(app, plan, look, &mut lines),
        Some(HistoryRow::Step(entry)) => write_entry(app, entry, look, &mut lines),
        None => {}
    }
    (lines.draw(below, app.browser().below_scroll, buffer), list)
}

/// The heads of the columns, each with where it begins.
fn heads(width: u16, has_image: bool) -> Vec<(u16, &'static str)> {
    let is_roomy = width >= ROOMY;
    let time = LEAD + if is_roomy { TIME } else { AGE } + GAP;
    let end = width.saturating_sub(if is_roomy { verdict::WIDEST + GAP + 1 } else { 1 });
    let mut heads = vec![(LEAD, if is_roomy { "WHEN" } else { "AGE" })];
    if has_image {
        heads.extend([(time, "RESOURCE"), (time + end.saturating_sub(time) / 2, "CHANGES")]);
    } else {
        heads.push((time, "CHANGES"));
    }
    if is_roomy {
        let outcome = "OUTCOME";
        heads.push((width.saturating_sub(1 + cells::short(outcome.len())), outcome));
    }
    heads
}

fn draw_row(app: &App, entry: &Entry, has_image: bool, look: &Look, area: Rect, buffer: &mut Buffer) {
    let (theme, outcome) = (look.theme, entry.verdict.as_ref());
    let mut put = |x: u16, text: &str, room: u16, style| {
        cells::put(buffer, (x, area.y), text, room.min(area.right().saturating_sub(x)), style);
    };
    let hue = verdict::style(theme, outcome);
    put(area.x + 1, verdict::symbol(outcome), 1, hue);
    let is_roomy = area.width >= ROOMY;
    let mut x = area.x + LEAD;
    let (time, width) = if is_roomy {
        (age::minute(entry.at, &look.zone(app)), TIME)
    } else {
        (format!("{:>4}", age::short(entry.at, app.now)), AGE)
    };
    put(x, &time, width, theme.dim());
    x += width + GAP;
    let word = if is_roomy { verdict::word(outcome) } else { "" };
    let end = area.right().saturating_sub(if is_roomy { verdict::WIDEST + GAP + 1 } else { 1 });
    let indent = if app.place().history.plan_of(entry).is_some() { "  " } else { "" };
    if has_image {
        let room = end.saturating_sub(x) / 2;
        let name = format!("{indent}{}", entry.subject());
        put(
            x,
            &cells::middled(&name, room.saturating_sub(GAP).into()),
            room.saturating_sub(GAP),
            theme.plain(),
        );
        x += room;
        put(x, &what(entry), end.saturating_sub(x), theme.plain());
    } else {
        let words = format!("{indent}{}{}", kind(entry), what(entry));
        put(x, &words, end.saturating_sub(x), theme.plain());
    }
    let used = cells::short(cells::width(word)) + 1;
    put(area.right().saturating_sub(used), word, verdict::WIDEST, hue);
}

/// `tags: `, where it is not the image itself that was changed.
fn kind(entry: &Entry) -> String {
    match entry.subject() {
        Subject::Image(_) | Subject::Images(_) => String::new(),
        Subject::Version(_, number) => format!("version {number}: "),
        Subject::Aliases(_) => "aliases: ".into(),
        Subject::Tags(_) | Subject::TagsOf(_) => "tags: ".into(),
    }
}

/// `Display name, Description`
fn what(entry: &Entry) -> String {
    let undo = if entry.undoes.is_some() { "undo: " } else { "" };
    let is_alias = matches!(entry.subject(), Subject::Aliases(_));
    let word = |it: Difference| match it.now {
        // Where it went is what one looks for.
        now if is_alias => format!("{} → {}", it.label, now.as_deref().unwrap_or("not set")),
        _ => it.label,
    };
    let fields: Vec<_> = changed(entry).into_iter().map(word).collect();
    if fields.is_empty() { format!("{undo}nothing") } else { format!("{undo}{}", fields.join(", ")) }
}

fn changed(entry: &Entry) -> Vec<Difference> {
    entry.before.differences(&entry.after)
}

/// All of one entry.
fn write_entry(app: &App, entry: &Entry, look: &Look, lines: &mut Lines) {
    let (theme, outcome) = (look.theme, entry.verdict.as_ref());
    let hue = verdict::style(theme, outcome);
    let head = [
        (format!("{}: ", verdict::word(outcome)), hue.patch(theme.strong())),
        (meaning(app, entry), theme.plain()),
    ];
    lines.runs(Span::styled(format!("{} ", verdict::symbol(outcome)), hue), &head, Break::Blanks);
    for change in changed(entry) {
        lines.row(Line::styled(change.label, theme.strong()));
        diff::write(lines, theme, change.before.as_deref(), change.now.as_deref());
    }
    lines.gap();
    let mut line = |label: &'static str, value: &str| {
        let lead = Span::styled(format!("{label:<8}"), theme.dim());
        lines.runs(lead, &[(value.to_owned(), theme.plain())], Break::Blanks);
    };
    let is_image = matches!(entry.subject(), Subject::Image(_));
    line(if is_image { "image" } else { "changed" }, &entry.subject().to_string());
    if let Some(plan) = app.place().history.plan_of(entry) {
        line("part of", &format!("a change to {}", history_plan::of_plan(plan)));
    }
    if let Some(id) = &entry.undoes {
        let history = &app.place().history;
        let undone = history.get(id).map(|entry| entry.at).or(history.plan(id).map(|plan| plan.at));
        let told = undone.map(|undone| age::told(undone, app.now, &look.zone(app)));
        line("undoes", &told.map_or_else(|| id.0.clone(), |told| format!("the change from {told}")));
    }
    let told = format!("{} ({})", age::absolute(entry.at, &look.zone(app)), age::long(entry.at, app.now));
    line("when", &told);
    let profile = entry.profile.as_ref().map_or(String::new(), |profile| format!(" · profile {profile}"));
    line("to", &format!("{} · {}{profile}", account(app, entry), entry.place.region));
    line("id", &entry.id.0);
    if app.notes.lacks(&entry.id) {
        line("journal", "not written yet; will be as soon as possible");
    }
}

/// The account by the name that the header has for it: what the journal goes by may say more.
fn account(app: &App, entry: &Entry) -> String {
    let place = app.place();
    let is_here = entry.place == place.key_or_unknown(app.mode);
    if is_here { header::account(place).into_owned() } else { entry.place.account.to_string() }
}

/// What the outcome means; of one that is not known, whether it is being looked up.
fn meaning(app: &App, entry: &Entry) -> String {
    let write = app.place().write(&entry.subject());
    let is_under_way = write.is_some_and(|write| write.entry.as_ref() == Some(&entry.id));
    match &entry.verdict {
        None if !is_under_way => {
            "the session ended before the outcome was known; nothing is sent again".into()
        }
        verdict => verdict::sentence(verdict.as_ref()),
    }
}

fn write_empty(app: &App, image: Option<&ImageName>, theme: Theme, lines: &mut Lines) {
    let head = match image {
        Some(image) => format!("sagescope hasn't changed {image} yet."),
        None => "sagescope hasn't changed anything here yet.".into(),
    };
    lines.text(0, &head, theme.strong());
    lines.gap();
    let words = "Each change sagescope sends is recorded here, with its outcome. Changes made elsewhere, \
                 such as in the console, are not.";
    lines.text(0, words, theme.plain());
    if image.is_some() && app.place().history.of(None).next().is_some() {
        lines.gap();
        let words =
            format!("Press {} to see changes to all images.", app.keymap.first_key(Action::HistoryWiden));
        lines.text(0, &words, theme.plain());
    }
}
