//! Where the person has been lately: `recent.json`.

use std::path::Path;

use super::{Trouble, versioned, whole_file};
use crate::domain::Recent;
use crate::plain_file::{self, Links};

const NAME: &str = "recent.json";
/// More than this is no file of ours.
const MOST: u64 = 64 * 1024;

pub(super) fn read(state: &Path) -> Recent {
    let raw = plain_file::read(&state.join(NAME), Links::Refused, MOST).unwrap_or_default();
    let mut recent: Recent = versioned::from_slice(&raw).unwrap_or_default();
    recent.profiles.truncate(Recent::MOST);
    recent.regions.truncate(Recent::MOST);
    recent
}

pub(super) fn write(state: &Path, recent: &Recent) -> Result<(), Trouble> {
    let path = state.join(NAME);
    let failed = |error: &std::io::Error| Trouble::io("remember profile and region in", &path, error);
    let line = versioned::to_line(recent).map_err(|error| failed(&error.into()))?;
    whole_file::write(state, NAME, "unready-recent", &line).map_err(|error| failed(&error))
}
