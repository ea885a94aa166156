//! Behaviour, as tables: this state, these keys, that state and those effects.

mod copying;
mod edits;
mod keys;
mod list;
mod mouse;
mod places;
pub(crate) mod play;
mod property;
mod refreshing;
mod scenes;
mod service;
pub(crate) mod shell_picking;
mod tabs;
mod theming;
