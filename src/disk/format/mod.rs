//! What stands in the files: each kind with its versions, of which every one is read for ever.
//!
//! ```text
//! versioned  JSON that says its version, and which reader is its own
//! draft      a draft file: draft_v1, draft_v2
//! record     a line of the journal: entry_v1, record_v2
//! subject    what is edited, and what was read of it
//! image      an image, in drafts and lines
//! recent     where the person has been lately
//! ```
//!
//! The shapes here are apart from the nouns they hold, so that a change to those changes no file. A new
//! version is a new shape with its own reader, put behind the others; version 1 goes on being written
//! wherever it suffices, for an older sagescope to read. `tests/fixtures/disk` holds files of each.

mod draft;
mod draft_v1;
mod draft_v2;
mod entry_v1;
mod image;
mod recent;
mod record;
mod record_v2;
mod subject;
mod versioned;

pub use draft::{DRAFT, draft_to_line};
pub use recent::{RECENT, recent_to_line};
pub use record::{LONGEST_LINE, RECORD, record_to_line};
pub use versioned::Unreadable;
