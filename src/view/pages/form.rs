//! The form in which an image is edited.
//!
//! ```text
//! ╭ Edit pytorch-2.4-gpu ───── PROD 123456789012 us-east-1 ╮
//! │ ▌ Display name                            set   17/128 │
//! │ ▌ PyTorch 2.5 (GPU)█                                   │
//! │ ▌ was: PyTorch 2.4 (GPU)                               │
//! │                                                        │
//! │   Description                             set   34/512 │
//! │   Training image for the vision team                   │
//! │   ! changed by another hand to ‘Training image’; it …  │
//! │                                                        │
//! │   Role ARN  can be replaced, never …   unchanged   …   │
//! ╰────────────────────────────────────────────────────────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, Choice, Clash, FieldState, Form, Remote, Shown, Target, layout};
use crate::edit::{Difference, Field, Subject, Variety};
use crate::keys::Action;
use crate::view::frame::border::Border;
use crate::view::frame::focus::Focus;
use crate::view::text::lines::Lines;
use crate::view::text::typed::Typed;
use crate::view::text::viewport::Viewport;
use crate::view::text::{address, age, cells, differences, failure, key_name};
use crate::view::theme::{Look, Theme};

/// The marker of the field that is typed in, and the blanks in its place elsewhere.
const LEAD: usize = layout::FORM_LEAD as usize;

/// So many rows of names are shown of several.
const MOST_NAMES: usize = 3;

/// Draws the form in its frame. The field that is typed in is always in sight.
pub fn draw(
    app: &App,
    subject: &Subject,
    look: &Look,
    area: Rect,
    shown: &mut Shown,
    buffer: &mut Buffer,
) -> Viewport {
    let Some(form) = app.place().forms.get(subject) else { return Viewport::default() };
    let theme = look.theme;
    let inner = cells::padded(layout::inside(area));
    let mut lines = Lines::new(inner.width);
    head(app, form, theme, &mut lines);
    origin(app, form, look, &mut lines);
    let (mut focus, mut caret) = (Focus::default(), (0, 0));
    for field in form.fields() {
        lines.gap();
        let begin = lines.len();
        let (row, column) = write_field(form, field, theme, area, &mut lines);
        lines.mark_from(begin, Target::Field(field.key.clone()));
        if field.key == form.focus {
            focus = Focus { begin, cursor: begin + row, end: lines.len() };
            caret = (begin + row, column);
        }
    }
    cells::clear(buffer, area);
    let viewport = lines
        .draw_clickable(inner, focus.scroll(inner.height.into()), &mut shown.clickables, buffer)
        .with_caret(caret, inner);
    let frame = Border {
        focused: true,
        title: Line::styled(format!("Edit {}", form.subject), theme.strong()),
        state: address::line(app, theme, area.width),
        more: Line::styled(viewport.words(), theme.dim()),
        note: changes(form, theme),
        is_open: false,
    };
    frame.draw(theme, area, buffer);
    viewport
}

/// What is to be known before the fields are read.
fn head(app: &App, form: &Form, theme: Theme, lines: &mut Lines) {
    write_images(form, theme, lines);
    match &form.base {
        Remote::Idle | Remote::Loading { old: None } => {
            lines.text(0, &reading(form), theme.busy());
        }
        Remote::Loading { old: Some(_) } => lines.text(0, &reading_again(form), theme.busy()),
        Remote::Failed { failure, .. } => {
            let what = if form.subject.parts().len() > 1 {
                "Not every image can be read"
            } else {
                "The image can't be read"
            };
            failure::write(app, lines, theme, what, failure);
            let words = format!("What you typed stays. {} reads it again.", key_name::first(Action::Review));
            lines.text(2, &words, theme.plain());
        }
        Remote::Ready(_) => {}
    }
    // What two hands changed is said at the field.
    let has_clash = |difference: &&Difference| form.clash(&difference.key).is_none();
    let foreign: Vec<_> = form.foreign.iter().filter(has_clash).cloned().collect();
    if !foreign.is_empty() {
        lines.gap();
        let is_taken = |difference: &Difference| form.state(&difference.key) == FieldState::Unchanged;
        let words = if foreign.iter().all(is_taken) {
            "Changed by another hand since you began; not touched here, so taken over:"
        } else {
            "Changed by another hand since you began:"
        };
        lines.runs(Span::styled("! ", theme.busy()), &[(words.into(), theme.busy())], Break::Blanks);
        differences::write(lines, theme, &foreign);
    }
    if let Some(remark) = &form.remark {
        lines.gap();
        lines.runs(Span::styled("• ", theme.accent()), &[(remark.clone(), theme.plain())], Break::Blanks);
    }
}

/// Which images are edited, where there are several.
fn write_images(form: &Form, theme: Theme, lines: &mut Lines) {
    let names: Vec<_> = form.subject.images().map(ToString::to_string).collect();
    if names.len() > 1 {
        let mut all = lines.beside();
        all.text(0, &names.join(", "), theme.dim());
        // The review shows each of them.
        lines.take(all, MOST_NAMES);
    }
}

fn reading(form: &Form) -> String {
    match form.gathered() {
        Some((read, all)) => format!("◐ reading the images… {read} of {all}"),
        None => "◐ reading the image…".into(),
    }
}

fn reading_again(form: &Form) -> String {
    match form.gathered() {
        Some((read, all)) => format!("◐ reading the images again… {read} of {all}"),
        None => "◐ reading the image again…".into(),
    }
}

/// Where the words in the form come from: an earlier session, or a change that is undone.
fn origin(app: &App, form: &Form, look: &Look, lines: &mut Lines) {
    let told = |at| age::told(at, app.now, &look.zone(app));
    let mut sentences = Vec::new();
    if let Some(id) = &form.undoes {
        let history = &app.place().history;
        let undone = history.get(id).map(|entry| entry.at).or(history.plan(id).map(|plan| plan.at));
        sentences.push(match undone {
            Some(undone) => format!("This undoes the change of {}.", told(undone)),
            None => "This undoes an earlier change.".into(),
        });
    }
    if let Some(kept) = form.kept_at.filter(|_| form.is_draft()) {
        sentences.push(format!("Draft kept {}", told(kept)));
    }
    if lines.len() > 0 && !sentences.is_empty() {
        lines.gap();
    }
    for line in sentences {
        let lead = Span::styled("• ", look.theme.accent());
        lines.runs(lead, &[(line, look.theme.plain())], Break::Blanks);
    }
}

/// Writes one field and tells in which of its rows the caret stands, and before which cell.
fn write_field(form: &Form, field: &Field, theme: Theme, area: Rect, lines: &mut Lines) -> (usize, usize) {
    let is_focused = form.focus == field.key;
    let lead = if is_focused { Span::styled("▌ ", theme.accent()) } else { Span::raw("  ") };
    lines.ends(label(field, lead.clone(), is_focused, lines.width(), theme), counter(form, field, theme));
    // Label, problem and a row to spare.
    let most = usize::from(layout::inside(area).height).saturating_sub(3);
    let Some(input) = form.input(&field.key) else { return (0, 0) };
    let typed = Typed::of(input, layout::form_text_width(area)).within(most, theme);
    for row in typed.rows {
        let row = match cells::line_width(&row) {
            // The caret stands there.
            0 if is_focused => row,
            0 if form.state(&field.key) == FieldState::Unknown => absent("not read yet", theme),
            0 => absent(&empty(form, field), theme),
            _ => row,
        };
        let mut spans = row.spans;
        spans.insert(0, lead.clone());
        lines.row(Line { spans, ..Line::default() });
    }
    below(form, field, &lead, theme, lines);
    (typed.row + 1, LEAD + typed.column)
}

fn absent(words: &str, theme: Theme) -> Line<'static> {
    Line::from(Span::styled(words.to_owned(), theme.dim()))
}

/// What a field without a text stands for.
fn empty(form: &Form, field: &Field) -> String {
    match form.variety(&field.key) {
        _ if form.is_preset(&field.key) => "each a value of its own, as the review shows".into(),
        Variety::Differs(count) if form.state(&field.key) == FieldState::Unchanged => {
            format!("{count} different values; left alone until you type")
        }
        Variety::Differs(_) | Variety::Same => "empty".into(),
    }
}

fn label(field: &Field, lead: Span<'static>, is_focused: bool, width: usize, theme: Theme) -> Line<'static> {
    let style = if is_focused { theme.strong() } else { theme.plain() };
    let mut label = Line::from(vec![lead, Span::styled(field.label.clone(), style)]);
    if !field.can_clear() {
        let note = "  can be replaced, never cleared";
        // The state and the counter stand at the right.
        if cells::line_width(&label) + note.len() + 22 <= width {
            label.spans.push(Span::styled(note, theme.dim()));
        }
    }
    label
}

/// `set   17/128`
fn counter(form: &Form, field: &Field, theme: Theme) -> Line<'static> {
    let (state, style) = match form.state(&field.key) {
        FieldState::Unchanged => ("unchanged", theme.dim()),
        FieldState::Set => ("set", theme.good()),
        FieldState::Clear => ("clear", theme.busy()),
        FieldState::Unknown => ("…", theme.dim()),
    };
    let (count, max) = (form.text(&field.key).chars().count(), field.most_characters().unwrap_or(usize::MAX));
    let (mark, count_style) = if count > max { ("! ", theme.bad()) } else { ("", theme.dim()) };
    let count = format!("{mark}{count}/{max}");
    Line::from(vec![Span::styled(state, style), Span::styled(format!("{count:>11}"), count_style)])
}

/// Whether a field stands for values that differ, and nothing was typed for all of them.
fn is_of_several(form: &Form, field: &Field) -> bool {
    let is_left_alone = form.state(&field.key) == FieldState::Unchanged;
    form.is_preset(&field.key) || is_left_alone && form.variety(&field.key) != Variety::Same
}

/// What stands below the text: what is wrong with it, or what it was.
fn below(form: &Form, field: &Field, lead: &Span<'static>, theme: Theme, lines: &mut Lines) {
    let text = |words: String, style: Style| vec![lead.clone(), Span::styled(words, style)];
    if let Some(problem) = form.problem(&field.key) {
        for (at, row) in wrapped(&problem.0, lines.width().saturating_sub(LEAD + 2)).into_iter().enumerate() {
            let mark = if at == 0 { "! " } else { "  " };
            lines.row(Line::from(text(format!("{mark}{row}"), theme.bad())));
        }
    }
    if let Some(clash) = form.clash(&field.key) {
        let width = lines.width().saturating_sub(LEAD + 2);
        let (symbol, style) = if clash.choice.is_none() { ("!", theme.busy()) } else { ("•", theme.dim()) };
        for (at, row) in wrapped(&clash_words(form, field, clash), width).into_iter().enumerate() {
            let mark = if at == 0 { symbol } else { " " };
            lines.row(Line::from(text(format!("{mark} {row}"), style)));
        }
    } else if form.problem(&field.key).is_some() {
        // What is wrong with it matters more than what it was.
    } else if form.focus == field.key && form.text(&field.key).is_empty() && is_of_several(form, field) {
        // The caret stands where it would say so.
        lines.row(Line::from(text(empty(form, field), theme.dim())));
    } else if matches!(form.state(&field.key), FieldState::Set | FieldState::Clear) {
        let was = match form.variety(&field.key) {
            Variety::Differs(count) => format!("was: {count} different values"),
            Variety::Same => {
                form.base_text(&field.key).map_or("was: none".into(), |was| format!("was: {was}"))
            }
        };
        lines.row(Line::from(text(was, theme.dim())));
    }
}

/// What another hand made of a field that was typed in; the page on which it is decided has the
/// values whole.
fn clash_words(form: &Form, field: &Field, clash: &Clash) -> String {
    let say = |text: Option<&str>| text.map_or("nothing".to_owned(), quoted);
    let theirs = say(clash.theirs.as_deref());
    match clash.choice {
        Some(Choice::Mine) => format!("you chose mine; another hand had changed it to {theirs}"),
        Some(Choice::Theirs) => format!("you chose theirs; mine was {}", say(Some(form.mine(&field.key)))),
        None if form.state(&field.key) == FieldState::Unchanged => {
            format!("changed by another hand to {theirs} too")
        }
        None => format!(
            "changed by another hand to {theirs}; it was {}. {} asks which to keep",
            say(clash.base.as_deref()),
            key_name::first(Action::Review)
        ),
    }
}

/// `‘Training image for the vision…’`
fn quoted(text: &str) -> String {
    const WIDEST: usize = 56;
    let (kept, is_cut) = cells::clip(text, WIDEST);
    format!("‘{kept}{}’", if is_cut { "…" } else { "" })
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    layout::wrap(text, width).into_iter().map(str::to_owned).collect()
}

/// `2 changes`
fn changes(form: &Form, theme: Theme) -> Line<'static> {
    let is_changed = |field: &&Field| matches!(form.state(&field.key), FieldState::Set | FieldState::Clear);
    match form.fields().filter(is_changed).count() {
        0 => Line::default(),
        1 => Line::styled("1 change", theme.good()),
        count => Line::styled(format!("{count} changes"), theme.good()),
    }
}
