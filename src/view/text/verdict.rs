//! What became of a write: a symbol, a word, a style, a sentence.
//!
//! ```text
//! ✔ verified   ✖ failed   ! differs   · not applied, rejected, gone   ? unknown
//! ◐ pending
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
pub const WIDEST: u16 = 11;

/// The word.
#[must_use]
pub fn word(verdict: Option<&Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Verified) => "verified",
        Some(Verdict::Failed(_)) => "failed",
        Some(Verdict::Differs) => "differs",
        Some(Verdict::NotApplied) => "not applied",
        Some(Verdict::Refused(_)) => "rejected",
        Some(Verdict::Gone) => "gone",
        Some(Verdict::Unknowable) => "unknown",
        None => "pending",
    }
}

/// What that means, with the service's reason where there is one.
#[must_use]
pub fn sentence(verdict: Option<&Verdict>) -> String {
    match verdict {
        Some(Verdict::Verified) => "it has the values that were sent".into(),
        Some(Verdict::Failed(Some(reason))) => reason.to_string(),
        Some(Verdict::Failed(None)) => "no reason given".into(),
        Some(Verdict::Differs) => "someone else changed it too".into(),
        Some(Verdict::NotApplied) => "nothing was changed".into(),
        Some(Verdict::Refused(said)) => format!("nothing was changed; the service returned: {said}"),
        Some(Verdict::Gone) => "it is gone".into(),
        Some(Verdict::Unknowable) => {
            "it was changed again before it was checked, or another image has its name".into()
        }
        None => "checking; nothing is sent again".into(),
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
