//! Which theme the person picked: `theme.json`.

use std::path::Path;

use super::format::{THEME, Unreadable, theme_to_line};
use super::{Trouble, whole_file};
use crate::domain::Text;
use crate::plain_file::{self, Links};

const NAME: &str = "theme.json";
/// More than this is no file of ours.
const MOST: u64 = 4 * 1024;

/// Nothing where none was picked, or where that can't be read: then the default is in force.
pub(super) fn read(state: &Path) -> Option<Text> {
    stored(state).ok()
}

/// What a newer sagescope wrote is left as it is.
pub(super) fn write(state: &Path, name: &Text) -> Result<(), Trouble> {
    if stored(state) == Err(Unreadable::Newer) {
        return Ok(());
    }
    let path = state.join(NAME);
    let failed = |error: &std::io::Error| Trouble::io("remember the theme in", &path, error);
    let line = theme_to_line(name).map_err(|error| failed(&error.into()))?;
    whole_file::write(state, NAME, "unfinished-theme", &line).map_err(|error| failed(&error))
}

fn stored(state: &Path) -> Result<Text, Unreadable> {
    let raw = plain_file::read(&state.join(NAME), Links::Refused, MOST).unwrap_or_default();
    THEME.read(&raw)
}
