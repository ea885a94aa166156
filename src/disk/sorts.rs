//! The orders that the person chose for lists: `sorts.json`.

use std::path::Path;

use super::format::{SORTS, Unreadable, sorts_to_line};
use super::{Trouble, whole_file};
use crate::domain::{PlaceKey, Sort, Sorts};
use crate::plain_file::{self, Links};

const NAME: &str = "sorts.json";
/// More than this is no file of ours.
const MOST: u64 = 64 * 1024;

pub(super) fn read(state: &Path) -> Result<Sorts, Trouble> {
    match stored(state) {
        Ok(mut sorts) => {
            sorts.0.truncate(Sorts::MOST);
            Ok(sorts)
        }
        Err(Unreadable::Damaged) => Ok(Sorts::default()),
        Err(Unreadable::Newer) => Err(Trouble::new(&format!(
            "{} is from a newer sagescope and was left as it is. The sort order isn't remembered.",
            state.join(NAME).display()
        ))),
    }
}

/// Notes one choice among those that are there: another program may have made some meanwhile.
pub(super) fn choose(state: &Path, place: &PlaceKey, sort: Sort) -> Result<(), Trouble> {
    let mut sorts = match stored(state) {
        Ok(sorts) => sorts,
        Err(Unreadable::Damaged) => Sorts::default(),
        Err(Unreadable::Newer) => return Ok(()),
    };
    sorts.choose(place.clone(), sort);
    let path = state.join(NAME);
    let failed = |error: &std::io::Error| Trouble::io("remember the sort order in", &path, error);
    let line = sorts_to_line(&sorts).map_err(|error| failed(&error.into()))?;
    whole_file::write(state, NAME, "unfinished-sorts", &line).map_err(|error| failed(&error))
}

/// What the file holds; one that is not there, or is none of ours, is as good as damaged.
fn stored(state: &Path) -> Result<Sorts, Unreadable> {
    let raw = plain_file::read(&state.join(NAME), Links::Refused, MOST).unwrap_or_default();
    SORTS.read(&raw)
}
