//! The account that the service plays.

use std::{
    sync::{
        Mutex, MutexGuard,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::time::Instant;

use super::{
    arns::Arns, clock::Clock, image_edit::Edit, image_store::ImageStore, lock::lock, mfa::Mfa,
    role_sessions::RoleSessions, studio_store::StudioStore,
};

/// The one account in one region that the service plays: all that operations look at and change.
#[derive(Debug)]
pub(in crate::emulator) struct Account {
    pub(in crate::emulator) arns: Arns,
    pub(in crate::emulator) clock: Clock,
    /// How long an image is UPDATING.
    pub(in crate::emulator) settle: Duration,
    unassumable_roles: Vec<String>,
    images: Mutex<ImageStore>,
    studio: Mutex<StudioStore>,
    mfa: Mutex<Option<Mfa>>,
    sessions: Mutex<RoleSessions>,
    foreign_edits: AtomicU64,
}

impl Account {
    /// An account with these images and what Studio has; updates that bring one of `unassumable_roles` (ARNs) fail.
    pub(in crate::emulator) fn new(
        arns: Arns,
        clock: Clock,
        settle: Duration,
        images: ImageStore,
        studio: StudioStore,
        unassumable_roles: Vec<String>,
        mfa: Option<Mfa>,
    ) -> Self {
        Self {
            arns,
            clock,
            settle,
            unassumable_roles,
            images: Mutex::new(images),
            studio: Mutex::new(studio),
            mfa: Mutex::new(mfa),
            sessions: Mutex::default(),
            foreign_edits: AtomicU64::new(0),
        }
    }

    pub(in crate::emulator) fn images(&self) -> MutexGuard<'_, ImageStore> {
        lock(&self.images)
    }

    /// Where both are locked, the images are first.
    pub(in crate::emulator) fn studio(&self) -> MutexGuard<'_, StudioStore> {
        lock(&self.studio)
    }

    pub(in crate::emulator) fn mfa(&self) -> MutexGuard<'_, Option<Mfa>> {
        lock(&self.mfa)
    }

    pub(in crate::emulator) fn sessions(&self) -> MutexGuard<'_, RoleSessions> {
        lock(&self.sessions)
    }

    /// Someone else's edit: applied at once, the status stays. False where there is no such image.
    pub(in crate::emulator) fn edit(&self, name: &str, edit: Edit) -> bool {
        let mut images = self.images();
        let now = Instant::now();
        images.settle_due(now, &self.clock);
        images.amend(name, self.clock.at(now), |image| image.apply(edit))
    }

    /// The number of the edit that a `foreign-edit` fault is about to make, counted from 1.
    pub(in crate::emulator) fn count_foreign_edit(&self) -> u64 {
        self.foreign_edits.fetch_add(1, Ordering::Relaxed) + 1
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
