//! The mouse in the person's hand.

use jiff::Timestamp;
use ratatui::layout::Position;

use super::{Front, Target};

/// What the person does with the mouse.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pointer {
    /// Whether the mouse is used: the terminal reports what is done with it.
    pub is_on: bool,
    /// What the left button holds, while it is pressed.
    pub(in crate::app) held: Option<Held>,
    /// The last press of the left button: another at once and at the same cell is a double click.
    pub(in crate::app) last: Option<Click>,
    /// Since when the screen has shown what it shows now.
    pub(in crate::app) front_since: Option<Timestamp>,
}

/// What the left button holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) enum Held {
    /// What it was pressed on.
    Click(Click),
    /// The divider between list and detail.
    Divider {
        /// On which frame.
        front: Front,
        /// In which column it was pressed.
        column: u16,
        /// How wide the list was then.
        width: u16,
        /// Whether it was moved.
        is_moved: bool,
    },
}

/// A press of the left button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) struct Click {
    /// When.
    pub at: Timestamp,
    /// Which cell.
    pub cell: Position,
    /// What stood there, if that can be clicked.
    pub target: Option<Target>,
    /// On which frame.
    pub front: Front,
}
