//! What comes from afar.

use crate::domain::Failure;

/// A value that has to be fetched. The old value stays visible while a new one is on its way and
/// when none came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Remote<T> {
    /// Never asked for.
    #[default]
    Idle,
    /// Asked for; `old` is what was known before.
    Loading {
        /// The value before.
        old: Option<T>,
    },
    /// Here.
    Ready(T),
    /// Not to be had; `old` is what was known before.
    Failed {
        /// Why.
        failure: Failure,
        /// The value before.
        old: Option<T>,
    },
}

impl<T> Remote<T> {
    /// The newest value known, fresh or old.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Idle => None,
            Self::Ready(value) => Some(value),
            Self::Loading { old } | Self::Failed { old, .. } => old.as_ref(),
        }
    }

    /// Why the newest request came to nothing.
    pub fn failure(&self) -> Option<&Failure> {
        match self {
            Self::Failed { failure, .. } => Some(failure),
            _ => None,
        }
    }

    /// Whether an answer is awaited.
    pub fn is_loading(&self) -> bool {
        matches!(self, Self::Loading { .. })
    }

    /// Notes that the value was asked for.
    pub fn start(&mut self) {
        *self = Self::Loading { old: self.take_value() };
    }

    /// Takes what came of the request.
    pub fn resolve(&mut self, result: Result<T, Failure>) {
        *self = match result {
            Ok(value) => Self::Ready(value),
            Err(failure) => Self::Failed { failure, old: self.take_value() },
        };
    }

    /// Puts a better value in place of the one that is known; whether one is awaited, or could not be had,
    /// stays as it is.
    pub fn amend(&mut self, value: T) {
        match self {
            Self::Idle | Self::Ready(_) => *self = Self::Ready(value),
            Self::Loading { old } | Self::Failed { old, .. } => *old = Some(value),
        }
    }

    /// Notes that nobody waits any more.
    pub fn abandon(&mut self) {
        if self.is_loading() {
            *self = self.take_value().map_or(Self::Idle, Self::Ready);
        }
    }

    fn take_value(&mut self) -> Option<T> {
        match std::mem::take(self) {
            Self::Idle => None,
            Self::Ready(value) => Some(value),
            Self::Loading { old } | Self::Failed { old, .. } => old,
        }
    }
}
