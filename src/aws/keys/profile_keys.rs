//! What the SDK gives of a profile, as often as it is asked.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aws_config::profile::ProfileFileCredentialsProvider;
use aws_credential_types::provider::future::ProvideCredentials as Providing;
use aws_credential_types::provider::{ProvideCredentials, Result};

/// The SDK's provider of a profile, made anew after each failure.
///
/// Of a profile that it can't use, the SDK's own says why once, and afterwards only that this was said
/// (“initialization error already taken”). One that works is kept: it holds tokens.
pub(super) struct ProfileKeys {
    make: Box<dyn Fn() -> ProfileFileCredentialsProvider + Send + Sync>,
    held: Mutex<Option<Arc<ProfileFileCredentialsProvider>>>,
}

impl ProfileKeys {
    /// What `make` makes.
    pub(super) fn new(make: impl Fn() -> ProfileFileCredentialsProvider + Send + Sync + 'static) -> Self {
        Self { make: Box::new(make), held: Mutex::default() }
    }

    async fn keys(&self) -> Result {
        let provider = Arc::clone(self.held().get_or_insert_with(|| Arc::new((self.make)())));
        let keys = provider.provide_credentials().await;
        if keys.is_err() {
            self.held().take_if(|held| Arc::ptr_eq(held, &provider));
        }
        keys
    }

    fn held(&self) -> MutexGuard<'_, Option<Arc<ProfileFileCredentialsProvider>>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ProvideCredentials for ProfileKeys {
    fn provide_credentials<'a>(&'a self) -> Providing<'a>
    where
        Self: 'a,
    {
        Providing::new(self.keys())
    }
}

impl fmt::Debug for ProfileKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProfileKeys").finish_non_exhaustive()
    }
}
