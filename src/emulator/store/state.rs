//! Everything the service is.

use std::{
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::time::Instant;

use super::{
    arns::Arns, clock::Clock, image_edit::Edit, image_store::ImageStore, mfa::Mfa, request_log::RequestLog,
    role_sessions::RoleSessions,
};
use crate::emulator::{faults::FaultQueue, options::Options, wire::Limits};

/// Everything the service is, shared by its connections and its handles.
#[derive(Debug)]
pub(in crate::emulator) struct State {
    pub(in crate::emulator) arns: Arns,
    pub(in crate::emulator) clock: Clock,
    pub(in crate::emulator) latency: Duration,
    pub(in crate::emulator) settle: Duration,
    pub(in crate::emulator) limits: Limits,
    unassumable_roles: Vec<String>,
    store: Mutex<ImageStore>,
    log: Mutex<RequestLog>,
    faults: Mutex<FaultQueue>,
    mfa: Mutex<Option<Mfa>>,
    sessions: Mutex<RoleSessions>,
    foreign_edits: AtomicU64,
}

impl State {
    pub(in crate::emulator) fn new(options: Options) -> Self {
        let arns = Arns { region: options.region, account: options.account };
        let clock = Clock::start();
        let images = options.catalogue.images.into_iter();
        let images = images.map(|image| image.into_image(&arns, clock.epoch())).collect();
        let roles = options.catalogue.unassumable_roles.iter();
        Self {
            unassumable_roles: roles.map(|role| arns.role(role)).collect(),
            store: Mutex::new(ImageStore::of(images)),
            log: Mutex::new(RequestLog::of(options.limits.remembered)),
            faults: Mutex::new(FaultQueue::of(options.faults)),
            mfa: Mutex::new(options.mfa),
            sessions: Mutex::default(),
            foreign_edits: AtomicU64::new(0),
            latency: options.latency,
            settle: options.settle,
            limits: options.limits,
            arns,
            clock,
        }
    }

    pub(in crate::emulator) fn store(&self) -> MutexGuard<'_, ImageStore> {
        lock(&self.store)
    }

    pub(in crate::emulator) fn log(&self) -> MutexGuard<'_, RequestLog> {
        lock(&self.log)
    }

    pub(in crate::emulator) fn faults(&self) -> MutexGuard<'_, FaultQueue> {
        lock(&self.faults)
    }

    pub(in crate::emulator) fn mfa(&self) -> MutexGuard<'_, Option<Mfa>> {
        lock(&self.mfa)
    }

    pub(in crate::emulator) fn sessions(&self) -> MutexGuard<'_, RoleSessions> {
        lock(&self.sessions)
    }

    /// Somebody else's edit: applied at once, the status stays. False where there is no such image.
    pub(in crate::emulator) fn edit(&self, name: &str, edit: Edit) -> bool {
        let mut store = self.store();
        let now = Instant::now();
        store.settle_due(now, &self.clock);
        store.amend(name, self.clock.at(now), |image| image.apply(edit))
    }

    /// The edit a `foreign-edit` fault makes: a description that never was there before.
    pub(in crate::emulator) fn foreign_edit(&self, name: &str) -> bool {
        let number = self.foreign_edits.fetch_add(1, Ordering::Relaxed) + 1;
        self.edit(name, Edit::description(format!("Edited by somebody else ({number})")))
    }

    /// The reason an update with this role fails; none where the role is good.
    pub(in crate::emulator) fn why_not_assumable(&self, role: &str) -> Option<Box<str>> {
        let is_listed = self.unassumable_roles.iter().any(|listed| listed == role);
        is_listed.then(|| {
            let words = format!(
                "SageMaker is unable to assume the role {role}. Please make sure that the role exists and that its \
                 trust relationship policy allows the action 'sts:AssumeRole' for the service principal \
                 'sagemaker.amazonaws.com'."
            );
            words.into_boxed_str()
        })
    }
}

/// A thread that panicked left nothing half-written here: every change is one call.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
