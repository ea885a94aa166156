//! Why nothing was sent, in the review.

use ratatui::text::Span;

use crate::app::App;
use crate::app::wrap::Break;
use crate::edit::Subject;
use crate::flow::Stop;
use crate::keys::Action;
use crate::view::text::lines::Lines;
use crate::view::text::{differences, failure};
use crate::view::theme::Theme;

/// Writes why a step of `subject` was stopped.
pub fn write(app: &App, subject: &Subject, stop: &Stop, theme: Theme, lines: &mut Lines) {
    let noun = subject.noun();
    match stop {
        Stop::Failure(failure) => {
            failure::write(app, lines, theme, "Nothing was changed", failure);
        }
        Stop::AliasHeld(failure) => {
            let words = format!(
                "The service won't take an alias from the version that has it: {} Nothing was changed.",
                failure.detail()
            );
            warn(lines, theme, &words);
            let words = "The two requests below remove it there first, then add it.";
            lines.text(2, words, theme.strong());
        }
        Stop::Conflict(differences) => {
            let this = subject.agree("this", "these");
            let words =
                format!("Someone else changed {this} {noun} while you were editing. Nothing was sent.");
            warn(lines, theme, &words);
            differences::write(lines, theme, differences);
            let words = format!("Below is your change against the current {noun}.");
            lines.text(2, &words, theme.strong());
        }
        Stop::Changing(status) => {
            let words = format!(
                "{} {status}: the service rejects changes until that is done. Nothing was sent.",
                subject.the_noun_is()
            );
            warn(lines, theme, &words);
        }
        Stop::Busy => {
            let this = subject.agree("this", "these");
            let words = format!("An earlier change to {this} {noun} is still in progress. Nothing was sent.");
            warn(lines, theme, &words);
        }
        Stop::Moved => {
            let words = "The change is no longer the one you reviewed: review it again. Nothing was sent.";
            warn(lines, theme, words);
        }
        Stop::NotNoted(trouble) => {
            warn(lines, theme, &format!("{trouble} Nothing was sent: each change is recorded first."));
            let (send, unnoted) =
                (app.keymap.first_key(Action::Send), app.keymap.first_key(Action::SendUnnoted));
            let words = format!("Press {send} to try again, {unnoted} to send it anyway.");
            lines.text(2, &words, theme.strong());
        }
        Stop::Doubt => {
            let words = "The credentials may have changed: checking the account. Nothing was sent.";
            warn(lines, theme, words);
        }
        Stop::Another(arn) => {
            let words = format!(
                "This name now belongs to another image, {arn}: the credentials are for another account or \
                 region. Nothing was sent."
            );
            warn(lines, theme, &words);
        }
    }
}

/// Writes a warning.
pub fn warn(lines: &mut Lines, theme: Theme, words: &str) {
    let style = theme.busy().patch(theme.strong());
    lines.runs(Span::styled("! ", style), &[(words.to_owned(), style)], Break::Blanks);
}
