//! The faults in force.

use super::{fault::Fault, fault_kind::FaultKind};
use crate::emulator::ops::Operation;

/// The faults in force: a request meets the first that befalls its operation and has some count left.
#[derive(Debug, Default)]
pub(in crate::emulator) struct FaultQueue(Vec<Fault>);

impl FaultQueue {
    pub(in crate::emulator) fn of(faults: Vec<Fault>) -> Self {
        Self(faults.into_iter().filter(|fault| fault.count != Some(0)).collect())
    }

    pub(in crate::emulator) fn push(&mut self, fault: Fault) {
        if fault.count != Some(0) {
            self.0.push(fault);
        }
    }

    pub(in crate::emulator) fn clear(&mut self) {
        self.0.clear();
    }

    /// What a request for this operation meets, counted off.
    pub(in crate::emulator) fn take(&mut self, operation: Operation) -> Option<FaultKind> {
        let at = self.0.iter().position(|fault| fault.befalls(operation))?;
        let kind = self.0[at].kind;
        match self.0[at].count {
            None => {}
            Some(1) => drop(self.0.remove(at)),
            Some(count) => self.0[at].count = Some(count - 1),
        }
        Some(kind)
    }
}
