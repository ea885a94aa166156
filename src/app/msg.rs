//! What can happen.

use crossterm::event::{KeyEvent, MouseEvent};
use jiff::Timestamp;

use std::collections::BTreeMap;

use crate::domain::{CommandHistory, ListShare, Mark, PlaceKey, Recent, Sorts, Text};
use crate::edit::Subject;
use crate::theme::Ground;

use super::Shown;
use super::{Copied, EditorClosed, Handed, PlaceId, Recalled, Reply, Ticket, Timer};

/// One message to `update`.
#[derive(Debug)]
pub enum Msg {
    /// The time now; before each batch of messages.
    Clock(Timestamp),
    /// The program begins: the terminal's size is known, the first frame stands.
    Start,
    /// A key was pressed.
    Key(KeyEvent),
    /// Something was done with the mouse, at a cell counted from 0; it need not be on the screen.
    Mouse(MouseEvent),
    /// Text was pasted.
    Paste(String),
    /// The paste before was cut off: it was too long, or its end never came.
    PasteCutOff,
    /// The terminal has a new size.
    Resize {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// The terminal got the focus, or lost it. Not every terminal tells.
    Focus(bool),
    /// The terminal says whether its background is light or dark. Not every terminal does.
    Ground(Ground),
    /// The terminal says that light or dark is wanted from now on: on most, its background has changed with that.
    Scheme(Ground),
    /// The terminal is ours again, after a suspension or another program.
    TerminalBack,
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
    /// What earlier sessions left for a place.
    Recalled {
        /// Which place.
        place: PlaceId,
        /// What it goes by on disk.
        key: PlaceKey,
        /// What they left.
        recalled: Recalled,
    },
    /// The journal was written, or could not be, which is then said in a sentence.
    Noted {
        /// Which note.
        ticket: Ticket,
        /// What went wrong.
        trouble: Option<String>,
    },
    /// A draft could not be kept on disk; a sentence that names the file.
    NotKept {
        /// Whose draft.
        subject: Subject,
        /// What went wrong.
        trouble: String,
    },
    /// Something else went wrong on disk; a sentence that names the file.
    DiskTrouble(String),
    /// The program is about to end: what is typed has to be safe.
    Leaving,
    /// How the settings file marks profiles, by their names.
    Marks(BTreeMap<String, Mark>),
    /// The settings file can't be trusted to say what may be written: nothing may. A sentence that
    /// says why.
    ReadOnly(String),
    /// Where the person was in earlier sessions.
    Recent(Recent),
    /// Where the divider between list and detail was put in earlier sessions.
    Divider(ListShare),
    /// The theme that was picked in earlier sessions.
    Theme(Text),
    /// The orders that were chosen for lists in earlier sessions.
    Sorts(Sorts),
    /// The commands that were run by name in earlier sessions.
    CommandHistory(CommandHistory),
    /// What is being tried to get keys for a place; nothing when that is over.
    Trying {
        /// Which place.
        place: PlaceId,
        /// In words that go after “Trying”.
        what: Option<Text>,
    },
    /// The program that had the terminal has ended.
    HandedBack {
        /// For which place it was begun.
        place: PlaceId,
        /// How it ended.
        handed: Handed,
    },
    /// The person's editor has ended, or could not be opened.
    EditorClosed(Box<EditorClosed>),
    /// A text went to the clipboard, or did not.
    Copied(Copied),
    /// An address was given to a browser, or could not be.
    Browsed {
        /// The address.
        address: String,
        /// Why not, as the second half of a sentence.
        trouble: Option<String>,
    },
}

impl Msg {
    /// Whether the person typed it. The rest has happened wherever the terminal is.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        match self {
            Self::Key(_) | Self::Mouse(_) | Self::Paste(_) => true,
            Self::Clock(_)
            | Self::Start
            | Self::PasteCutOff
            | Self::Resize { .. }
            | Self::Focus(_)
            | Self::Ground(_)
            | Self::Scheme(_)
            | Self::TerminalBack
            | Self::Reply { .. }
            | Self::Timer(_)
            | Self::Painted(_)
            | Self::Recalled { .. }
            | Self::Noted { .. }
            | Self::NotKept { .. }
            | Self::DiskTrouble(_)
            | Self::Leaving
            | Self::Marks(_)
            | Self::ReadOnly(_)
            | Self::Recent(_)
            | Self::Divider(_)
            | Self::Theme(_)
            | Self::Sorts(_)
            | Self::CommandHistory(_)
            | Self::Trying { .. }
            | Self::HandedBack { .. }
            | Self::EditorClosed(_)
            | Self::Copied(_)
            | Self::Browsed { .. } => false,
        }
    }
}
