//! One way for requests to go wrong.

use std::{error::Error, fmt, str::FromStr};

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

/// Why a text is no [`Fault`].
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
            Self::Form(text) => write!(out, "\"{text}\" is not of the form OPERATION=KIND[:ARG][xCOUNT]"),
            Self::Operation(name) => {
                let names = Operation::ALL.map(Operation::as_str).join(", ");
                write!(
                    out,
                    "\"{name}\" is no operation of the embedded service; one of {names}, or * for any"
                )
            }
            Self::Kind(kind) => {
                write!(out, "\"{kind}\" is no kind of fault; one of {}", FaultKind::spellings())
            }
            Self::Argument(kind) => write!(out, "the fault \"{kind}\" takes no argument"),
            Self::Status(kind) => {
                write!(out, "\"{kind}\" must end in a status from 500 to 599, as in fault-503")
            }
            Self::Span(kind) => write!(out, "\"{kind}\" must say how slow in milliseconds, as in slow:2000"),
            Self::Count(count) => write!(out, "the count \"x{count}\" must be from x1 to x{}", u32::MAX),
            Self::Unfit(kind, operation) => write!(out, "the fault \"{kind}\" means nothing for {operation}"),
        }
    }
}

impl Error for FaultError {}

impl FromStr for Fault {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Self, FaultError> {
        let (name, rest) = text.split_once('=').ok_or_else(|| FaultError::Form(text.to_owned()))?;
        let operation = match name {
            "*" => None,
            name => Some(Operation::named(name).ok_or_else(|| FaultError::Operation(name.to_owned()))?),
        };
        let (kind, count) = match counted(rest) {
            Some((kind, count)) => (kind, Some(parse_count(count)?)),
            None => (rest, None),
        };
        let kind: FaultKind = kind.parse()?;
        match operation.filter(|operation| !kind.fits(*operation)) {
            Some(operation) => Err(FaultError::Unfit(kind, operation)),
            None => Ok(Self { operation, kind, count }),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = self.operation.map_or("*", Operation::as_str);
        write!(out, "{operation}={}", self.kind)?;
        self.count.map_or(Ok(()), |count| write!(out, "x{count}"))
    }
}

/// Splits `throttlex2` before its count; no kind itself ends in an x and digits.
fn counted(text: &str) -> Option<(&str, &str)> {
    let (kind, count) = text.rsplit_once('x')?;
    let is_count = !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
    is_count.then_some((kind, count))
}

fn parse_count(count: &str) -> Result<u32, FaultError> {
    let number = count.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| FaultError::Count(count.to_owned()))
}
