//! What can happen.

use crossterm::event::KeyEvent;
use jiff::Timestamp;

use super::layout::Shown;
use super::{Reply, Ticket, Timer};

/// One message to `update`.
#[derive(Debug)]
pub enum Msg {
    /// The time now; before each batch of messages.
    Clock(Timestamp),
    /// The program begins: the terminal's size is known, the first frame stands.
    Start,
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has a new size.
    Resize {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// A request has ended.
    Reply {
        /// Which.
        ticket: Ticket,
        /// How.
        reply: Reply,
    },
    /// A timer has run out.
    Timer(Timer),
    /// A frame has been painted: what is on the screen now has been seen.
    Painted(Shown),
    /// The clipboard could not be written.
    CopyFailed(String),
}
