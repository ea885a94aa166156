//! An edit as plain data: what is edited, what of it can change, what is sent for that, and what
//! became of it. Nothing in here knows the screen, the disk or the service.
//!
//! To add a kind of thing that can be edited: its file in [`kind`], and a variant wherever the
//! compiler asks for one.

mod call;
mod change;
mod changes;
mod command;
mod difference;
mod draft;
mod entry;
mod evidence;
mod field;
pub mod kind;
mod outcome;
mod plan;
mod record;
mod snapshot;
mod step;
mod subject;
#[cfg(test)]
pub(crate) mod tests;
mod verdict;
mod wanted;

pub use call::Call;
pub use change::Change;
pub use changes::Changes;
pub use command::quote;
pub use difference::Difference;
pub use draft::Draft;
pub use entry::{Entry, EntryId, PlanPart};
pub use evidence::Evidence;
pub use field::{Clearing, Field, FieldKey, Problem, Shape};
pub use outcome::Outcome;
pub use plan::{Plan, PlanEntry};
pub use record::Record;
pub use snapshot::{Snapshot, Variety};
pub use step::Step;
pub use subject::Subject;
pub use verdict::Verdict;
pub use wanted::Wanted;
