//! How a person who looks elsewhere is told that a change has settled.

use super::Named;

/// How a person is told while the terminal is out of focus. Where it is found out: as the terminal is known to show
/// it, and by the bell where nothing is known of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notify {
    /// By OSC 9, a notification of one text.
    Osc9,
    /// By OSC 777, a notification with a title and a text.
    Osc777,
    /// By the bell.
    Bell,
    /// Not at all.
    Off,
}

impl Named for Notify {
    const WHAT: &'static str = "notify";
    const ALL: &'static [(&'static str, Self)] =
        &[("osc9", Self::Osc9), ("osc777", Self::Osc777), ("bell", Self::Bell), ("off", Self::Off)];
}
