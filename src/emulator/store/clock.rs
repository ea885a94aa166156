//! Wall-clock time that moves with tokio's clock.

use tokio::time::Instant;

use super::unix_millis::UnixMillis;

/// Wall-clock time that moves with tokio's clock, so that a test that pauses the one pauses the other.
#[derive(Debug)]
pub(in crate::emulator) struct Clock {
    started: Instant,
    epoch: UnixMillis,
}

impl Clock {
    pub(in crate::emulator) fn start() -> Self {
        Self { started: Instant::now(), epoch: UnixMillis::now() }
    }

    pub(in crate::emulator) fn epoch(&self) -> UnixMillis {
        self.epoch
    }

    pub(in crate::emulator) fn at(&self, instant: Instant) -> UnixMillis {
        self.epoch.plus(instant.saturating_duration_since(self.started))
    }
}
