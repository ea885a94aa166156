//! The list from which a profile or a region is picked.

mod matching;
mod offer;
mod offers;
mod state;

pub use offer::Offer;
pub use state::{Pick, Picker};
pub(super) use state::{page, position};
