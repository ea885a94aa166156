//! The drafts: a line each, and below it the words of the one under the cursor, whole.
//!
//! ```text
//! ╭ Drafts 1/2 ───────────── PROD 123456789012 us-east-1 ╮
//! │   DRAFT OF         CHANGES       STATUS         AGE │
//! │▌● pytorch-2.4-gpu  Display name  CREATED         1d │
//! │ ? tf-2.11          Description   not in the list 3d │
//! │──────────────────────────────────────────────────── │
//! │ Display name                                        │
//! │   PyTorch 2.5 (GPU)                                 │
//! │ Elsewhere: production eu-west-1 has 2 drafts; P …   │
//! ╰─────────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, Form, LoadStage, Shown, Target, layout};
use crate::edit::{Field, Half};
use crate::keys::{Action, Scope};
use crate::view::frame::border::Border;
use crate::view::frame::rows::{LEAD, Rows, highlight};
use crate::view::frame::split::{self, Split};
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::text::{address, age, cells, status};
use crate::view::theme::{Look, Theme};

/// From this width on, the status has a column.
const ROOMY: u16 = 60;
const STATUS: u16 = 15;
const AGE: u16 = 4;
const GAP: u16 = 2;

/// Draws the page in its frame.
pub fn draw(
    app: &App,
    at: usize,
    look: &Look,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let theme = look.theme;
    let inner = layout::inside(area);
    let drafts: Vec<_> = app.place().drafts().collect();
    let at = at.min(drafts.len().saturating_sub(1));
    cells::clear(buffer, area);
    let rows = draw_elsewhere(app, theme, inner, buffer);
    let (viewport, list) = draw_drafts(app, &drafts, at, look, rows, shown, buffer);
    let position = if drafts.is_empty() { String::new() } else { format!(" {}/{}", at + 1, drafts.len()) };
    let more = split::more(&app.keymap, viewport, Scope::Drafts);
    let frame = Border {
        focused: true,
        title: Line::from(vec![Span::styled("Drafts", theme.strong()), Span::raw(position)]),
        state: address::line(app, theme, area.width),
        more: Line::styled(more, theme.dim()),
        ..Border::default()
    };
    frame.draw(theme, area, buffer);
    list.draw_bar(theme, buffer);
    viewport
}

fn draw_drafts(
    app: &App,
    drafts: &[&Form],
    at: usize,
    look: &Look,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> (Viewport, Rows) {
    let split = Split::of(area, Rows::wanted(drafts.len()));
    let list = Rows::of(split.list, at, drafts.len());
    shown.clickables.add(list.area, Target::PageList);
    let columns = DraftColumns::of(list.area);
    list.draw_heads(&columns.heads(list.area), look.theme, buffer);
    for ((row, place), form) in list.places().zip(drafts.iter().skip(list.top)) {
        draw_row(app, form, columns, look.theme, place, buffer);
        if row == at {
            highlight(place, look.theme, buffer);
        }
        shown.clickables.add(place, Target::Draft(form.subject.clone()));
    }
    let Some(form) = drafts.get(at) else {
        let mut lines = Lines::new(cells::padded(area).width);
        let words = if app.drafts_elsewhere().is_empty() { "No drafts." } else { "No drafts here." };
        lines.text(0, words, look.theme.strong());
        return (lines.draw(cells::padded(area), 0, buffer), list);
    };
    split.draw_rule(look.theme, buffer);
    let below = cells::padded(split.below);
    let mut lines = Lines::new(below.width);
    write_words(app, form, look, &mut lines);
    (lines.draw(below, app.browser().below_scroll, buffer), list)
}

/// Says at the foot where else something was typed, and tells what is left of `area`.
fn draw_elsewhere(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) -> Rect {
    let elsewhere = app.drafts_elsewhere();
    if elsewhere.is_empty() {
        return area;
    }
    let room = cells::padded(area);
    let mut lines = Lines::new(room.width);
    let places: Vec<_> = elsewhere
        .iter()
        .enumerate()
        .map(|(at, (label, count))| -> String {
            let drafts = match (at, count) {
                (1.., _) => "",
                (0, 1) => " draft",
                (0, _) => " drafts",
            };
            format!("{label} has {count}{drafts}")
        })
        .collect();
    let words = format!(
        "Elsewhere: {}. Press {} to switch.",
        places.join(", "),
        app.keymap.first_key(Action::PickProfile)
    );
    lines.text(0, &words, theme.busy());
    let mut foot = lines.beside();
    // The drafts here, and the words of one, come first.
    foot.take(lines, (usize::from(area.height) / 3).clamp(1, 3));
    let height = cells::short(foot.len()).min(area.height);
    let left = area.height - height;
    foot.draw(Rect { y: area.y + left, height, ..room }, 0, buffer);
    Rect { height: left, ..area }
}

/// Where the columns begin; the status has none where there is no room for it.
#[derive(Clone, Copy)]
struct DraftColumns {
    fields: u16,
    status: Option<u16>,
    age: u16,
}

impl DraftColumns {
    fn of(area: Rect) -> Self {
        let age = area.width.saturating_sub(1 + AGE);
        let mut end = age.saturating_sub(GAP);
        let status = (area.width >= ROOMY).then(|| end.saturating_sub(STATUS));
        end = status.map_or(end, |status| status.saturating_sub(GAP));
        Self { fields: LEAD + end.saturating_sub(LEAD) / 2, status, age }
    }

    fn heads(self, area: Rect) -> Vec<(u16, &'static str)> {
        let status = self.status.map(|status| (status, "STATUS"));
        // `AGE` stands over the end of its column, as the ages do.
        let age = (self.age + 1, "AGE");
        let all = [Some((LEAD, "RESOURCE")), Some((self.fields, "CHANGES")), status, Some(age)];
        all.into_iter().flatten().filter(|(x, _)| *x < area.width).collect()
    }
}

fn draw_row(app: &App, form: &Form, columns: DraftColumns, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let mut put = |x: u16, text: &str, end: u16, style| {
        let room = end.min(area.width).saturating_sub(x);
        cells::put(buffer, (area.x.saturating_add(x), area.y), text, room, style);
    };
    let images = &app.place().images;
    let listed = form.subject.images().next().and_then(|name| images.get(name));
    let known = listed.and_then(|listed| listed.status());
    let hue = status::style(theme, known);
    put(1, status::symbol(known), 2, hue);
    let name = form.subject.to_string();
    let room = columns.fields.saturating_sub(LEAD + GAP);
    put(LEAD, &cells::middled(&name, room.into()), columns.fields, theme.plain());
    let end = columns.status.unwrap_or(columns.age).saturating_sub(GAP);
    put(columns.fields, &what_is_typed(form), end, theme.plain());
    if let Some(x) = columns.status {
        let word = if is_gone(app, form) { "not listed" } else { status::word(known) };
        put(x, word, x + STATUS, hue);
    }
    let age = age::short(form.kept_at.unwrap_or(form.opened), app.now);
    put(columns.age, &format!("{age:>4}"), columns.age + AGE, theme.dim());
}

/// The fields that were typed in; of entries, their names.
fn what_is_typed(form: &Form) -> String {
    let (typed, removed) = (form.typed(), form.removed());
    let is_typed = |field: &&Field| typed.contains_key(&field.key) || removed.contains(&field.key);
    let labels = form.fields().filter(is_typed).filter_map(|field| match field.key.as_added() {
        Some((_, Half::Value)) => None,
        Some((_, Half::Name)) => typed.get(&field.key).cloned(),
        None => Some(field.label.to_string()),
    });
    labels.collect::<Vec<_>>().join(", ")
}

/// `Key`, for a half of an entry that is being added; else the field's own.
fn label(form: &Form, field: &Field) -> String {
    match (form.entries(), field.key.is_added()) {
        (Some(entries), true) => format!("new {}: {}", entries.noun, field.label.to_lowercase()),
        _ => field.label.to_string(),
    }
}

/// Whether the list is whole and does not have the image.
fn is_gone(app: &App, form: &Form) -> bool {
    let images = &app.place().images;
    let is_whole = images.load.whole_at.is_some() && matches!(images.load.stage, LoadStage::Idle);
    is_whole && form.subject.images().any(|name| images.get(name).is_none())
}

/// What was typed, whole, and when.
fn write_words(app: &App, form: &Form, look: &Look, lines: &mut Lines) {
    let theme = look.theme;
    if is_gone(app, form) {
        let words = format!(
            "The image is not in the list; it may have been deleted. Press {} to open the form, and {} \
             there to copy a field.",
            app.keymap.first_key(Action::OpenDraft),
            app.keymap.first_key(Action::CopyField)
        );
        lines.text(0, &words, theme.busy());
        lines.gap();
    }
    let (typed, removed) = (form.typed(), form.removed());
    let typed = form.fields().filter_map(|field| Some((field, typed.get(&field.key)?)));
    for (field, text) in typed.filter(|(field, _)| !removed.contains(&field.key)) {
        lines.runs("".into(), &[(label(form, field), theme.strong())], Break::Anywhere);
        if text.is_empty() && field.is_empty_a_value() {
            lines.text(2, "(empty)", theme.dim());
        } else if text.is_empty() {
            lines.text(2, "unset", theme.dim());
        } else {
            lines.text(2, text, theme.plain());
        }
    }
    for key in &removed {
        let name = key.entry_name().unwrap_or_default().to_owned();
        lines.runs("".into(), &[(name, theme.strong()), ("  removed".into(), theme.busy())], Break::Anywhere);
    }
    lines.gap();
    let kept = match form.kept_at {
        Some(kept) => format!("saved {}", age::told(kept, app.now, &look.zone(app))),
        None => format!("started {}, in this session", age::told(form.opened, app.now, &look.zone(app))),
    };
    lines.text(0, &kept, theme.dim());
}
