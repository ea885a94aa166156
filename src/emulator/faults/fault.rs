//! One way for requests to go wrong.

use std::fmt;

use super::fault_kind::FaultKind;
use crate::emulator::ops::Operation;

/// A way for requests to go wrong, written `OPERATION=KIND[:ARG][xCOUNT]`.
///
/// `UpdateImage=throttle`, `DescribeImage=fault-500x2`, `ListImages=slow:2000`, `*=html`. `*` is any operation the kind
/// means anything for. Without a count the fault stays for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The operation it befalls; none for any.
    pub operation: Option<Operation>,
    /// What goes wrong.
    pub kind: FaultKind,
    /// How many requests it befalls, at least one; none for all.
    pub count: Option<u32>,
}

impl Fault {
    /// Whether a request for this operation meets the fault.
    #[must_use]
    pub fn befalls(&self, operation: Operation) -> bool {
        self.operation.is_none_or(|named| named == operation) && self.kind.fits(operation)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = self.operation.map_or("*", Operation::as_str);
        write!(out, "{operation}={}", self.kind)?;
        self.count.map_or(Ok(()), |count| write!(out, "x{count}"))
    }
}
