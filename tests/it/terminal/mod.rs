//! The real binary in a pseudo-terminal, used as a person uses it.
//!
//! `Start` says how the program is begun, `Window` is the screen and the keyboard in front of it,
//! `Service` the embedded service it talks to. Nothing waits for luck: every step waits until it is
//! on the screen, or until the program has ended.

mod amid;
mod bad_input;
mod blocked;
mod browse;
mod config;
mod copying;
mod demo;
mod display;
mod each_key;
mod edit;
mod editor;
mod ends;
mod first_run;
mod floods;
mod hang;
mod in_place;
mod kept;
mod keys;
mod kinds;
mod left;
mod links;
mod log_in;
mod marks;
mod modes;
mod mouse;
mod no_alternate;
mod notify;
mod palette;
mod panics;
mod pick;
mod picture;
mod places;
pub mod process;
mod read_only;
mod refreshing;
mod refusal;
mod resize;
mod scripts;
mod secrets;
mod sends;
pub mod service;
mod several;
pub mod start;
mod suspend;
mod tabs;
mod theme;
mod tmux;
mod trust;
mod usage;
pub mod window;

use service::Service;
use start::Start;
use window::Window;

/// Side by side.
const WIDE: (u16, u16) = (120, 40);
/// One at a time.
const NARROW: (u16, u16) = (80, 24);
