//! The real binary in a pseudo-terminal, used as a person uses it.
//!
//! `Start` says how the program is begun, `Window` is the screen and the keyboard in front of it,
//! `Service` the embedded service it talks to. Nothing waits for luck: every step waits until it is
//! on the screen, or until the program has ended.

mod begin;
mod browse;
mod each_key;
mod edits;
mod ends;
mod input;
mod log_in;
mod picture;
pub mod rig;
mod screen;

use rig::service::Service;
use rig::start::Start;
use rig::window::Window;

/// Side by side.
const WIDE: (u16, u16) = (120, 40);
/// One at a time.
const NARROW: (u16, u16) = (80, 24);
