//! What can be done now: which actions, by which keys, and why not.

mod ability;
mod key_list;
mod obstacle;
mod scopes;

pub use key_list::{KeyEntry, KeySection};
