//! Why the service can't start.

use std::{error::Error, fmt, io};

/// Why the service can't start.
#[derive(Debug)]
pub enum StartError {
    /// Another program holds this port.
    PortInUse(u16),
    /// The port can't be had for another reason.
    Listen(u16, io::Error),
    /// This is no account: twelve digits.
    Account(String),
    /// This is no region: lower-case letters, digits and `-`.
    Region(String),
}

impl StartError {
    pub(in crate::emulator) fn of(port: u16, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::AddrInUse => Self::PortInUse(port),
            _ => Self::Listen(port, error),
        }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PortInUse(port) => {
                write!(
                    out,
                    "port {port} on 127.0.0.1 is in use by another program; choose another, or 0 for any free one"
                )
            }
            Self::Listen(port, error) => write!(out, "can't listen on port {port} of 127.0.0.1: {error}"),
            Self::Account(account) => {
                write!(out, "\"{account}\" is not an AWS account: it must be twelve digits")
            }
            Self::Region(region) => {
                write!(
                    out,
                    "\"{region}\" is not an AWS region: it must be lower-case letters, digits and -, such \
                     as us-east-1"
                )
            }
        }
    }
}

impl Error for StartError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Listen(_, error) => Some(error),
            Self::PortInUse(_) | Self::Account(_) | Self::Region(_) => None,
        }
    }
}
