//! Connections that end without an answer.

use std::{error::Error, fmt};

/// How a connection ends without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Disconnect {
    /// It is closed in good order.
    Close,
    /// It is reset.
    Reset,
}

impl fmt::Display for Disconnect {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the connection is cut off")
    }
}

impl Error for Disconnect {}
