use std::{
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::time::Instant;

use super::{
    clock::Clock, edit::Edit, fault_queue::FaultQueue, journal::Journal, limits::Limits, mfa::Mfa,
    options::Options, place::Place, sessions::Sessions, store::Store,
};

/// Everything the service is, shared by its connections and its handles.
#[derive(Debug)]
pub(super) struct State {
    pub(super) place: Place,
    pub(super) clock: Clock,
    pub(super) latency: Duration,
    pub(super) settle: Duration,
    pub(super) limits: Limits,
    unassumable_roles: Vec<String>,
    store: Mutex<Store>,
    journal: Mutex<Journal>,
    faults: Mutex<FaultQueue>,
    mfa: Mutex<Option<Mfa>>,
    sessions: Mutex<Sessions>,
    foreign_edits: AtomicU64,
}

impl State {
    pub(super) fn new(options: Options) -> Self {
        let place = Place { region: options.region, account: options.account };
        let clock = Clock::start();
        let images = options.catalogue.images.into_iter();
        let images = images.map(|image| image.into_image(&place, clock.epoch())).collect();
        let roles = options.catalogue.unassumable_roles.iter();
        Self {
            unassumable_roles: roles.map(|role| place.role_arn(role)).collect(),
            store: Mutex::new(Store::of(images)),
            journal: Mutex::new(Journal::of(options.limits.remembered)),
            faults: Mutex::new(FaultQueue::of(options.faults)),
            mfa: Mutex::new(options.mfa),
            sessions: Mutex::default(),
            foreign_edits: AtomicU64::new(0),
            latency: options.latency,
            settle: options.settle,
            limits: options.limits,
            place,
            clock,
        }
    }

    pub(super) fn store(&self) -> MutexGuard<'_, Store> {
        lock(&self.store)
    }

    pub(super) fn journal(&self) -> MutexGuard<'_, Journal> {
        lock(&self.journal)
    }

    pub(super) fn faults(&self) -> MutexGuard<'_, FaultQueue> {
        lock(&self.faults)
    }

    pub(super) fn mfa(&self) -> MutexGuard<'_, Option<Mfa>> {
        lock(&self.mfa)
    }

    pub(super) fn sessions(&self) -> MutexGuard<'_, Sessions> {
        lock(&self.sessions)
    }

    /// Somebody else's edit: applied at once, the status stays. False where there is no such image.
    pub(super) fn edit(&self, name: &str, edit: Edit) -> bool {
        let mut store = self.store();
        let now = Instant::now();
        store.settle_due(now, &self.clock);
        store.amend(name, self.clock.at(now), |image| image.apply(edit))
    }

    /// The edit a `foreign-edit` fault makes: a description that never was there before.
    pub(super) fn foreign_edit(&self, name: &str) -> bool {
        let number = self.foreign_edits.fetch_add(1, Ordering::Relaxed) + 1;
        self.edit(name, Edit::description(format!("Edited by somebody else ({number})")))
    }

    /// The reason an update with this role fails; none where the role is good.
    pub(super) fn why_not_assumable(&self, role: &str) -> Option<Box<str>> {
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
