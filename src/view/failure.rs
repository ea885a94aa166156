//! A failure, with all that may help.
//!
//! ```text
//! ✖ The images can't be listed: access denied
//!   AccessDeniedException: User: arn:aws:… is not authorized to perform: sagemaker:ListImages
//!   Request id  2f1c…
//!   Ask for the permission that the message names, or use another profile.
//! ```

use ratatui::text::Span;

use crate::domain::Failure;

use super::page::Page;
use super::theme::Theme;
use super::wrap::Break;

/// Writes the block; `what` says what came to nothing.
pub fn write(page: &mut Page, theme: Theme, what: &str, failure: &Failure) {
    write_what(page, theme, what, failure);
    write_advice(page, theme, failure);
}

/// Writes what happened.
pub fn write_what(page: &mut Page, theme: Theme, what: &str, failure: &Failure) {
    let head = format!("{what}: {}", failure.headline());
    page.runs(Span::styled("✖ ", theme.bad()), &[(head, theme.bad())], Break::Blanks);
    let code = failure.code.as_ref().map_or(String::new(), |code| format!("{code}: "));
    let mut said = vec![(code, theme.strong()), (failure.message.as_str().to_owned(), theme.plain())];
    said.retain(|(text, _)| !text.is_empty());
    if !said.is_empty() {
        page.runs("  ".into(), &said, Break::Blanks);
    }
    if let Some(id) = &failure.request_id {
        let id = id.as_str().to_owned();
        page.runs("  ".into(), &[("Request id  ".into(), theme.dim()), (id, theme.plain())], Break::Blanks);
    }
}

/// Writes what can be done about it.
pub fn write_advice(page: &mut Page, theme: Theme, failure: &Failure) {
    page.text(2, failure.advice(), theme.plain());
}
