//! Whether what is on the screen can be followed as a link.

use super::Named;

/// Whether the terminal is given links (OSC 8). Where it is found out: if it is known to take them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hyperlinks {
    /// Always.
    On,
    /// Never.
    Off,
}

impl Named for Hyperlinks {
    const WHAT: &'static str = "links";
    const ALL: &'static [(&'static str, Self)] = &[("on", Self::On), ("off", Self::Off)];
}
