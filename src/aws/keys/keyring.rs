//! The keys that sign requests, had before a request starts.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::ProvideCredentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::future::ProvideCredentials as Providing;
use tokio::sync::watch::{self, Receiver};
use tokio::task::{AbortHandle, JoinError};
use tokio::time::timeout;

use super::chain::Chain;
use super::expiry::is_fresh;
use crate::domain::{Code, Failure, FailureClass, LogIn};

/// Keys from a chain, kept until shortly before they expire.
///
/// The SDK would fetch them inside an attempt, under the time limit of the network: a process that
/// waits for a touch would always be too late, and a write that never left would look like one whose
/// outcome is unknown.
#[derive(Debug, Clone)]
pub(in crate::aws) struct Keyring(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    chain: Chain,
    held: Mutex<Held>,
    limit: Duration,
}

#[derive(Debug, Default)]
struct Held {
    keys: Option<Credentials>,
    fetch: Option<Fetch>,
}

/// A fetch under way.
#[derive(Debug)]
struct Fetch {
    outcome: Receiver<FetchResult>,
    work: AbortHandle,
}

/// Nothing, as long as it is under way.
type FetchResult = Option<Result<(), Failure>>;

impl Keyring {
    /// Keys from `chain`, which has `limit` to give them.
    pub(in crate::aws) fn new(chain: Chain, limit: Duration) -> Self {
        Self(Arc::new(Inner { chain, held: Mutex::default(), limit }))
    }

    /// Sees to it that keys are at hand.
    ///
    /// The fetch goes on if the caller is dropped: a person who is asked for a touch is asked once.
    /// Concurrent callers wait for one fetch.
    ///
    /// # Errors
    ///
    /// Why they could not be had; nothing was sent then.
    pub(in crate::aws) async fn ready(&self) -> Result<(), Failure> {
        self.ready_with(&mut None).await
    }

    /// The same with a code for a role that wants one. It is good for one fetch.
    ///
    /// # Errors
    ///
    /// [`FailureClass::CodeWanted`] where it can't be a code or was not taken; else as [`Self::ready`].
    pub(in crate::aws) async fn log_in(&self, code: Code) -> Result<(), Failure> {
        let code = Code(code.0.trim().to_owned());
        self.0.chain.check_code(&code)?;
        let mut code = Some(code);
        loop {
            let ended = self.ready_with(&mut code).await;
            // A fetch that was under way without the code may have ended for the want of it.
            let is_wanted = matches!(&ended, Err(failure) if failure.class == FailureClass::CodeWanted);
            if !is_wanted || code.is_none() {
                return ended;
            }
        }
    }

    /// Ends the fetch under way, for all that wait for it. The next request begins a new one.
    pub(in crate::aws) fn stop(&self) {
        if let Some(fetch) = self.held().fetch.take() {
            fetch.work.abort();
        }
        self.0.chain.tell_end();
    }

    /// Whether a fetch is under way: its keys would be lost with this ring.
    pub(in crate::aws) fn is_busy(&self) -> bool {
        self.held().fetch.is_some()
    }

    /// Whether keys are held that took a code.
    pub(in crate::aws) fn took_code(&self) -> bool {
        self.0.chain.wants_code() && self.held().keys.as_ref().is_some_and(is_fresh)
    }

    /// The log-in in a browser that the keys go by.
    pub(in crate::aws) fn way_to_log_in(&self) -> Option<LogIn> {
        self.0.chain.log_in()
    }

    async fn ready_with(&self, code: &mut Option<Code>) -> Result<(), Failure> {
        let Some(mut outcome) = self.join(code) else { return Ok(()) };
        let ended = match timeout(self.0.limit, outcome.wait_for(Option::is_some)).await {
            Ok(Ok(ended)) => ended.clone(),
            Ok(Err(_)) => None,
            Err(_) => {
                let said = format!("No credentials within {} s.", self.0.limit.as_secs());
                return Err(Failure::new(FailureClass::NoCredentials, &said));
            }
        };
        ended.unwrap_or_else(|| Err(stopped()))
    }

    /// The fetch that is under way, or a new one, which takes the code. Nothing where keys are at hand.
    fn join(&self, code: &mut Option<Code>) -> Option<Receiver<FetchResult>> {
        let mut held = self.held();
        if held.keys.as_ref().is_some_and(is_fresh) {
            return None;
        }
        if let Some(fetch) = &held.fetch {
            return Some(fetch.outcome.clone());
        }
        let (told, outcome) = watch::channel(None);
        let (keyring, code) = (self.clone(), code.take());
        let work = tokio::spawn(async move { keyring.0.chain.keys(code).await });
        held.fetch = Some(Fetch { outcome: outcome.clone(), work: work.abort_handle() });
        let (keyring, mine) = (self.clone(), outcome.clone());
        tokio::spawn(async move {
            let ended = keyring.end(&mine, work.await);
            told.send_replace(Some(ended));
        });
        Some(outcome)
    }

    /// Keeps the keys of a fetch that has ended, unless it was stopped.
    fn end(
        &self,
        mine: &Receiver<FetchResult>,
        ended: Result<Result<Credentials, Failure>, JoinError>,
    ) -> Result<(), Failure> {
        let mut held = self.held();
        let current = held.fetch.as_ref().map(|fetch| fetch.outcome.same_channel(mine));
        if current != Some(false) {
            self.0.chain.tell_end();
        }
        if current != Some(true) {
            return Err(stopped());
        }
        held.fetch = None;
        match ended {
            Ok(Ok(keys)) => {
                held.keys = Some(keys);
                Ok(())
            }
            Ok(Err(failure)) => Err(failure),
            Err(_) => Err(Failure::new(FailureClass::Bug, "The fetch of credentials ended in a panic.")),
        }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn stopped() -> Failure {
    Failure::new(FailureClass::Stopped, "The search for credentials was stopped.")
}

impl ProvideCredentials for Keyring {
    /// What is at hand; a fetch here would be under the time limit of an attempt.
    fn provide_credentials<'a>(&'a self) -> Providing<'a>
    where
        Self: 'a,
    {
        let keys = self.held().keys.clone();
        Providing::ready(keys.ok_or_else(|| CredentialsError::not_loaded("no credentials")))
    }
}

#[cfg(test)]
mod tests;
