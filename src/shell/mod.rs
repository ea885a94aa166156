//! The one loop: it owns the terminal, the clock and the tasks, and holds no state of its own
//! that a person could see.
//!
//! ```text
//! terminal ─► input ─► Msg ─► update ─► effects ─► tasks, timers, terminal
//!                       ▲                            │
//!                       └────── replies, timers ◄────┘        then, once a batch: view ─► frame
//! ```

mod backend;
mod batch;
mod disk_worker;
mod editor;
mod ended;
mod foreground;
mod helpers;
mod installed;
mod run;
mod screen;
mod signals;
mod tasks;
mod terminal;
mod terminal_control;
mod terminal_features;
#[cfg(test)]
mod tests;
mod timers;
mod tmux;
mod web_browser;
mod workers;

pub use backend::Backend;
pub use disk_worker::{DiskJob, DiskWorker};
pub use ended::Ended;
pub use helpers::Helpers;
pub use run::{Shell, SomeoneElse};
pub use screen::Screen;
pub use signals::{Signal, Signals};
pub use tasks::Tasks;
pub use terminal::{Tty, restore_on_panic};
pub use terminal_control::TerminalControl;
pub use terminal_features::{Notifier, TerminalFeatures};
pub use timers::Timers;
pub use workers::{AtTerminal, Workers};
