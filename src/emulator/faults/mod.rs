//! The ways in which requests can be made to go wrong.

mod fault;
mod fault_kind;
mod fault_queue;

pub use fault::{Fault, FaultError};
pub use fault_kind::FaultKind;
pub(in crate::emulator) use fault_queue::FaultQueue;
