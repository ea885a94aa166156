//! Keys, actions and the one table that ties them together.

mod action;
mod chord;
mod markdown;
mod motion;
mod named;
mod raw_action;
mod scope;
mod table;
mod text_edit;

pub use action::Action;
pub use chord::Chord;
pub use motion::Motion;
pub use raw_action::RawAction;
pub use scope::Scope;
pub use table::{Binding, Keymap};
pub use text_edit::TextEdit;
