//! What stands in a form above its fields.

use ratatui::text::{Line, Span};

use crate::app::wrap::Break;
use crate::app::{App, Form, Remote};
use crate::edit::{Snapshot, Subject};
use crate::view::text::address;
use crate::view::text::lines::Lines;
use crate::view::theme::Theme;

/// So many rows of names are shown of several.
const MOST_NAMES: usize = 3;

/// What is to be known before the fields are read.
pub fn head(form: &Form, theme: Theme, lines: &mut Lines) {
    write_images(form, theme, lines);
    write_limits(form, theme, lines);
}

/// What can't be done here, and what is not known.
fn write_limits(form: &Form, theme: Theme, lines: &mut Lines) {
    if matches!(form.subject, Subject::Version(..)) {
        lines.gap();
        let words = "These can be set and changed, but not unset.";
        lines.text(0, words, theme.dim());
    }
    if form.base.value().is_some_and(Snapshot::is_partial) {
        lines.gap();
        let words = "No permission for ListAliases: existing aliases aren't listed. Type a name below to \
                     look one up.";
        lines.runs(Span::styled("! ", theme.busy()), &[(words.into(), theme.busy())], Break::Blanks);
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

/// The word that marks the profile, and whether what is edited is being read, for the frame.
pub fn state(app: &App, form: &Form, theme: Theme) -> Line<'static> {
    let mut spans = address::word(app, theme);
    let doing = match &form.base {
        Remote::Ready(_) | Remote::Failed { .. } => {
            // The frame has a blank of its own there.
            if let Some(last) = spans.last_mut().filter(|last| last.content == "DEMO ") {
                last.content = "DEMO".into();
            }
            return Line::from(spans);
        }
        Remote::Idle | Remote::Loading { old: None } => "loading",
        Remote::Loading { old: Some(_) } => "refreshing",
    };
    let counted = form.gathered().map(|(read, all)| format!(" {read} of {all}")).unwrap_or_default();
    spans.push(Span::styled(format!("◐ {doing}{counted}…"), theme.busy()));
    Line::from(spans)
}
