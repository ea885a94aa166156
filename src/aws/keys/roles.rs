//! Keys of a role, had hop by hop: the SDK knows neither `mfa_serial` nor `duration_seconds`.

use std::sync::{Mutex, PoisonError};

use aws_config::credential_process::CredentialProcessProvider;
use aws_credential_types::Credentials;

use super::hop::Hop;
use super::keyring::is_fresh;
use super::refused::Refused;
use super::role_chain::{Base, RoleChain};
use super::setting::Setting;
use super::source::Source;
use super::sts::Sts;
use crate::aws::Steps;
use crate::domain::{Code, FailureClass};

/// A profile that is a role, and what comes before it.
#[derive(Debug)]
pub(super) struct Roles {
    base: Result<Source, String>,
    hops: Vec<Hop>,
    sts: Sts,
    /// The keys before the last hop that wanted a code, or those it gave, and the hop they are for: what
    /// comes before is not done again. A process that waits for a touch would outlast the code.
    reached: Mutex<Option<(usize, Credentials)>>,
}

impl Roles {
    /// The roles of the selected profile, if it is one.
    pub(super) fn configured(setting: &Setting) -> Option<Self> {
        let RoleChain { base, hops } = RoleChain::of(setting.files)?;
        Some(Self { base: source(setting, base), hops, sts: setting.sts.clone(), reached: Mutex::default() })
    }

    /// The first role that wants a code.
    pub(super) fn wanting(&self) -> Option<&Hop> {
        self.hops.iter().find(|hop| hop.device.is_some())
    }

    /// The keys of the last role. A hop takes the code it uses out of `code`.
    pub(super) async fn keys(&self, steps: &Steps, code: &mut Option<Code>) -> Result<Credentials, Refused> {
        let (begin, mut keys) = match self.reached() {
            Some(reached) => reached,
            None => (0, self.first(steps).await?),
        };
        for (index, hop) in self.hops.iter().enumerate().skip(begin) {
            let mut typed = None;
            if hop.device.is_some() {
                self.reach(index, &keys);
                typed = code.take();
                if typed.is_none() {
                    return Err(hop.lacks_code().into());
                }
            }
            steps.tell(Some(&hop.words()));
            let took_code = typed.is_some();
            keys = hop.take(&self.sts, keys, typed).await?;
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

    async fn first(&self, steps: &Steps) -> Result<Credentials, Refused> {
        let base = self.base.as_ref().map_err(|why| Refused::failed(FailureClass::BadConfig, why))?;
        match base.keys(steps).await {
            Err(Refused::Nothing(why)) => {
                let said = format!("No credentials were found to assume a role with. {}: {why}.", base.name);
                Err(Refused::failed(FailureClass::NoCredentials, &said))
            }
            other => other,
        }
    }
}

fn source(setting: &Setting, base: Base) -> Result<Source, String> {
    match base {
        Base::Static(name, keys) => Ok(Source::new(&format!("profile {name}"), keys)),
        Base::Profile(name) => Ok(Source::profile(setting, &name)),
        Base::Process(name, command) => {
            let source = Source::new(&format!("profile {name}"), CredentialProcessProvider::new(command));
            Ok(source.told(format!("credential_process of profile {name}")))
        }
        Base::Named(name) => Source::named(setting, &name).ok_or_else(|| {
            format!(
                "The credential_source {name:?} is none of Environment, Ec2InstanceMetadata and EcsContainer."
            )
        }),
    }
}
