//! What stands in the files: each kind with its versions, of which every one is read for ever.
//!
//! ```text
//! versioned      JSON that says its version, and which reader is its own
//! draft          a draft file: draft_v1, draft_v2, draft_v3
//! record         a line of the journal: entry_v1, record_v2, record_v3
//! subject        what is edited, and what was read of it; subject_v3 and snapshot_v3 for all kinds
//! image          an image, in drafts and lines
//! image_version, alias_map, tag_set
//!                the same of the later kinds
//! distinct       maps that lose no key
//! recent         where the person has been lately
//! divider        where the person put the divider of the panes
//! theme          which theme the person picked
//! sorts          the orders that were chosen for lists
//! command_history
//!                the commands that the person ran by name
//! ```
//!
//! The shapes here are apart from the nouns they hold, so that a change to those changes no file. A new
//! version is a new shape with its own reader, put behind the others; an older version goes on being
//! written wherever it suffices, for an older sagescope to read. `tests/fixtures/disk` holds files of each.

mod alias_map;
mod command_history;
mod distinct;
mod divider;
mod draft;
mod draft_v1;
mod draft_v2;
mod draft_v3;
mod entry_v1;
mod image;
mod image_version;
mod recent;
mod record;
mod record_v2;
mod record_v3;
mod snapshot_v3;
mod sorts;
mod subject;
mod subject_v3;
mod tag_set;
mod theme;
mod versioned;

pub use command_history::{COMMAND_HISTORY, command_history_to_line};
pub use divider::{DIVIDER, divider_to_line};
pub use draft::{DRAFT, draft_to_line};
pub use recent::{RECENT, recent_to_line};
pub use record::{LONGEST_LINE, RECORD, record_to_line};
pub use sorts::{SORTS, sorts_to_line};
pub use theme::{THEME, theme_to_line};
pub use versioned::Unreadable;
