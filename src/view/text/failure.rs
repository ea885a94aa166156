//! A failure, with all that may help.
//!
//! ```text
//! ✖ Couldn't list images: access denied
//!   AccessDeniedException
//!   who      arn:aws:sts::123456789012:assumed-role/Reader/jo
//!   may not  sagemaker:ListImages
//!   why      no identity-based policy allows the action
//!   Request id  2f1c…
//!   Ask for that permission, or use another profile.
//! ```

use ratatui::text::Span;

use crate::app::wrap::Break;
use crate::app::{App, Overlay};
use crate::domain::{Denied, Failure, FailureClass};
use crate::keys::Action;
use crate::view::theme::Theme;

use super::key_name;
use super::lines::Lines;

/// Writes the block; `what` says what came to nothing.
pub fn write(app: &App, lines: &mut Lines, theme: Theme, what: &str, failure: &Failure) {
    write_what(lines, theme, what, failure);
    write_advice(app, lines, theme, failure);
}

/// Writes what happened.
pub fn write_what(lines: &mut Lines, theme: Theme, what: &str, failure: &Failure) {
    write_head(lines, theme, what, failure);
    write_said(lines, theme, failure);
}

/// Writes what came to nothing and why, in a few words.
pub fn write_head(lines: &mut Lines, theme: Theme, what: &str, failure: &Failure) {
    let head = format!("{what}: {}", failure.headline());
    lines.runs(Span::styled("✖ ", theme.bad()), &[(head, theme.bad())], Break::Blanks);
}

/// Writes what the service said.
pub fn write_said(lines: &mut Lines, theme: Theme, failure: &Failure) {
    let is_denied = failure.class == FailureClass::Denied;
    let denied = Denied::read(failure.message.as_str()).filter(|_| is_denied);
    let message = if denied.is_some() { "" } else { failure.message.as_str() };
    let colon = if message.is_empty() { "" } else { ": " };
    let code = failure.code.as_ref().map_or(String::new(), |code| format!("{code}{colon}"));
    let mut said = vec![(code, theme.strong()), (message.to_owned(), theme.plain())];
    said.retain(|(text, _)| !text.is_empty());
    if !said.is_empty() {
        lines.runs("  ".into(), &said, Break::Blanks);
    }
    if let Some(denied) = denied {
        write_denied(lines, theme, &denied);
    }
    if let Some(id) = &failure.request_id {
        let id = id.as_str().to_owned();
        lines.runs("  ".into(), &[("Request ID  ".into(), theme.dim()), (id, theme.plain())], Break::Blanks);
    }
}

fn write_denied(lines: &mut Lines, theme: Theme, denied: &Denied) {
    let mut line = |label: &str, value: &str, style, at| {
        let lead = Span::styled(format!("  {label:<9}"), theme.dim());
        lines.runs(lead, &[(value.to_owned(), style)], at);
    };
    line("who", &denied.who, theme.plain(), Break::Blanks);
    line("may not", &denied.action, theme.strong(), Break::Blanks);
    if let Some(resource) = &denied.resource {
        line("on", resource, theme.plain(), Break::Blanks);
    }
    if let Some(why) = &denied.why {
        line("why", why, theme.plain(), Break::Blanks);
    }
}

/// Writes what can be done about it: where a log-in would mend it, that, and by which key.
pub fn write_advice(app: &App, lines: &mut Lines, theme: Theme, failure: &Failure) {
    write_way_to_output(app, lines, theme, failure);
    let wanted = app.place().wants.as_ref().and_then(|wanted| wanted.log_in.as_ref());
    if failure.log_in.is_some() && failure.log_in.as_ref() == wanted && app.can(Action::LogIn) {
        let words = format!("Press {} to log in.", key_name::here(app, Action::LogIn));
        return lines.text(2, &words, theme.strong());
    }
    lines.text(2, failure.advice(), theme.plain());
}

/// Writes where it is shown what a process wrote, which may hold secrets.
pub fn write_way_to_output(app: &App, lines: &mut Lines, theme: Theme, failure: &Failure) {
    let is_there = matches!(app.place().overlays.last(), Some(Overlay::Errors(_)));
    if !failure.process_said.is_empty() && !is_there {
        let key = key_name::here(app, Action::Errors);
        lines.text(2, &format!("Press {key} for what the process wrote."), theme.plain());
    }
}

/// Writes what else the denied change of a role may want.
pub fn write_role_hint(lines: &mut Lines, theme: Theme, failure: &Failure) {
    if failure.class == FailureClass::Denied {
        lines.text(2, "Setting a role also requires iam:PassRole on it.", theme.strong());
    }
}
