//! Places: accounts in regions, how they are reached, and what is known there.

mod edits;
mod known;
mod learning;
mod pins;
mod place;
mod place_key;
mod raws;
mod usage;
mod versions;

pub use pins::PinTrouble;
pub use place::Place;
pub use raws::Raws;
pub use usage::{Usage, UsageItem, UsedBy};
pub use versions::{ListedVersion, Versions};
