//! The tabs of the detail.

mod opening;
mod raw;
mod raw_place;
mod usage;
mod usage_told;
mod users;
mod versions;
