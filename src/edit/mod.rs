//! An edit as plain data: what is edited, what of it can change, what is sent for that, and what
//! became of it. Nothing in here knows the screen, the disk or the service.
//!
//! ```text
//! Subject    what is edited: an image, a version, tags, aliases, or several of a kind
//! Fields     what of it can be changed: a table, or entries that come and go
//! Snapshot   what was read of it
//! Wanted     what the person typed
//! Plan       Wanted against a Snapshot: the Steps that do it
//! Step       one Call, and the Snapshot that it began from
//! Evidence   what is known of a step that was sent; with a new Snapshot it makes an
//! Outcome    what became of it
//! Record     a line of the journal: the Entry of a step with its Verdict, or a PlanEntry
//! Draft      what was typed and not sent, as it is kept
//! ```
//!
//! What can be edited is a matter of [`kind`], a file for each. How to add one is told in
//! `CONTRIBUTING.md`.

mod alias_moves;
mod call;
mod change;
mod changes;
mod command;
mod comparing;
mod difference;
mod draft;
mod entries;
mod entry;
mod evidence;
mod field;
pub mod image_table;
pub mod kind;
mod outcome;
mod plan;
mod record;
mod snapshot;
mod snapshot_entries;
mod step;
mod subject;
#[cfg(test)]
pub(crate) mod tests;
mod verdict;
mod wanted;

pub use alias_moves::AliasMoves;
pub use call::Call;
pub use change::Change;
pub use changes::Changes;
pub use command::{Argument, Given, command, quote};
pub use difference::Difference;
pub use draft::Draft;
pub use entries::{Entries, Fields, Half, Word};
pub use entry::{Entry, EntryId, PlanPart};
pub use evidence::Evidence;
pub use field::{Clearing, Field, FieldKey, NO, Problem, Shape, YES};
pub use outcome::Outcome;
pub use plan::{Plan, PlanEntry};
pub use record::Record;
pub use snapshot::{Snapshot, Variety};
pub use step::Step;
pub use subject::Subject;
pub use verdict::Verdict;
pub use wanted::Wanted;
