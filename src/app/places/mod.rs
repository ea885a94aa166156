//! Places: accounts in regions, how they are reached, and what is known there.

mod edits;
mod place;
mod place_key;

pub use place::Place;
