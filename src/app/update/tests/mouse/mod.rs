//! The mouse.

mod caret;
mod clicks;
mod divider;
mod hands;
mod idle;
mod property;
mod stale;
mod wheel;
