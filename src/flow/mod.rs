//! An edit on its way: checked, noted, sent once, read back until it has settled.
//!
//! A pure state machine. It is told what happened as an [`Event`] and says what is to be done as
//! [`Ask`]s; it knows no screen, no disk and no service, and what time it is it is told.
//!
//! ```text
//! Waiting ─► Checking ─► Noting ─► Sending ─┬► Settling ─┬► settled: an outcome
//!               │           │         │     └► Unknown ──┘
//!               └───────────┴─────────┴► stopped: why
//! ```

mod armed;
mod ask;
mod event;
mod facts;
mod part;
mod stage;
mod state_machine;
mod stop;
#[cfg(test)]
mod tests;
mod write;

pub use armed::{Armed, Looked};
pub use ask::Ask;
pub use event::Event;
pub use facts::Facts;
pub use part::Part;
pub use stage::Stage;
pub use state_machine::{Flow, FlowId};
pub use stop::Stop;
pub use write::Write;
