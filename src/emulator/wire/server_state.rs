//! Everything that connections and handles share.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use super::limits::Limits;
use crate::emulator::{
    faults::FaultQueue,
    options::Options,
    store::{Account, Arns, Clock, RequestLog},
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
    pub(in crate::emulator) fn new(options: Options) -> Self {
        let arns = Arns { region: options.region, account: options.account };
        let clock = Clock::start();
        let images = options.catalogue.images.into_iter();
        let images = images.map(|image| image.into_image(&arns, clock.epoch())).collect();
        let roles = options.catalogue.unassumable_roles.iter();
        let roles = roles.map(|role| arns.role(role)).collect();
        Self {
            log: Mutex::new(RequestLog::of(options.limits.remembered)),
            faults: Mutex::new(FaultQueue::of(options.faults)),
            latency: options.latency,
            limits: options.limits,
            account: Account::new(arns, clock, options.settle, images, roles, options.mfa),
        }
    }

    pub(in crate::emulator) fn log(&self) -> MutexGuard<'_, RequestLog> {
        lock(&self.log)
    }

    pub(in crate::emulator) fn faults(&self) -> MutexGuard<'_, FaultQueue> {
        lock(&self.faults)
    }
}

/// A thread that panicked left nothing half-written here: every change is one call.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
