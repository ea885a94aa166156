//! What was looked for to reach AWS, and what was found.
//!
//! ```text
//! Environment
//!   AWS_PROFILE = production
//!   not set: AWS_ACCESS_KEY_ID, AWS_REGION
//! Files
//!   ~/.aws/config       3 profiles, 1 SSO session
//!   ~/.aws/credentials  not there
//!   SSO sessions        corp
//! ! ~/.aws/config, line 12: …
//! ```

use ratatui::text::Span;

use crate::app::App;
use crate::app::wrap::Break;
use crate::domain::{AwsSetup, Found, Text};
use crate::view::theme::Theme;

use super::cells;
use super::lines::Lines;

/// What was found in a file, as the second half of a sentence.
#[must_use]
pub fn found(found: &Found) -> String {
    match found {
        Found::Missing => "not found".into(),
        Found::Unreadable(why) => why.to_string(),
        Found::Holds { profiles, sso_sessions } => {
            let profiles = counted(*profiles, "profile");
            match sso_sessions {
                0 => profiles,
                _ => format!("{profiles}, {}", counted(*sso_sessions, "SSO session")),
            }
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}

/// Writes the variables: those that are set with their values, the others by their names.
pub fn write_variables(aws_setup: &AwsSetup, theme: Theme, lines: &mut Lines) {
    for variable in &aws_setup.variables {
        if let Some(value) = &variable.value {
            let words = [
                (variable.name.to_owned(), theme.plain()),
                (" = ".to_owned(), theme.dim()),
                (value.to_string(), theme.plain()),
            ];
            lines.runs("  ".into(), &words, Break::Blanks);
        }
    }
    let unset = aws_setup.variables.iter().filter(|it| it.value.is_none()).map(|it| it.name);
    let unset: Vec<_> = unset.collect();
    if !unset.is_empty() {
        lines.text(2, &format!("not set: {}", unset.join(", ")), theme.dim());
    }
}

/// Writes the files and what they hold.
pub fn write_files(aws_setup: &AwsSetup, theme: Theme, lines: &mut Lines) {
    let mut files: Vec<_> =
        aws_setup.files.iter().map(|file| (file.path.to_string(), found(&file.found))).collect();
    if !aws_setup.sso_sessions.is_empty() {
        let names: Vec<_> = aws_setup.sso_sessions.iter().map(ToString::to_string).collect();
        files.push(("SSO sessions".into(), names.join(", ")));
    }
    let widest = files.iter().map(|(path, _)| cells::width(path)).max().unwrap_or_default();
    let column = widest.min(lines.width() / 2);
    for (path, found) in files {
        let path = cells::shortened(&path, column);
        let blanks = " ".repeat(column.saturating_sub(cells::width(&path)) + 2);
        let lead = Span::raw(format!("  {path}{blanks}"));
        lines.runs(lead, &[(found, theme.plain())], Break::Blanks);
    }
}

/// Writes what is wrong with the files, but for what is said already, and no more than `most`.
pub fn write_troubles(app: &App, said: Option<&Text>, most: usize, theme: Theme, lines: &mut Lines) {
    let Some(aws_setup) = app.aws_setup.value() else { return };
    let troubles: Vec<_> = aws_setup.troubles.iter().filter(|trouble| Some(*trouble) != said).collect();
    for trouble in troubles.iter().take(most) {
        let words = [(trouble.to_string(), theme.plain())];
        lines.runs(Span::styled("! ", theme.busy()), &words, Break::Blanks);
    }
    let left = troubles.len().saturating_sub(most);
    if left > 0 {
        lines.text(2, &format!("and {left} more, next to their profiles"), theme.dim());
    }
}
