//! The one loop: it owns the terminal, the clock and the tasks, and holds no state of its own
//! that a person could see.
//!
//! ```text
//! terminal ─► input ─► Msg ─► update ─► effects ─► tasks, timers, terminal
//!                       ▲                            │
//!                       └────── replies, timers ◄────┘        then, once a batch: view ─► frame
//! ```

mod batch;
mod disk_worker;
mod foreground;
mod run;
mod screen;
mod service;
mod signals;
mod stage;
mod tasks;
mod terminal;
mod timers;

pub use disk_worker::{DiskJob, DiskWorker};
pub use run::{Ended, Shell};
pub use screen::Screen;
pub use service::Service;
pub use signals::{Signal, Signals};
pub use stage::Stage;
pub use tasks::Tasks;
pub use terminal::{Tty, restore_on_panic};
pub use timers::Timers;
