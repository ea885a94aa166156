//! How exactly a time is known.

use jiff::{Timestamp, Unit};

/// The nearest whole microsecond. The service sends milliseconds as seconds with a fraction; who reads those as
/// a float is off by some nanoseconds.
#[must_use]
pub fn whole_microseconds(at: Timestamp) -> Timestamp {
    // At the last moment that there is, rounding would lead out of what a calendar holds.
    at.round(Unit::Microsecond).unwrap_or(at)
}
