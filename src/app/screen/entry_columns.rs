//! Where names and values stand in a form of entries.

use crate::app::{Form, cells};
use crate::edit::{FieldKey, Half};

/// The columns of a form that has a row an entry, in cells. Behind each there is a cell for the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryColumns {
    /// How wide the names are.
    pub name: usize,
    /// How wide the values are.
    pub value: usize,
}

/// Narrower than this, a value stands below its name.
const LEAST: usize = 44;
/// No name takes less.
const NAME: usize = 12;
/// What is said of an entry stands at the right.
const STATE: usize = 9;

impl EntryColumns {
    /// Between name and value: the cell for the caret, and a blank.
    pub const GAP: usize = 2;

    /// The columns of `form` where a text of all its width has rows of `width` cells; nothing where that is
    /// too narrow for two, or the form has no entries.
    #[must_use]
    pub fn of(form: &Form, width: usize) -> Option<Self> {
        form.entries()?;
        if width < LEAST {
            return None;
        }
        let longest = form.entry_names().iter().map(|name| cells::width(name)).max().unwrap_or_default();
        let name = longest.clamp(NAME, (width * 2 / 5).max(NAME));
        Some(Self { name, value: width.saturating_sub(name + Self::GAP + STATE) })
    }

    /// How wide the rows are of the text that is typed for `key`.
    #[must_use]
    pub fn width(self, key: &FieldKey) -> usize {
        match key.as_added() {
            Some((_, Half::Name)) => self.name,
            Some((_, Half::Value)) | None => self.value,
        }
    }
}
