//! Behaviour, as tables: this state, these keys, that state and those effects.

mod edit;
mod list;
mod play;
mod property;
mod trust;
mod write;
