//! What the terminal sends: bytes in, reports out.
//!
//! ```text
//! bytes ─► Framer ─► InputFrame ─► decode ─► Report
//!            ▲
//!            └── the clock: a lone ESC is a key only when nothing follows it
//! ```
//!
//! The framer decides where a sequence ends, by time and bounds; what a whole sequence means is
//! decoded by a library. Nothing in here reads a terminal or a clock, and nothing knows the rest of
//! the program, so that it can be fuzzed by itself.

mod answer;
mod answer_prefix;
mod background;
mod control;
mod decode;
mod framer;
mod input_frame;
mod keypad;
mod mouse;
mod paste;
mod report;
#[cfg(test)]
mod tests;

pub use decode::{decode, is_last_answer};
pub use framer::Framer;
pub use input_frame::InputFrame;
pub use report::Report;
