//! Places: going there, finding out where they are, reading what they hold, and the keys to it.

pub(super) mod alike;
pub(super) mod keys;
pub(super) mod loading;
pub(super) mod log_in;
pub(super) mod picking;
pub(super) mod seeking;
pub(super) mod switch;
