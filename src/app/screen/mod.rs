//! The screen, as far as `update` has to know it: how large it is, what stands where, what a frame
//! showed and what of it the person has seen.

pub mod cells;
mod clickable;
pub(in crate::app) mod cluster;
mod consent;
mod entry_columns;
mod front;
pub mod header;
pub mod layout;
mod links;
mod panes;
mod pointer;
mod pointing;
mod seen;
mod shown;
mod size;
pub mod wrap;

pub use clickable::{Clickable, Clickables, Target};
pub use entry_columns::EntryColumns;
pub use front::Front;
pub use links::{Link, Links};
pub use panes::Panes;
pub use pointer::Pointer;
pub(in crate::app) use pointer::{Click, Held};
pub use seen::{PaintedReview, Proposal, ReviewPage, Seen, Viewing};
pub use shown::Shown;
pub use size::Size;
