//! What became of a write: a symbol, a word, a style, a sentence.
//!
//! ```text
//! ✔ verified   ✖ failed   ! not as sent   · not applied, refused, gone   ? can't be told
//! ◐ not known yet
//! ```

use ratatui::style::Style;

use crate::edit::Verdict;
use crate::view::theme::Theme;

/// The symbol, one cell wide.
#[must_use]
pub fn symbol(verdict: Option<&Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Verified) => "✔",
        Some(Verdict::Failed(_)) => "✖",
        Some(Verdict::Differs) => "!",
        Some(Verdict::NotApplied | Verdict::Refused(_) | Verdict::Gone) => "·",
        Some(Verdict::Unknowable) => "?",
        None => "◐",
    }
}

/// The longest word takes so many cells.
pub const WIDEST: u16 = 13;

/// The word.
#[must_use]
pub fn word(verdict: Option<&Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Verified) => "verified",
        Some(Verdict::Failed(_)) => "failed",
        Some(Verdict::Differs) => "not as sent",
        Some(Verdict::NotApplied) => "not applied",
        Some(Verdict::Refused(_)) => "refused",
        Some(Verdict::Gone) => "gone",
        Some(Verdict::Unknowable) => "can't be told",
        None => "not known yet",
    }
}

/// What that means, with the service's reason where there is one.
#[must_use]
pub fn sentence(verdict: Option<&Verdict>) -> String {
    match verdict {
        Some(Verdict::Verified) => "settled and read back as sent".into(),
        Some(Verdict::Failed(Some(reason))) => reason.to_string(),
        Some(Verdict::Failed(None)) => "the service gave no reason".into(),
        Some(Verdict::Differs) => "someone else changed it too".into(),
        Some(Verdict::NotApplied) => "nothing was changed".into(),
        Some(Verdict::Refused(said)) => format!("nothing was changed; the service said: {said}"),
        Some(Verdict::Gone) => "it is gone".into(),
        Some(Verdict::Unknowable) => {
            "it was changed again before it was looked at, or another has its name".into()
        }
        None => "it is read until that is known; nothing is sent again".into(),
    }
}

/// The colour.
#[must_use]
pub fn style(theme: Theme, verdict: Option<&Verdict>) -> Style {
    match verdict {
        Some(Verdict::Verified) => theme.good(),
        Some(Verdict::Failed(_) | Verdict::Differs) => theme.bad(),
        Some(Verdict::NotApplied | Verdict::Refused(_) | Verdict::Gone | Verdict::Unknowable) => theme.dim(),
        None => theme.busy(),
    }
}
