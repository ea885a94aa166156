//! A span of time that a list is narrowed to.

use crate::emulator::{
    rules::{InputMembers, ServiceError},
    store::UnixMillis,
};

/// Half a microsecond: clients hand timestamps back through binary fractions.
const TOLERANCE: f64 = 5e-7;

/// A span of time, in seconds since 1970, both ends included.
#[derive(Debug)]
pub(super) struct TimeSpan {
    after: Option<f64>,
    before: Option<f64>,
}

impl TimeSpan {
    pub(super) fn read(members: &mut InputMembers, after: &str, before: &str) -> Result<Self, ServiceError> {
        Ok(Self { after: members.seconds(after)?, before: members.seconds(before)? })
    }

    pub(super) fn holds(&self, moment: UnixMillis) -> bool {
        let seconds = moment.seconds();
        self.after.is_none_or(|after| seconds >= after - TOLERANCE)
            && self.before.is_none_or(|before| seconds <= before + TOLERANCE)
    }
}
