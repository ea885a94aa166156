//! How faults are read from the command line.

use std::{str::FromStr, time::Duration};

use super::{fault::Fault, fault_error::FaultError, fault_kind::FaultKind};
use crate::emulator::ops::Operation;

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

impl FromStr for FaultKind {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Self, FaultError> {
        if let Some(kind) = Self::plain(text) {
            return Ok(kind);
        }
        if let Some(status) = text.strip_prefix("fault-") {
            let status = status.parse().ok().filter(|status| (500..600).contains(status));
            return status.map(Self::Failure).ok_or_else(|| FaultError::Status(text.to_owned()));
        }
        match text.split_once(':') {
            Some(("slow", span)) => {
                let span = span.parse().map(Duration::from_millis);
                span.map(Self::Slow).map_err(|_| FaultError::Span(text.to_owned()))
            }
            Some((word, _)) if Self::plain(word).is_some() => Err(FaultError::Argument(word.to_owned())),
            _ if text == "slow" => Err(FaultError::Span(text.to_owned())),
            _ => Err(FaultError::Kind(text.to_owned())),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_told_as_it_is_written() {
        for (kind, _) in FaultKind::meanings() {
            let kind = kind.replace("NNN", "503").replace("MS", "2000");
            assert_eq!(kind.parse::<FaultKind>().unwrap().to_string(), kind);
        }
        for stand_in in ["fault-NNN", "slow:MS"] {
            assert!(stand_in.parse::<FaultKind>().is_err(), "{stand_in}");
        }
    }
}
