//! Keys of a role, had hop by hop: the SDK knows neither `mfa_serial` nor `duration_seconds`.

use std::sync::{Mutex, PoisonError};

use aws_credential_types::Credentials;

use super::expiry::is_fresh;
use super::hop::Hop;
use super::no_keys::NoKeys;
use super::sendable::{self, Names};
use super::source::Source;
use super::sts::Sts;
use crate::aws::KeySteps;
use crate::aws::files::Role;
use crate::domain::{Code, FailureClass};

/// A profile that is a role, and what comes before it.
#[derive(Debug)]
pub(super) struct Roles {
    base: Source,
    hops: Vec<Hop>,
    sts: Sts,
    /// The keys before the last hop that wanted a code, or those it gave, and the hop they are for: what
    /// comes before is not done again. A process that waits for a touch would outlast the code.
    reached: Mutex<Option<(usize, Credentials)>>,
}

impl Roles {
    /// `roles`, the first of them assumed with the keys of `base`.
    pub(super) fn new(base: Source, roles: Vec<Role>, sts: Sts) -> Self {
        Self { base, hops: roles.into_iter().map(Hop::new).collect(), sts, reached: Mutex::default() }
    }

    /// The first role that wants a code.
    pub(super) fn hop_with_device(&self) -> Option<&Hop> {
        self.hops.iter().find(|hop| hop.has_device())
    }

    /// The keys of the last role. A hop takes the code it uses out of `code`.
    pub(super) async fn keys(
        &self,
        steps: &KeySteps,
        code: &mut Option<Code>,
    ) -> Result<Credentials, NoKeys> {
        let (begin, mut keys) = match self.reached() {
            Some(reached) => reached,
            None => (0, self.first(steps).await?),
        };
        for (index, hop) in self.hops.iter().enumerate().skip(begin) {
            let mut typed = None;
            if hop.has_device() {
                self.reach(index, &keys);
                typed = code.take();
                if typed.is_none() {
                    return Err(hop.lacks_code().into());
                }
            }
            steps.tell(Some(&hop.words()));
            let took_code = typed.is_some();
            keys = hop.assume(&self.sts, keys, typed).await?;
            keys = sendable::checked(keys, &Names::of("STS"))?;
            if took_code {
                // What a code was spent for is not to be had again if the next hop fails.
                self.reach(index + 1, &keys);
            }
        }
        Ok(keys)
    }

    fn reach(&self, hop: usize, keys: &Credentials) {
        *self.reached.lock().unwrap_or_else(PoisonError::into_inner) = Some((hop, keys.clone()));
    }

    fn reached(&self) -> Option<(usize, Credentials)> {
        let reached = self.reached.lock().unwrap_or_else(PoisonError::into_inner);
        reached.clone().filter(|(_, keys)| is_fresh(keys))
    }

    async fn first(&self, steps: &KeySteps) -> Result<Credentials, NoKeys> {
        match self.base.keys(steps).await {
            Err(NoKeys::NotSetUp(why)) => {
                let said =
                    format!("No credentials were found to assume a role with. {}: {why}.", self.base.name);
                Err(NoKeys::failed(FailureClass::NoCredentials, &said))
            }
            other => other,
        }
    }
}
