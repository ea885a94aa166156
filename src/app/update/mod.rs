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
mod mouse;
mod moving;
mod palette;
mod places;
mod pointer;
mod quit;
mod refreshing;
mod reply;
mod router;
mod selection;
mod shell_picking;
mod sorting;
mod start;
mod tabs;
#[cfg(test)]
pub(crate) mod tests;
mod theming;
mod tour_keys;
mod touring;

pub use router::update;
