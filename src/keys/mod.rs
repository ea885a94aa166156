//! Keys, actions and the one table that ties them together.

mod action;
mod chord;
mod copy_action;
mod markdown;
mod motion;
mod named;
mod raw_action;
mod rebinding;
mod rules;
mod scope;
mod sequence;
mod shipped;
mod table;
mod text;
mod text_edit;

pub use action::Action;
pub use chord::Chord;
pub use copy_action::CopyAction;
pub use motion::Motion;
pub use raw_action::RawAction;
pub use rebinding::Rebinding;
pub use rules::Fault;
pub use scope::Scope;
pub use sequence::Sequence;
pub use table::{Binding, Found, Keymap};
pub use text_edit::TextEdit;
