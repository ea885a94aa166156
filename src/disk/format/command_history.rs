//! The commands that the person ran by name.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::versioned::{Format, to_line};
use crate::domain::{CommandHistory, CommandUse, Text};

/// How each version is read.
pub const COMMAND_HISTORY: Format<CommandHistory> =
    Format(&[|raw| serde_json::from_slice::<CommandHistoryV1>(raw).map(CommandHistory::from)]);

/// `history` in the oldest version that can hold it.
pub fn command_history_to_line(history: &CommandHistory) -> serde_json::Result<Vec<u8>> {
    let uses = history.uses.iter().cloned();
    let uses = uses.map(|CommandUse { name, count, last }| UseV1 { name, count, last }).collect();
    to_line(1, &CommandHistoryV1 { uses, lines: history.lines.clone() })
}

/// The latest first.
#[derive(Serialize, Deserialize)]
struct CommandHistoryV1 {
    uses: Vec<UseV1>,
    lines: Vec<Text>,
}

#[derive(Serialize, Deserialize)]
struct UseV1 {
    name: Text,
    count: u32,
    last: Timestamp,
}

impl From<CommandHistoryV1> for CommandHistory {
    fn from(CommandHistoryV1 { uses, lines }: CommandHistoryV1) -> Self {
        let uses = uses.into_iter().map(|UseV1 { name, count, last }| CommandUse { name, count, last });
        Self { uses: uses.collect(), lines }
    }
}
