//! The list of images.

mod empty;
mod fresh;
mod heads;
pub mod images;
mod load_state;
mod matched;
mod offers;
mod row;
mod unjudged;
