//! A form that has a row an entry: its name, its value, and what becomes of it.
//!
//! ```text
//! │   Key           Value                              │
//! │   cost-center   4711                               │
//! │ ▌ team          vision-platform█            15/256 │
//! │   owner         ana                         remove │
//! │   + new tag                                        │
//! │────────────────────────────────────────────────────│
//! │ was: vision                                        │
//! ```
//!
//! What is to be said of the row that has the keys stands at the foot, where it moves no row.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, EntryColumns, FieldState, Form, Target, layout};
use crate::domain::{ImageStatus, TagSet};
use crate::edit::{Entries, Field, FieldKey, Half, Subject};
use crate::view::frame::focus::Focus;
use crate::view::text::cells;
use crate::view::text::lines::Lines;
use crate::view::text::typed::Typed;
use crate::view::theme::Theme;

use super::ruled::ruled;
use super::{absent, below};

const LEAD: usize = layout::FORM_LEAD as usize;

/// What all rows of one form have in common.
struct Sheet<'a> {
    app: &'a App,
    form: &'a Form,
    entries: &'static Entries,
    columns: Option<EntryColumns>,
    /// How wide a text of the whole width is.
    width: usize,
    /// Most rows of one text.
    most: usize,
    theme: Theme,
}

/// Where the focus is, as it is found while the rows are written.
#[derive(Default)]
struct Found {
    focus: Focus,
    caret: (usize, usize),
}

/// Writes all rows, and what is `said` of the one with the focus; tells where that is, and in which row
/// and before which cell the caret stands.
pub fn write_all(
    app: &App,
    form: &Form,
    theme: Theme,
    area: Rect,
    (lines, said): (&mut Lines, &mut Lines),
) -> (Focus, (usize, usize)) {
    let Some(entries) = form.entries() else { return Default::default() };
    let width = layout::form_text_width(area);
    let most = usize::from(layout::inside(area).height).saturating_sub(3);
    let sheet = Sheet { app, form, entries, columns: EntryColumns::of(form, width), width, most, theme };
    lines.gap();
    sheet.write_titles(lines);
    let mut found = Found::default();
    for field in form.entry_fields() {
        sheet.write_entry(field, &mut found, lines);
        sheet.say(&[field], said);
    }
    for row in form.added_rows() {
        sheet.write_added(row, &mut found, lines);
        let fields: Vec<_> =
            Half::BOTH.iter().filter_map(|half| form.spec(&FieldKey::added(row, *half))).collect();
        sheet.say(&fields, said);
    }
    sheet.write_locked(lines);
    (found.focus, found.caret)
}

impl Sheet<'_> {
    fn write_titles(&self, lines: &mut Lines) {
        let Some(columns) = self.columns else { return };
        let name = format!("{:<width$}", self.entries.name.label, width = columns.name + EntryColumns::GAP);
        let spans = vec![Span::raw("  "), Span::raw(name), Span::raw(self.entries.value.label)];
        lines.row(Line::from(spans).style(self.theme.dim()));
    }

    fn lead(&self, is_focused: bool) -> Span<'static> {
        if is_focused { Span::styled("▌ ", self.theme.accent()) } else { Span::raw("  ") }
    }

    fn write_entry(&self, field: &Field, found: &mut Found, lines: &mut Lines) {
        let is_focused = self.form.focus == field.key;
        let (begin, lead) = (lines.len(), self.lead(is_focused));
        let style = if is_focused { self.theme.strong() } else { self.theme.plain() };
        let name = field.label.to_string();
        let value = self.typed(field);
        let starts = value.starts;
        let row = if let Some(columns) = self.columns.filter(|columns| cells::width(&name) <= columns.name) {
            let name = vec![vec![Span::styled(name, style)]];
            write_columns(columns, (name, value.rows), (&lead, self.state(field)), lines)
        } else {
            lines.runs(lead.clone(), &[(name, style)], Break::Anywhere);
            self.write_below_name(value.rows, (&lead, self.state(field)), lines)
        };
        lines.mark_from(begin, Target::Field(field.key.clone()));
        let indent = self.columns.map_or(0, |columns| columns.name + EntryColumns::GAP);
        self.mark(&starts, &field.key, (row, indent), lines);
        if is_focused {
            found.focus = Focus { begin, cursor: row + value.row, end: lines.len() };
            found.caret = (row + value.row, LEAD + indent + value.column);
        }
    }

    /// A row that is being added: its name is typed too.
    fn write_added(&self, row: u32, found: &mut Found, lines: &mut Lines) {
        let [name, value] = [Half::Name, Half::Value].map(|half| FieldKey::added(row, half));
        let (Some(name), Some(value)) = (self.form.spec(&name), self.form.spec(&value)) else { return };
        let has_focus = |field: &Field| self.form.focus == field.key;
        let (begin, lead) = (lines.len(), self.lead(has_focus(name) || has_focus(value)));
        let [of_name, of_value] = [name, value].map(|field| self.typed(field));
        let focused = if has_focus(name) { name } else { value };
        let invalid = [name, value].into_iter().find(|field| self.form.shown_problem(&field.key).is_some());
        let state = (&lead, self.state(invalid.unwrap_or(focused)));
        let starts = [of_name.starts, of_value.starts];
        let (name_at, value_at, indent) = if let Some(columns) = self.columns {
            let names = of_name.rows.into_iter().map(|row| row.spans).collect();
            let at = write_columns(columns, (names, of_value.rows), state, lines);
            (at, at, columns.name + EntryColumns::GAP)
        } else {
            let name_at = self.write_below_name(of_name.rows, state, lines);
            // A value makes no sense before there is a name.
            let is_blank = self.form.state(&name.key) == FieldState::Unchanged;
            let value_at = if is_blank && !has_focus(value) {
                name_at
            } else {
                self.write_below_name(of_value.rows, (&lead, Line::default()), lines)
            };
            (name_at, value_at, 0)
        };
        lines.mark_from(begin, Target::Field(name.key.clone()));
        self.mark(&starts[0], &name.key, (name_at, 0), lines);
        if value_at != name_at || self.columns.is_some() {
            self.mark(&starts[1], &value.key, (value_at, indent), lines);
        }
        let caret = match () {
            () if has_focus(name) => (name_at + of_name.row, LEAD + of_name.column),
            () if has_focus(value) => (value_at + of_value.row, LEAD + indent + of_value.column),
            () => return,
        };
        found.focus = Focus { begin, cursor: caret.0, end: lines.len() };
        found.caret = caret;
    }

    /// Marks what is typed in a field, from that row on and further in by `indent`, so that a click puts the caret
    /// there.
    fn mark(
        &self,
        starts: &[Option<usize>],
        key: &FieldKey,
        (row, indent): (usize, usize),
        lines: &mut Lines,
    ) {
        let width = self.columns.map_or(self.width, |columns| columns.width(key));
        let begin = LEAD + indent;
        Typed::mark(starts, key, (row, begin..begin + width), lines);
    }

    /// Says what there is to say of a row: of one without the focus, only what somebody else made of it.
    fn say(&self, fields: &[&Field], said: &mut Lines) {
        let lead = Span::raw("");
        if fields.iter().all(|field| field.key != self.form.focus) {
            for field in fields {
                below::write_undecided(self.app, self.form, field, &lead, self.theme, said);
            }
            return;
        }
        for field in fields {
            below::write(self.app, self.form, field, &lead, self.theme, said);
        }
        if let Some(value) = fields.last() {
            self.write_state_of_version(value, &lead, said);
        }
    }

    /// A version that is not there to be used, where an alias is to go to it.
    fn write_state_of_version(&self, field: &Field, lead: &Span<'static>, lines: &mut Lines) {
        let Subject::Aliases(image) = &self.form.subject else { return };
        let number = self.form.text(&field.key).parse().ok();
        let number = number.filter(|_| self.form.state(&field.key) == FieldState::Set);
        let version = number.and_then(|number| self.app.place().known_version(image, number));
        let status = version.as_ref().and_then(|version| version.status.as_ref());
        if let (Some(number), Some(status)) = (number, status.filter(|it| **it != ImageStatus::Created)) {
            let words = format!("version {number} is {status}: the service may reject it");
            below::say(lines, lead, "!", &words, self.theme.busy());
        }
    }

    /// What is typed, as rows; in its place, where nothing is, what that means.
    fn typed(&self, field: &Field) -> Typed {
        let key = &field.key;
        let width = self.columns.map_or(self.width, |columns| columns.width(key));
        let Some(input) = self.form.input(key) else { return Typed::none() };
        let mut typed = Typed::of(input, width, self.theme).within(self.most, self.theme);
        let is_removed = self.form.is_removed(key);
        if is_removed {
            typed.rows.iter_mut().for_each(|row| *row = row.clone().style(self.theme.dim()));
        }
        if input.text().is_empty() {
            let (placeholder, is_shown) = self.placeholder(field);
            // What a new entry is to be is said until it is typed.
            let is_new = matches!(key.as_added(), Some((_, Half::Name)));
            if is_shown && (self.form.focus != *key || is_removed || is_new) {
                typed.rows = vec![absent::absent(&cells_cut(&placeholder, width), self.theme)];
            }
        }
        if !is_removed {
            let is_focused = self.form.focus == *key;
            typed.rows =
                typed.rows.into_iter().map(|row| ruled(row, width, is_focused, self.theme)).collect();
        }
        typed
    }

    /// What stands where nothing is typed, and whether anything does.
    fn placeholder(&self, field: &Field) -> (String, bool) {
        match field.key.as_added() {
            Some((row, Half::Name)) => {
                let is_blank = self.form.state(&FieldKey::added(row, Half::Name)) == FieldState::Unchanged;
                (format!("+ new {}", self.entries.noun), is_blank)
            }
            Some((row, Half::Value)) => {
                let is_used = self.form.state(&FieldKey::added(row, Half::Value)) == FieldState::Set;
                ("(empty)".to_owned(), is_used)
            }
            None if self.form.state(&field.key) == FieldState::Unknown => ("not loaded yet".to_owned(), true),
            None => (absent::empty(self.form, field), true),
        }
    }

    /// Rows of their own. Tells the first of them.
    fn write_below_name(
        &self,
        rows: Vec<Line<'static>>,
        (lead, state): (&Span<'static>, Line<'static>),
        lines: &mut Lines,
    ) -> usize {
        let begin = lines.len();
        let indent = self.columns.map_or(0, |columns| columns.name + EntryColumns::GAP);
        let mut state = Some(state);
        for value in rows {
            let mut row = Line::from(vec![lead.clone(), Span::raw(" ".repeat(indent))]);
            push(&mut row, Some(value));
            lines.ends(row, state.take().unwrap_or_default());
        }
        begin
    }

    /// `set`, `remove`; where the focus is, how much of what there is room for is typed.
    fn state(&self, field: &Field) -> Line<'static> {
        let (form, theme) = (self.form, self.theme);
        let (word, style): (&str, Style) = match form.state(&field.key) {
            _ if form.shown_problem(&field.key).is_some() => ("invalid", theme.bad()),
            _ if form.clash(&field.key).is_some_and(|clash| clash.choice.is_none()) => {
                ("conflict", theme.busy())
            }
            _ if form.is_removed(&field.key) => ("remove", theme.busy()),
            FieldState::Unchanged => ("", theme.dim()),
            FieldState::Set if field.key.is_added() => ("new", theme.good()),
            FieldState::Set => ("set", theme.good()),
            FieldState::Clear => ("remove", theme.busy()),
            FieldState::Unknown => ("…", theme.dim()),
        };
        // How many digits a number has tells nothing.
        let is_number = matches!(form.subject, Subject::Aliases(_)) && field.most_characters() == Some(10);
        let is_counted = form.focus == field.key && !form.is_removed(&field.key) && !is_number;
        let most = field.most_characters().filter(|_| is_counted);
        let Some(most) = most else { return Line::styled(word.to_owned(), style) };
        let count = form.text(&field.key).chars().count();
        let style = if count > most { theme.bad() } else { style };
        Line::styled(format!("{}{count}/{most}", if count > most { "! " } else { "" }), style)
    }

    /// Entries that stay as they are, whatever is typed.
    fn write_locked(&self, lines: &mut Lines) {
        let Some(base) = self.form.base.value() else { return };
        let (of_aws, unclean): (Vec<_>, Vec<_>) =
            base.locked().into_iter().partition(|name| TagSet::is_of_aws(name));
        for (names, why) in [
            (of_aws, "Managed by AWS, can't be changed"),
            (unclean, "Can't be shown exactly, so can't be changed here"),
        ] {
            if !names.is_empty() {
                lines.gap();
                lines.text(LEAD, &format!("{why}: {}", names.join(", ")), self.theme.dim());
            }
        }
    }
}

fn push(row: &mut Line<'static>, value: Option<Line<'static>>) {
    let Some(value) = value else { return };
    let style = value.style;
    row.spans.extend(value.spans.into_iter().map(|span| span.patch_style(style)));
}

fn cells_cut(text: &str, width: usize) -> String {
    let (kept, is_cut) = cells::clip(text, width.saturating_sub(1).max(1));
    if is_cut { format!("{kept}…") } else { kept.to_owned() }
}

/// Names at the left, values beside them, the state at the right. Tells the first row.
fn write_columns(
    columns: EntryColumns,
    (names, values): (Vec<Vec<Span<'static>>>, Vec<Line<'static>>),
    (lead, state): (&Span<'static>, Line<'static>),
    lines: &mut Lines,
) -> usize {
    let begin = lines.len();
    let blank = Span::raw(" ".repeat(columns.name + EntryColumns::GAP));
    let count = names.len().max(values.len());
    let (mut names, mut values, mut state) = (names.into_iter(), values.into_iter(), Some(state));
    for _ in 0..count {
        let mut row = Line::from(vec![lead.clone()]);
        match names.next() {
            None => row.spans.push(blank.clone()),
            Some(name) => {
                let used: usize = name.iter().map(|span| cells::width(&span.content)).sum();
                row.spans.extend(name);
                let free = (columns.name + EntryColumns::GAP).saturating_sub(used);
                row.spans.push(Span::raw(" ".repeat(free)));
            }
        }
        push(&mut row, values.next());
        lines.ends(row, state.take().unwrap_or_default());
    }
    begin
}
