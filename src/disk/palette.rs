//! The commands that the person ran by name: `palette.json`.

use std::path::Path;

use jiff::Timestamp;

use super::format::{COMMAND_HISTORY, Unreadable, command_history_to_line};
use super::{Trouble, whole_file};
use crate::domain::{CommandHistory, Text};
use crate::plain_file::{self, Links};

const NAME: &str = "palette.json";
/// More than this is no file of ours.
const MOST: u64 = 512 * 1024;

pub(super) fn read(state: &Path) -> Result<CommandHistory, Trouble> {
    match stored(state) {
        Ok(mut history) => {
            history.bound();
            Ok(history)
        }
        Err(Unreadable::Damaged) => Ok(CommandHistory::default()),
        Err(Unreadable::Newer) => Err(Trouble::new(&format!(
            "{} is from a newer sagescope and was left as it is. Commands aren't remembered.",
            state.join(NAME).display()
        ))),
    }
}

/// Notes one command among those that are there: another program may have noted some meanwhile.
pub(super) fn note(state: &Path, name: &Text, line: &Text, at: Timestamp) -> Result<(), Trouble> {
    let mut history = match stored(state) {
        Ok(history) => history,
        Err(Unreadable::Damaged) => CommandHistory::default(),
        Err(Unreadable::Newer) => return Ok(()),
    };
    history.note(name, line, at);
    let path = state.join(NAME);
    let failed = |error: &std::io::Error| Trouble::io("remember the command in", &path, error);
    let line = command_history_to_line(&history).map_err(|error| failed(&error.into()))?;
    whole_file::write(state, NAME, "unfinished-palette", &line).map_err(|error| failed(&error))
}

/// What the file holds; one that is not there, or is none of ours, is as good as damaged.
fn stored(state: &Path) -> Result<CommandHistory, Unreadable> {
    let raw = plain_file::read(&state.join(NAME), Links::Refused, MOST).unwrap_or_default();
    COMMAND_HISTORY.read(&raw)
}
