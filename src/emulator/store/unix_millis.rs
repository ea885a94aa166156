//! A point in time, as the service counts it.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A point in time, in whole milliseconds since 1970: the resolution of the service's timestamps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::emulator) struct UnixMillis(u64);

impl UnixMillis {
    pub(in crate::emulator) fn now() -> Self {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(milliseconds(since_1970))
    }

    pub(in crate::emulator) fn from_milliseconds(milliseconds: u64) -> Self {
        Self(milliseconds)
    }

    pub(in crate::emulator) fn milliseconds(self) -> u64 {
        self.0
    }

    pub(in crate::emulator) fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(milliseconds(span)))
    }

    pub(in crate::emulator) fn minus(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(milliseconds(span)))
    }

    /// This moment, or just after `earlier` where it would not be later than that.
    pub(in crate::emulator) fn after(self, earlier: Self) -> Self {
        self.max(Self(earlier.0.saturating_add(1)))
    }

    /// Seconds since 1970 with a fraction, as AWS JSON writes timestamps.
    pub(in crate::emulator) fn seconds(self) -> f64 {
        Duration::from_millis(self.0).as_secs_f64()
    }
}

fn milliseconds(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}
