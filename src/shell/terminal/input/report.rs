//! What the terminal reports.

use crossterm::event::{KeyEvent, MouseEvent};

use crate::theme::Ground;

/// What the terminal reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// A key was pressed, or repeats. Releases are not reported.
    Key(KeyEvent),
    /// Something was done with the mouse, at a cell counted from 0; it need not be on the screen.
    Mouse(MouseEvent),
    /// Text was pasted. What is no UTF-8 in it has become U+FFFD.
    Paste {
        /// The text, not cleaned.
        text: String,
        /// Whether all of it came.
        is_whole: bool,
    },
    /// The terminal got the focus, or lost it.
    Focus(bool),
    /// The answer to the question which keys are told apart (the kitty keyboard protocol): the
    /// terminal knows the protocol.
    TellsKeysApart,
    /// Whether the terminal's background is light or dark: the answer to that question.
    Ground(Ground),
    /// Word that light or dark is wanted from now on. A background that is set by hand does not follow that.
    Scheme(Ground),
    /// The answer to what is asked last: no other is on its way.
    LastAnswer,
}
