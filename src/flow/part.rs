//! One step among those of a flow.

use crate::domain::Failure;
use crate::edit::{Outcome, Step};

use super::{Stop, Write};

/// A step of a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// It has not been begun with.
    Waiting(Step),
    /// It is on its way.
    Out(Write),
    /// It was stopped before it went out.
    Stopped(Write, Stop),
    /// The service refused it.
    Refused(Write, Failure),
    /// It has settled.
    Settled(Write, Outcome),
}

impl Part {
    /// What is to be sent, or was.
    #[must_use]
    pub fn step(&self) -> &Step {
        match self {
            Self::Waiting(step) => step,
            Self::Out(write)
            | Self::Stopped(write, _)
            | Self::Refused(write, _)
            | Self::Settled(write, _) => &write.step,
        }
    }

    /// The write, from when it was begun with.
    #[must_use]
    pub fn write(&self) -> Option<&Write> {
        match self {
            Self::Waiting(_) => None,
            Self::Out(write)
            | Self::Stopped(write, _)
            | Self::Refused(write, _)
            | Self::Settled(write, _) => Some(write),
        }
    }

    /// The write, if it is on its way.
    #[must_use]
    pub fn out(&self) -> Option<&Write> {
        match self {
            Self::Out(write) => Some(write),
            Self::Waiting(_) | Self::Stopped(..) | Self::Refused(..) | Self::Settled(..) => None,
        }
    }

    /// Whether it certainly changed nothing, sent or not.
    #[must_use]
    pub fn is_without_effect(&self) -> bool {
        match self {
            Self::Waiting(_) | Self::Stopped(..) | Self::Refused(..) => true,
            Self::Settled(_, outcome) => *outcome == Outcome::NotApplied,
            Self::Out(_) => false,
        }
    }

    /// Whether it was sent and not refused, whatever became of it then.
    #[must_use]
    pub fn has_gone_out(&self) -> bool {
        match self {
            Self::Out(write) => !write.can_be_called_off(),
            Self::Settled(..) => true,
            Self::Waiting(_) | Self::Stopped(..) | Self::Refused(..) => false,
        }
    }

    /// Whether it was read back as sent.
    #[must_use]
    pub fn is_verified(&self) -> bool {
        match self {
            Self::Settled(_, outcome) => *outcome == Outcome::Verified,
            Self::Waiting(_) | Self::Out(_) | Self::Stopped(..) | Self::Refused(..) => false,
        }
    }

    /// Whether nothing more comes of it.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        match self {
            Self::Stopped(..) | Self::Refused(..) | Self::Settled(..) => true,
            Self::Waiting(_) | Self::Out(_) => false,
        }
    }
}
