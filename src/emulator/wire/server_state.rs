//! Everything that connections and handles share.

use std::{
    sync::{Mutex, MutexGuard},
    time::Duration,
};

use super::limits::Limits;
use crate::emulator::{
    faults::{Fault, FaultQueue},
    store::{Account, RequestLog, lock},
};

/// The running service: the account it plays, how it serves, and what it recorded.
#[derive(Debug)]
pub(in crate::emulator) struct ServerState {
    pub(in crate::emulator) account: Account,
    /// How long every answer is held back.
    pub(in crate::emulator) latency: Duration,
    pub(in crate::emulator) limits: Limits,
    log: Mutex<RequestLog>,
    faults: Mutex<FaultQueue>,
}

impl ServerState {
    pub(in crate::emulator) fn new(
        account: Account,
        latency: Duration,
        limits: Limits,
        faults: Vec<Fault>,
    ) -> Self {
        let log = Mutex::new(RequestLog::of(limits.remembered));
        Self { account, latency, limits, log, faults: Mutex::new(FaultQueue::of(faults)) }
    }

    pub(in crate::emulator) fn log(&self) -> MutexGuard<'_, RequestLog> {
        lock(&self.log)
    }

    pub(in crate::emulator) fn faults(&self) -> MutexGuard<'_, FaultQueue> {
        lock(&self.faults)
    }
}
