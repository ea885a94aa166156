use tokio::time::Instant;

use super::moment::Moment;

/// Wall-clock time that moves with tokio's clock, so that a test that pauses the one pauses the other.
#[derive(Debug)]
pub(super) struct Clock {
    started: Instant,
    epoch: Moment,
}

impl Clock {
    pub(super) fn start() -> Self {
        Self { started: Instant::now(), epoch: Moment::now() }
    }

    pub(super) fn epoch(&self) -> Moment {
        self.epoch
    }

    pub(super) fn at(&self, instant: Instant) -> Moment {
        self.epoch.plus(instant.saturating_duration_since(self.started))
    }
}
