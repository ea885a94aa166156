//! What another hand changed, field by field.
//!
//! ```text
//!   Description
//!     was  Training image
//!     now  Training image for the vision team
//! ```

use ratatui::text::Span;

use crate::app::wrap::Break;
use crate::edit::Difference;
use crate::view::theme::Theme;

use super::lines::Lines;

/// Writes each field with both values.
pub fn write(lines: &mut Lines, theme: Theme, differences: &[Difference]) {
    for difference in differences {
        let label = match &difference.image {
            Some(image) => format!("{image}: {}", difference.label),
            None => difference.label.clone(),
        };
        lines.text(2, &label, theme.strong());
        for (word, value) in [("was", &difference.before), ("now", &difference.now)] {
            let lead = Span::styled(format!("    {word}  "), theme.dim());
            let run = match value {
                Some(value) if value.is_empty() => ("(empty)".into(), theme.dim()),
                Some(value) => (value.clone(), theme.plain()),
                None => ("not set".into(), theme.dim()),
            };
            lines.runs(lead, &[run], Break::Blanks);
        }
    }
}
