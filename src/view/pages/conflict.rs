//! Two hands on one image: whose value is wanted, field by field.
//!
//! ```text
//! ╭ Conflict pytorch-2.4-gpu ─────────────────────────╮
//! │ To PROD · 123456789012 · us-east-1 · profile x    │
//! │                                                   │
//! │ ! Someone else changed this image while you were  │
//! │   editing. Nothing was sent.                      │
//! │                                                   │
//! │ ▌ Display name                        ? undecided │
//! │ ▌ was     PyTorch 2.4 (GPU)                       │
//! │ ▌ mine    PyTorch 2.5 (GPU)                       │
//! │ ▌ theirs  PyTorch 2.4 LTS (GPU)                   │
//! │                                                   │
//! │   Description                              ✔ mine │
//! │   …                                               │
//! ╰──────────────────────────────── 1 of 2 undecided ─╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, Choice, Clash, Conflict, FieldState, Form, Shown, Target, layout};
use crate::edit::{Difference, Field, FieldKey};
use crate::keys::{Action, Keymap};
use crate::view::frame::border::Border;
use crate::view::frame::focus::Focus;
use crate::view::text::lines::Lines;
use crate::view::text::viewport::Viewport;
use crate::view::text::{address, cells, diff, differences};
use crate::view::theme::Theme;

/// The marker of the field that has the keys, and the blanks in its place elsewhere.
const LEAD: usize = 2;

/// Draws the page in its frame. The field that has the keys is always in sight.
pub fn draw(
    app: &App,
    conflict: &Conflict,
    theme: Theme,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let inner = cells::padded(layout::inside(area));
    let mut bar = Lines::new(inner.width);
    address::write_bar(app, theme, &mut bar);
    let top = cells::short(bar.len()).min(inner.height);
    let mut lines = Lines::new(inner.width);
    let below = Rect { y: inner.y + top, height: inner.height - top, ..inner };
    let window = usize::from(below.height);
    let form = app.place().forms.get(&conflict.subject);
    let focus =
        form.map(|form| write(app, form, &conflict.focus, window, theme, &mut lines)).unwrap_or_default();
    cells::clear(buffer, area);
    bar.draw(Rect { height: top, ..inner }, 0, buffer);
    let viewport = lines.draw_clickable(below, focus.scroll(window), &mut shown.clickables, buffer);
    let mut frame = Border {
        focused: true,
        more: Line::styled(viewport.words(), theme.dim()),
        note: form.map(|form| count(&app.keymap, form, theme)).unwrap_or_default(),
        ..Border::default()
    };
    frame.name("Conflict", &conflict.subject.to_string(), theme, area.width);
    frame.draw(theme, area, buffer);
    viewport
}

fn write(
    app: &App,
    form: &Form,
    has_keys: &FieldKey,
    window: usize,
    theme: Theme,
    lines: &mut Lines,
) -> Focus {
    let style = theme.busy().patch(theme.strong());
    let (this, noun) = (form.subject.agree("this", "these"), form.subject.noun());
    let words = format!("Someone else changed {this} {noun} while you were editing. Nothing was sent.");
    lines.runs(Span::styled("! ", style), &[(words, style)], Break::Blanks);
    write_what_to_do(&app.keymap, form, theme, lines);
    let mut focus = Focus::default();
    for (field, clash) in form.clashes() {
        lines.gap();
        let begin = lines.len();
        let is_focused = field.key == *has_keys;
        write_clash(form, field, clash, is_focused, window, theme, lines);
        lines.mark_from(begin, Target::Field(field.key.clone()));
        if is_focused {
            focus = Focus { begin, cursor: begin, end: lines.len() };
        }
    }
    write_taken_over(form, theme, lines);
    write_undecided(form, theme, lines);
    focus
}

/// A field with its three values.
fn write_clash(
    form: &Form,
    field: &Field,
    clash: &Clash,
    is_focused: bool,
    window: usize,
    theme: Theme,
    lines: &mut Lines,
) {
    let (lead, style) = if is_focused {
        (Span::styled("▌ ", theme.accent()), theme.strong())
    } else {
        (Span::raw("  "), theme.plain())
    };
    let mut block = lines.within(LEAD);
    let mut values = block.beside();
    block.ends(Line::styled(field.label.clone(), style), choice(form, field, clash, theme));
    write_values(form, field, clash, false, theme, &mut values);
    if block.len() + values.len() > window {
        // All of it can't be seen at once: what both have in common stands back.
        values = block.beside();
        write_values(form, field, clash, true, theme, &mut values);
    }
    block.take(values, usize::MAX);
    lines.behind(&lead, block);
}

fn write_values(form: &Form, field: &Field, clash: &Clash, short: bool, theme: Theme, lines: &mut Lines) {
    let base = clash.base.as_deref();
    let mine = form.mine(&field.key);
    let theirs = clash.theirs.as_deref();
    let most = if short { 2 } else { usize::MAX };
    for (label, value, chosen, hue) in [
        ("was", base, None, theme.dim()),
        ("mine", mine, Some(Choice::Mine), theme.mine()),
        ("theirs", theirs, Some(Choice::Theirs), theme.theirs()),
    ] {
        let mut part = lines.beside();
        // What it was, against itself: nothing stands out.
        let from = if chosen.is_none() { value } else { base };
        let mut runs = diff::against(theme, from, value, hue, short);
        let is_passed_over = chosen.is_some() && clash.choice.is_some() && clash.choice != chosen;
        if is_passed_over {
            for (_, style) in &mut runs {
                *style = theme.dim();
            }
        }
        let hue = if is_passed_over { theme.dim() } else { hue };
        part.runs(Span::styled(format!("{label:<8}"), hue), &runs, Break::Blanks);
        lines.take(part, most);
    }
}

/// Whether a word is still wanted on `field`: not if what is typed is theirs already.
fn is_undecided(form: &Form, field: &Field, clash: &Clash) -> bool {
    clash.choice.is_none() && form.state(&field.key) != FieldState::Unchanged
}

fn choice(form: &Form, field: &Field, clash: &Clash, theme: Theme) -> Line<'static> {
    match clash.choice {
        Some(Choice::Mine) => Line::styled("✔ mine", theme.mine()),
        Some(Choice::Theirs) => Line::styled("✔ theirs", theme.theirs()),
        None if is_undecided(form, field, clash) => Line::styled("? undecided", theme.busy()),
        None => Line::styled("✔ the same", theme.good()),
    }
}

/// What the other hand changed and nobody touched here.
fn write_taken_over(form: &Form, theme: Theme, lines: &mut Lines) {
    let is_theirs = |difference: &&Difference| form.clash(&difference.key).is_none();
    let taken: Vec<_> = form.foreign.iter().filter(is_theirs).cloned().collect();
    if !taken.is_empty() {
        lines.gap();
        lines.text(LEAD, "Changed by someone else only:", theme.plain());
        let mut list = lines.within(LEAD);
        differences::write(&mut list, theme, &taken);
        lines.behind(&Span::raw("  "), list);
    }
}

/// Which keys decide; once all is decided, which key goes on.
fn write_what_to_do(keymap: &Keymap, form: &Form, theme: Theme, lines: &mut Lines) {
    if undecided(form).is_empty() {
        let words = format!(
            "All fields are decided. Press {} to review. Nothing is sent yet.",
            keymap.first_key(Action::Decided)
        );
        return lines.runs(Span::styled("✔ ", theme.good()), &[(words, theme.strong())], Break::Blanks);
    }
    let words = format!(
        "For each field, press {} to keep mine, {} to take theirs, or {} to edit.",
        keymap.first_key(Action::TakeMine),
        keymap.first_key(Action::TakeTheirs),
        keymap.first_key(Action::EditClash)
    );
    lines.text(LEAD, &words, theme.plain());
}

fn write_undecided(form: &Form, theme: Theme, lines: &mut Lines) {
    let open = undecided(form);
    if !open.is_empty() {
        lines.gap();
        let words = format!("Still undecided: {}.", open.join(", "));
        lines.runs(Span::styled("? ", theme.busy()), &[(words, theme.plain())], Break::Blanks);
    }
}

fn undecided(form: &Form) -> Vec<String> {
    let open = form.clashes().filter(|(field, clash)| is_undecided(form, field, clash));
    open.map(|(field, _)| field.label.to_string()).collect()
}

/// `1 of 2 undecided`; then `all decided, Enter reviews`: this is seen wherever the page stands.
fn count(keymap: &Keymap, form: &Form, theme: Theme) -> Line<'static> {
    let (open, all) = (undecided(form).len(), form.clashes().count());
    if open == 0 {
        let words = format!("all decided, {} to review", keymap.first_key(Action::Decided));
        return Line::styled(words, theme.good());
    }
    Line::styled(format!("{open} of {all} undecided"), theme.busy())
}
