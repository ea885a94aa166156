//! The keys that sign requests, had before a request starts.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::future::ProvideCredentials as Providing;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use tokio::sync::Mutex;
use tokio::time::timeout;

use super::failure;
use crate::domain::{Failure, FailureClass};

/// Keys that end sooner than this are fetched anew.
const MARGIN: Duration = Duration::from_secs(30);

/// Keys from a provider, kept until shortly before they expire.
///
/// The SDK would fetch them inside an attempt, under the time limit of the network: a process that
/// waits for a touch would always be too late, and a write that never left would look like one whose
/// outcome is unknown.
#[derive(Debug, Clone)]
pub(super) struct Keyring(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    provider: SharedCredentialsProvider,
    kept: Mutex<Option<Credentials>>,
    limit: Duration,
}

impl Keyring {
    /// Keys from `provider`, which has `limit` to give them.
    pub(super) fn new(provider: SharedCredentialsProvider, limit: Duration) -> Self {
        Self(Arc::new(Inner { provider, kept: Mutex::new(None), limit }))
    }

    /// Sees to it that keys are at hand.
    ///
    /// The fetch goes on if the caller is dropped: a person who is asked for a touch is asked once.
    ///
    /// # Errors
    ///
    /// Why they could not be had; nothing was sent then.
    pub(super) async fn ready(&self) -> Result<(), Failure> {
        if self.0.kept.try_lock().is_ok_and(|kept| kept.as_ref().is_some_and(is_fresh)) {
            return Ok(());
        }
        let keyring = self.clone();
        let fetch = tokio::spawn(async move { keyring.fetch().await });
        match timeout(self.0.limit, fetch).await {
            Ok(Ok(fetched)) => fetched.map(drop).map_err(|error| failure::of_keys(&error)),
            Ok(Err(_)) => Err(Failure::new(FailureClass::Bug, "The fetch of credentials ended in a panic.")),
            Err(_) => {
                let said = format!("No credentials came within {} s.", self.0.limit.as_secs());
                Err(Failure::new(FailureClass::NoCredentials, &said))
            }
        }
    }

    /// Concurrent callers wait for one fetch.
    async fn fetch(&self) -> Result<Credentials, CredentialsError> {
        let mut kept = self.0.kept.lock().await;
        if let Some(keys) = kept.as_ref().filter(|keys| is_fresh(keys)) {
            return Ok(keys.clone());
        }
        let keys = self.0.provider.provide_credentials().await?;
        *kept = Some(keys.clone());
        Ok(keys)
    }
}

fn is_fresh(keys: &Credentials) -> bool {
    keys.expiry().is_none_or(|end| SystemTime::now() + MARGIN < end)
}

impl ProvideCredentials for Keyring {
    fn provide_credentials<'a>(&'a self) -> Providing<'a>
    where
        Self: 'a,
    {
        Providing::new(self.fetch())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use tokio::sync::Semaphore;

    /// Keys that come once the semaphore lets them.
    #[derive(Debug)]
    struct Touch(Arc<(Semaphore, AtomicUsize)>);

    impl ProvideCredentials for Touch {
        fn provide_credentials<'a>(&'a self) -> Providing<'a>
        where
            Self: 'a,
        {
            Providing::new(async {
                self.0.1.fetch_add(1, Ordering::SeqCst);
                drop(self.0.0.acquire().await);
                Ok(Credentials::new("AKIA", "secret", None, None, "test"))
            })
        }
    }

    fn keyring(limit: Duration) -> (Keyring, Arc<(Semaphore, AtomicUsize)>) {
        let touch = Arc::new((Semaphore::new(0), AtomicUsize::new(0)));
        let provider = SharedCredentialsProvider::new(Touch(Arc::clone(&touch)));
        (Keyring::new(provider, limit), touch)
    }

    #[tokio::test]
    async fn a_person_is_asked_once_though_requests_come_and_go() {
        let (keyring, touch) = keyring(Duration::from_mins(1));
        for _ in 0..3 {
            assert!(timeout(Duration::ZERO, keyring.ready()).await.is_err());
        }
        touch.0.add_permits(1);
        keyring.ready().await.unwrap();
        keyring.ready().await.unwrap();
        assert_eq!(touch.1.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn keys_that_never_come_are_not_waited_for() {
        let (keyring, _) = keyring(Duration::ZERO);
        let failure = keyring.ready().await.unwrap_err();
        assert_eq!(failure.class, FailureClass::NoCredentials);
    }
}
