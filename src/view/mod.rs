//! State in, cells out.
//!
//! ```text
//! header    where we are, on one row or two
//! list      detail       side by side, or the one that has the keys
//! messages  the newest notice, the writes under way
//! footer    the keys that work now
//! ```
//!
//! `screen` draws it all. `list` and `tabs` are the browser, a file a tab; `pages` has a file for each
//! page that lies over it; `frame` is what stands around them, and `text` and `theme` are what all of
//! them are made of. Everything is clipped to the buffer, whatever its size.

mod frame;
mod list;
mod pages;
mod screen;
mod tabs;
#[cfg(test)]
mod tests;
mod text;
mod theme;

pub use frame::steady::over_blanks;
#[cfg(test)]
pub use frame::steady::steady;
pub use screen::view;
pub use theme::{Look, Theme};
