//! Places: accounts in regions, how they are reached, and what is known there.

mod edits;
mod known;
mod learning;
mod place;
mod place_key;
mod raws;
mod versions;

pub use place::Place;
pub use raws::Raws;
pub use versions::{ListedVersion, Versions};
