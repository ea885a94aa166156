//! Where the person has been lately: `recent.json`.

use std::path::Path;

use super::format::{RECENT, Unreadable, recent_to_line};
use super::{Trouble, whole_file};
use crate::domain::Recent;
use crate::plain_file::{self, Links};

const NAME: &str = "recent.json";
/// More than this is no file of ours.
const MOST: u64 = 64 * 1024;

pub(super) fn read(state: &Path) -> Result<Recent, Trouble> {
    match stored(state) {
        Ok(mut recent) => {
            recent.profiles.truncate(Recent::MOST);
            recent.regions.truncate(Recent::MOST);
            Ok(recent)
        }
        Err(Unreadable::Damaged) => Ok(Recent::default()),
        Err(Unreadable::Newer) => Err(Trouble::new(&format!(
            "{} is from a newer sagescope and was left as it is. Recent profiles and regions aren't \
             remembered.",
            state.join(NAME).display()
        ))),
    }
}

pub(super) fn write(state: &Path, recent: &Recent) -> Result<(), Trouble> {
    if stored(state) == Err(Unreadable::Newer) {
        return Ok(());
    }
    let path = state.join(NAME);
    let failed = |error: &std::io::Error| Trouble::io("remember profile and region in", &path, error);
    let line = recent_to_line(recent).map_err(|error| failed(&error.into()))?;
    whole_file::write(state, NAME, "unfinished-recent", &line).map_err(|error| failed(&error))
}

/// What the file holds; one that is not there, or is none of ours, is as good as damaged.
fn stored(state: &Path) -> Result<Recent, Unreadable> {
    let raw = plain_file::read(&state.join(NAME), Links::Refused, MOST).unwrap_or_default();
    RECENT.read(&raw)
}
