//! What is said of a form as a whole, at its foot.
//!
//! ```text
//! │──────────────────────────────────────────────────────│
//! │ ! Someone else changed this image while you were     │
//! │   editing. You had not touched:                      │
//! │   Role ARN                                           │
//! │     was  arn:aws:iam::123456789012:role/Old          │
//! │     now  arn:aws:iam::123456789012:role/New          │
//! │ • Pasted: each line break became a blank.            │
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::app::wrap::Break;
use crate::app::{App, FieldState, Form, Remote};
use crate::domain::Text;
use crate::edit::Difference;
use crate::keys::{Action, Scope};
use crate::view::frame::focus::Focus;
use crate::view::text::lines::Lines;
use crate::view::text::{age, cells, differences, failure};
use crate::view::theme::{Look, Theme};

/// The field that has the keys has at least so many rows.
const LEAST: usize = 3;

/// Writes it, the newest first.
pub fn write(app: &App, form: &Form, look: &Look, lines: &mut Lines) {
    let theme = look.theme;
    // What is wrong with an entry is said here already.
    let problem = form.shown_problem(&form.focus).filter(|_| form.entries().is_some());
    let is_said = |remark: &str| problem.as_ref().is_some_and(|problem| remark.contains(&problem.0));
    if let Some(remark) = form.remark.as_ref().filter(|remark| !is_said(remark)) {
        lines.runs(Span::styled("• ", theme.accent()), &[(remark.clone(), theme.plain())], Break::Blanks);
    }
    write_kept_file(app, form, theme, lines);
    write_failure(app, form, theme, lines);
    write_foreign(form, theme, lines);
    write_origin(app, form, look, lines);
}

/// Where what an editor left is, that could not be taken.
fn write_kept_file(app: &App, form: &Form, theme: Theme, lines: &mut Lines) {
    let of_field = (form.kept_file(Some(&form.focus)), Action::OpenEditor, "it");
    let of_table = (form.kept_file(None), Action::EditTable, "the table");
    for (file, action, what) in [of_field, of_table] {
        let Some(file) = file else { continue };
        let (file, key) =
            (Text::clean(&file.to_string_lossy()), app.keymap.first_key_in(Scope::Form, action));
        // The key first: a low window has no room for the path.
        let words = format!("Press {key} to edit {what} again. It is kept in {file}.");
        lines.runs(Span::styled("! ", theme.busy()), &[(words, theme.busy())], Break::Blanks);
    }
}

/// Draws it below the fields, which take `rows`, or at the lower edge of `area`, and tells what is left of
/// that for the fields.
pub fn draw(
    said: Lines,
    (rows, focus): (usize, Focus),
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) -> Rect {
    let height = usize::from(area.height);
    let of_field = (focus.end - focus.begin).clamp(LEAST, (height / 2).max(LEAST));
    let most = height.saturating_sub(of_field + 1);
    if said.len() == 0 || most == 0 {
        return area;
    }
    let mut foot = said.beside();
    foot.take(said, most);
    let height = cells::short(foot.len());
    let fields = Rect { height: cells::short(rows).min(area.height - height - 1), ..area };
    let rule = "─".repeat(area.width.into());
    cells::put(buffer, (area.x, fields.bottom()), &rule, area.width, theme.dim());
    foot.draw(Rect { y: fields.bottom() + 1, height, ..area }, 0, buffer);
    fields
}

/// Why it is not known what is edited.
fn write_failure(app: &App, form: &Form, theme: Theme, lines: &mut Lines) {
    let Remote::Failed { failure, .. } = &form.base else { return };
    let noun = form.subject.noun();
    let what = if form.subject.is_several() {
        format!("Couldn't load all of the {noun}")
    } else {
        format!("Couldn't load the {noun}")
    };
    failure::write(app, lines, theme, &what, failure);
    let key = app.keymap.first_key(Action::Review);
    lines.text(2, &format!("What you typed is kept. Press {key} to reload the {noun}."), theme.plain());
}

/// What someone else changed meanwhile. What both changed is said at the field.
fn write_foreign(form: &Form, theme: Theme, lines: &mut Lines) {
    let has_clash = |difference: &&Difference| form.clash(&difference.key).is_none();
    let foreign: Vec<_> = form.foreign.iter().filter(has_clash).cloned().collect();
    if foreign.is_empty() {
        return;
    }
    let is_taken = |difference: &Difference| form.state(&difference.key) == FieldState::Unchanged;
    let (this, noun) = (form.subject.agree("this", "these"), form.subject.noun());
    let mut words = format!("Someone else changed {this} {noun} while you were editing");
    words.push_str(if foreign.iter().all(is_taken) { ". You hadn't touched:" } else { ":" });
    lines.runs(Span::styled("! ", theme.busy()), &[(words, theme.busy())], Break::Blanks);
    differences::write(lines, theme, &foreign);
}

/// Where the words in the form come from: an earlier session, or a change that is undone.
fn write_origin(app: &App, form: &Form, look: &Look, lines: &mut Lines) {
    let told = |at| age::told(at, app.now, &look.zone(app));
    let mut sentences = Vec::new();
    if let Some(id) = &form.undoes {
        let history = &app.place().history;
        let undone = history.get(id).map(|entry| entry.at).or(history.plan(id).map(|plan| plan.at));
        sentences.push(match undone {
            Some(undone) => format!("This undoes the change from {}.", told(undone)),
            None => "This undoes an earlier change.".into(),
        });
    }
    if let Some(kept) = form.kept_at.filter(|_| form.is_draft()) {
        sentences.push(format!("Draft from {}.", age::long(kept, app.now)));
    }
    for line in sentences {
        let lead = Span::styled("• ", look.theme.accent());
        lines.runs(lead, &[(line, look.theme.plain())], Break::Blanks);
    }
}
