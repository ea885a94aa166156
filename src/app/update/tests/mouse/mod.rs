//! The mouse.

mod clicks;
mod property;
mod stale;
