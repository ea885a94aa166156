//! The ways in which requests can be made to go wrong.

mod fault;
mod fault_error;
mod fault_kind;
mod fault_queue;
mod parse;

pub use fault::Fault;
pub use fault_error::FaultError;
pub use fault_kind::FaultKind;
pub(in crate::emulator) use fault_queue::FaultQueue;
