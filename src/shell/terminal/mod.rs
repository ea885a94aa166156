//! The terminal: one handle, through which everything is read and written.
//!
//! ```text
//! Tty     the handle: size, settings, bytes that come and go, never waited for
//! Guard   takes the terminal and gives it back, however the program ends
//! Outbox  bytes that the terminal has not taken yet
//! TerminalReader  a thread that sleeps until the terminal has something, takes something, or is gone
//! Inbox   what it has, as reports
//! ```

mod clipboard;
mod guard;
mod inbox;
pub mod input;
mod outbox;
mod reader;
mod tty;

pub use clipboard::{copy, doubt};
pub use guard::{TerminalGuard, restore_on_panic};
pub use inbox::{Inbox, Received};
pub use outbox::Outbox;
pub use tty::Tty;
