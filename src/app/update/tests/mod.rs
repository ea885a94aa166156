//! Behaviour, as tables: this state, these keys, that state and those effects.

mod chords;
mod copying;
mod doubt;
mod edit;
mod guards;
mod journal;
mod list;
mod log_in;
mod lookup;
mod picking;
mod places;
pub(crate) mod play;
mod property;
mod raw;
mod rows;
mod seeking;
mod service;
mod several;
mod sight;
mod tabs;
mod trust;
mod unseen;
mod usage;
mod versions;
mod wandering;
mod words;
mod write;
