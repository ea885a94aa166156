//! Where the person put the divider between list and detail: `divider.json`.

use std::path::Path;

use super::format::{DIVIDER, Unreadable, divider_to_line};
use super::{Trouble, whole_file};
use crate::domain::ListShare;
use crate::plain_file::{self, Links};

const NAME: &str = "divider.json";
/// More than this is no file of ours.
const MOST: u64 = 4 * 1024;

/// Nothing where it was never moved, or can't be read: then it stands where there is need of it.
pub(super) fn read(state: &Path) -> Option<ListShare> {
    stored(state).unwrap_or(None)
}

/// What a newer sagescope wrote is left as it is.
pub(super) fn write(state: &Path, share: Option<ListShare>) -> Result<(), Trouble> {
    if stored(state) == Err(Unreadable::Newer) {
        return Ok(());
    }
    let path = state.join(NAME);
    let failed = |error: &std::io::Error| Trouble::io("remember the divider in", &path, error);
    let line = divider_to_line(share).map_err(|error| failed(&error.into()))?;
    whole_file::write(state, NAME, "unfinished-divider", &line).map_err(|error| failed(&error))
}

fn stored(state: &Path) -> Result<Option<ListShare>, Unreadable> {
    let raw = plain_file::read(&state.join(NAME), Links::Refused, MOST).unwrap_or_default();
    DIVIDER.read(&raw)
}
