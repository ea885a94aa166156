//! An image's status: a symbol, a word, a style.
//!
//! ```text
//! ● settled   ◐ changing   ✖ failed   ? not known
//! ```

use ratatui::style::Style;

use crate::domain::ImageStatus;
use crate::view::theme::Theme;

/// The symbol, one cell wide.
#[must_use]
pub fn symbol(status: Option<&ImageStatus>) -> &'static str {
    match status {
        Some(status) if status.is_failed() => "✖",
        Some(status) if status.is_changing() => "◐",
        Some(ImageStatus::Created) => "●",
        _ => "?",
    }
}

/// The service's word.
#[must_use]
pub fn word(status: Option<&ImageStatus>) -> &str {
    status.map_or("unknown", ImageStatus::word)
}

/// The colour.
#[must_use]
pub fn style(theme: Theme, status: Option<&ImageStatus>) -> Style {
    match status {
        Some(status) if status.is_failed() => theme.bad(),
        Some(status) if status.is_changing() => theme.busy(),
        Some(ImageStatus::Created) => theme.good(),
        _ => theme.dim(),
    }
}
