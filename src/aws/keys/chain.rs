//! The places where keys may be, in their order.

use aws_credential_types::Credentials;

use super::key_config::KeyConfig;
use super::no_keys::NoKeys;
use super::roles::Roles;
use super::source::Source;
use crate::aws::KeySteps;
use crate::aws::files::{KeyPlan, OwnKeys};
use crate::domain::{Code, Failure, FailureClass, LogIn, Text};

/// Where keys are looked for: the SDK's order, but each step is told and none takes long in vain.
#[derive(Debug)]
pub(in crate::aws) struct Chain {
    links: Vec<Link>,
    steps: KeySteps,
    /// The log-in in a browser that the keys go by.
    log_in: Option<LogIn>,
}

#[derive(Debug)]
enum Link {
    Source(Source),
    /// The role profile of this name.
    Roles(String, Box<Roles>),
}

impl Chain {
    /// These keys and no others.
    pub(in crate::aws) fn fixed(keys: Credentials) -> Self {
        Self::of(vec![Source::new("static credentials", keys)], KeySteps::default())
    }

    /// These sources in this order.
    pub(super) fn of(sources: Vec<Source>, steps: KeySteps) -> Self {
        Self { links: sources.into_iter().map(Link::Source).collect(), steps, log_in: None }
    }

    /// What environment and shared files say. A profile that was asked for by `--profile` wins over keys in
    /// the environment, as with the AWS CLI; else they win over any profile.
    pub(in crate::aws) fn configured(mut config: KeyConfig) -> Self {
        let steps = config.connection.steps.clone();
        let Some(KeyPlan { base, own, roles }) = config.plan.take() else {
            return Self::of(vec![Source::environment(&config)], steps);
        };
        let mut links = Vec::new();
        if config.connection.profile.is_none() {
            links.push(Link::Source(Source::environment(&config)));
        }
        let profile = Text::clean(&base);
        let log_in = match own {
            OwnKeys::Sso(_) => Some(LogIn::Sso { profile }),
            OwnKeys::Console => Some(LogIn::Console { profile }),
            OwnKeys::Environment
            | OwnKeys::Metadata
            | OwnKeys::Container
            | OwnKeys::WebIdentity(_)
            | OwnKeys::Static(_)
            | OwnKeys::Process(_)
            | OwnKeys::Nothing(_) => None,
        };
        let source = Source::profile(&config, &base, own);
        let (name, _) = config.profile;
        links.push(if roles.is_empty() {
            Link::Source(source)
        } else {
            let roles = Roles::new(source, roles, config.sts.clone());
            Link::Roles(format!("profile {name}"), Box::new(roles))
        });
        if config.connection.profile.is_none() {
            let absent = Source::nothing("web identity", "AWS_WEB_IDENTITY_TOKEN_FILE not set");
            links.push(Link::Source(absent));
        }
        links.extend([Source::container(&config), Source::metadata(&config)].map(Link::Source));
        Self { links, steps, log_in }
    }

    /// The first keys that are there. A role that wants a code takes that one.
    ///
    /// # Errors
    ///
    /// Why none could be had; a request that wanted them was not sent.
    pub(super) async fn keys(&self, code: Option<Code>) -> Result<Credentials, Failure> {
        let mut code = code;
        let mut tried = Vec::new();
        for link in &self.links {
            let (name, keys) = match link {
                Link::Source(source) => (&source.name, source.keys(&self.steps).await),
                Link::Roles(name, roles) => (name, roles.keys(&self.steps, &mut code).await),
            };
            match keys {
                Ok(keys) => return Ok(keys),
                Err(NoKeys::Failed(failure)) => return Err(*failure),
                Err(NoKeys::NotSetUp(why)) => tried.push(format!("{name}: {why}")),
            }
        }
        let said = format!("No credentials were found. {}.", tried.join("; "));
        Err(Failure::new(FailureClass::NoCredentials, &said))
    }

    /// Whoever listens is told that nothing is tried any more.
    pub(super) fn tell_end(&self) {
        self.steps.tell(None);
    }

    /// The log-in in a browser that the keys go by.
    pub(super) fn log_in(&self) -> Option<LogIn> {
        self.log_in.clone()
    }

    /// Whether some role on the way wants a code.
    pub(super) fn wants_code(&self) -> bool {
        self.roles().any(|roles| roles.hop_with_device().is_some())
    }

    /// That `code` can't be one, where some role wants one: nothing need be asked to know that.
    pub(super) fn check_code(&self, code: &Code) -> Result<(), Failure> {
        match self.roles().find_map(Roles::hop_with_device) {
            Some(hop) if !code.is_six_digits() => {
                Err(hop.wants_code("The code must be six digits. It was not sent."))
            }
            _ => Ok(()),
        }
    }

    fn roles(&self) -> impl Iterator<Item = &Roles> {
        self.links.iter().filter_map(|link| match link {
            Link::Roles(_, roles) => Some(roles.as_ref()),
            Link::Source(_) => None,
        })
    }
}
