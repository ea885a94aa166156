//! What another hand changed, field by field.
//!
//! ```text
//!   Description
//!     was  Training image
//!     now  Training image for the vision team
//! ```

use ratatui::text::Span;

use crate::app::Difference;
use crate::app::wrap::Break;
use crate::view::theme::Theme;

use super::page::Page;

/// Writes each field with both values.
pub fn write(page: &mut Page, theme: Theme, differences: &[Difference]) {
    for difference in differences {
        page.text(2, difference.field.label(), theme.strong());
        for (word, value) in [("was", &difference.before), ("now", &difference.now)] {
            let lead = Span::styled(format!("    {word}  "), theme.dim());
            let run = match value {
                Some(value) => (value.clone(), theme.plain()),
                None => ("none".into(), theme.dim()),
            };
            page.runs(lead, &[run], Break::Blanks);
        }
    }
}
