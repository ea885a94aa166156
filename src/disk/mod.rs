//! All that is kept on disk: drafts and the journal of writes.
//!
//! ```text
//! $XDG_STATE_HOME/sagescope/             0700
//!   drafts/<account>/<region>/           0700
//!     <image>~<session>.json             0600, one draft of one program, always whole
//!     <count>+<digest>~<session>.json    the same, of several images
//!     <image>~<session>t.json            the same, taken over from a program that has ended
//!   recent.json                          0600, where the person has been lately
//!   divider.json                         0600, where the divider of the panes was put
//!   theme.json                           0600, which theme was picked
//!   sorts.json                           0600, the orders that were chosen for lists
//!   palette.json                         0600, the commands that were run by name
//!   journal.jsonl                        0600, one write or plan a line, append only
//!   sagescope.log                        0600, the log
//!   edits/edit-<random>/                0700
//!     <field>.txt                        0600, what the person's editor is opened on
//!   sessions/<session>.lock              held for as long as that program lives
//! ```
//!
//! Nothing is waited for but the disk: what is no plain file is not read. A link at the state folder or
//! above it is the person's and followed; among our own files there is none, and it is not.
//!
//! Everything here is synchronous and may wait for the disk: it is for a thread of its own. What
//! goes wrong comes back as a [`Trouble`], a sentence for the person; the program goes on. What is
//! read back is text from outside, and cleaned. Nothing secret is kept.

mod divider;
mod draft_file;
mod drafts;
pub mod editor_file;
mod folders;
mod format;
mod journal;
mod journal_search;
mod log;
mod newest;
mod open_disk;
mod palette;
mod path_part;
mod place_search;
mod recent;
mod session_lock;
mod sorts;
mod theme;
mod trouble;
mod whole_file;

pub use folders::Folders;
pub use log::open_log;
pub use open_disk::Disk;
pub use place_search::{PlaceRecords, PlaceSearch};
pub use trouble::Trouble;
