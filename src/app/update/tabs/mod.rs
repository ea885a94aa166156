//! The tabs of the detail: what they show is read as somebody looks at it.

pub mod cursor;
mod listing;
pub mod raw;
pub mod raw_keys;
pub mod reading;
pub mod searching;
pub mod tags;
pub mod usage;
pub mod users;
pub mod versions;
