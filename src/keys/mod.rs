//! Keys, actions and the one table that ties them together.

mod action;
mod chord;
mod markdown;
mod table;

pub use action::{Action, TextEdit};
pub use chord::Chord;
pub use table::{Binding, Keymap, Scope};
