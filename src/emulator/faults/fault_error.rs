//! Why a text is no fault.

use std::{error::Error, fmt};

use super::fault_kind::FaultKind;
use crate::emulator::ops::Operation;

/// Why a text is no [`Fault`](super::Fault).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultError {
    /// There is no `=` in it.
    Form(String),
    /// The service knows no such operation.
    Operation(String),
    /// There is no such kind of fault.
    Kind(String),
    /// The kind takes no argument.
    Argument(String),
    /// The status of a failure is not one from 500 to 599.
    Status(String),
    /// How slow is not said in whole milliseconds.
    Span(String),
    /// The count is zero or too large.
    Count(String),
    /// The kind means nothing for the operation.
    Unfit(FaultKind, Operation),
}

impl fmt::Display for FaultError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(text) => write!(out, "\"{text}\" must have the form OPERATION=KIND[:ARG][xCOUNT]"),
            Self::Operation(name) => {
                let names = Operation::ALL.map(Operation::as_str).join(", ");
                write!(
                    out,
                    "\"{name}\" is not an operation of the embedded service; use one of {names}, or * for \
                     any"
                )
            }
            Self::Kind(kind) => {
                let kinds: Vec<_> = FaultKind::meanings().iter().map(|(kind, _)| *kind).collect();
                write!(out, "\"{kind}\" is not a kind of fault; use one of {}", kinds.join(", "))
            }
            Self::Argument(kind) => write!(out, "the fault \"{kind}\" takes no argument"),
            Self::Status(kind) => {
                write!(out, "\"{kind}\" must end in a status from 500 to 599, as in fault-503")
            }
            Self::Span(kind) => write!(out, "\"{kind}\" must say how slow in milliseconds, as in slow:2000"),
            Self::Count(count) => write!(out, "the count \"x{count}\" must be from x1 to x{}", u32::MAX),
            Self::Unfit(kind, operation) => write!(out, "the fault \"{kind}\" doesn't apply to {operation}"),
        }
    }
}

impl Error for FaultError {}
