//! What comes from afar, and when it last came.

use jiff::{SignedDuration, Timestamp};

use crate::domain::Failure;

use super::Remote;

/// What is younger than this is not read again just because the selection came by.
pub const FRESH: SignedDuration = SignedDuration::from_secs(15);

/// A value from afar, and when it last came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated<T> {
    /// The value.
    pub value: Remote<T>,
    /// When it last came.
    pub read_at: Option<Timestamp>,
}

impl<T> Default for Dated<T> {
    fn default() -> Self {
        Self { value: Remote::Idle, read_at: None }
    }
}

impl<T> Dated<T> {
    /// Whether it is worth reading when somebody looks at it: it is not on its way, and not here or old.
    #[must_use]
    pub fn wants_reading(&self, now: Timestamp) -> bool {
        let is_fresh = self.read_at.is_some_and(|at| now.duration_since(at) < FRESH);
        match self.value {
            Remote::Loading { .. } => false,
            Remote::Ready(_) => !is_fresh,
            Remote::Idle | Remote::Failed { .. } => true,
        }
    }

    /// Takes what came of a request.
    pub fn resolve(&mut self, result: Result<T, Failure>, now: Timestamp) {
        if result.is_ok() {
            self.read_at = Some(now);
        }
        self.value.resolve(result);
    }
}
