//! The one place where state changes.

mod act;
mod browse;
mod calls;
mod closing;
mod console;
mod copying;
mod divider;
mod edits;
mod filtering;
mod helping;
mod moving;
mod palette;
mod places;
mod quit;
mod refreshing;
mod reply;
mod router;
mod selection;
mod sorting;
mod start;
mod tabs;
#[cfg(test)]
pub(crate) mod tests;
mod tour_keys;
mod touring;

pub use router::update;
