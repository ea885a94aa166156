//! What goes wrong, from the errors of the SDK to failures of the domain.
//!
//! ```text
//! of_sdk ─► no_answer (did it leave?), code (the service's word), body (no answer of the service), skew (clocks)
//!           └─► cause (the chain of causes, in words)
//! ```

pub(super) mod body;
pub(super) mod cause;
mod code;
mod no_answer;
mod of_sdk;
mod skew;

pub(super) use no_answer::NoAnswer;
pub(super) use of_sdk::{of_call, of_keys};
