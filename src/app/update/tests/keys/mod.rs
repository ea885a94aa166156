//! Keys, and what is done by name in place of them.

mod chords;
mod help;
mod own;
mod palette;
mod rows;
mod selecting;
