//! A time in eight bytes.

use jiff::Timestamp;

/// A time to the microsecond, or none: all that is told of an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackedTime(i64);

/// No time that a calendar holds is this.
const NONE: i64 = i64::MIN;

impl From<Option<Timestamp>> for PackedTime {
    fn from(at: Option<Timestamp>) -> Self {
        Self(at.map_or(NONE, Timestamp::as_microsecond))
    }
}

impl PackedTime {
    /// The time.
    pub fn get(self) -> Option<Timestamp> {
        if self.0 == NONE { None } else { Timestamp::from_microsecond(self.0).ok() }
    }
}
