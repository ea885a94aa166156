//! Places: accounts in regions, how they are reached, and what is known there.

mod place;

pub use place::Place;
