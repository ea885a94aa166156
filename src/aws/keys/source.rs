//! One place where keys may be.

use std::path::PathBuf;

use aws_config::ecs::EcsCredentialsProvider;
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_types::os_shim_internal::Env;

use super::console::Console;
use super::environment;
use super::key_config::KeyConfig;
use super::metadata::Metadata;
use super::no_keys::NoKeys;
use super::portal::{Portal, PortalEndpoints};
use super::process::Process;
use super::sendable::{self, Names};
use super::token_file::TokenFile;
use crate::aws::environment::{
    FileSystem,
    written_path::{self, NoHome},
};
use crate::aws::failure::cause;
use crate::aws::files::{OwnKeys, StaticKeys};
use crate::aws::{KeySteps, failure};
use crate::domain::FailureClass;

/// Where the AWS CLI keeps the tokens of log-ins.
const TOKENS: &str = "~/.aws/sso/cache";

/// A place with the words for it.
#[derive(Debug)]
pub(super) struct Source {
    /// What it is called where a failure lists what was tried.
    pub name: String,
    /// What is told while it is tried, where that takes time.
    step: Option<String>,
    /// The file that the SDK reads for it, and would wait for if it were none.
    reads: Option<PathBuf>,
    method: Method,
}

/// How its keys are had.
#[derive(Debug)]
enum Method {
    Variables(Env),
    Fixed(Credentials, Names),
    Process(Process),
    Portal(Box<Portal>),
    Console(Console),
    TokenFile(Box<TokenFile>),
    /// A provider of the SDK's, and why it has nothing where it has no words for that.
    Sdk(SharedCredentialsProvider, &'static str),
    /// The same, where any failure means that there is nothing here.
    IfPresent(SharedCredentialsProvider),
    /// Nothing, for this reason.
    Nothing(String),
    /// Keys that can't be had here, for this reason: a sentence.
    Unusable(String),
}

impl Source {
    /// `provider` by its name.
    pub(super) fn new(name: &str, provider: impl ProvideCredentials + 'static) -> Self {
        Self::of(name, Method::Sdk(SharedCredentialsProvider::new(provider), "nothing there"))
    }

    /// A place without keys, and why.
    pub(super) fn nothing(name: &str, why: &str) -> Self {
        Self::of(name, Method::Nothing(why.into()))
    }

    /// Keys in variables.
    pub(super) fn environment(config: &KeyConfig) -> Self {
        Self::of("Environment", Method::Variables(config.env.clone()))
    }

    /// The keys that the profile `name` has itself.
    pub(super) fn profile(config: &KeyConfig, name: &str, own: OwnKeys) -> Self {
        let of = |method| Self::of(&format!("profile {name}"), method);
        match own {
            OwnKeys::Environment => Self::environment(config),
            OwnKeys::Metadata => Self::metadata(config),
            OwnKeys::Container => Self::container(config),
            OwnKeys::Static(pair) => of(fixed(name, pair)),
            OwnKeys::Process(command) => {
                let process = Process::new(name, &command);
                of(Method::Process(process)).told(format!("credential_process of profile {name}"))
            }
            OwnKeys::Sso(login) => {
                let cache = written_path::expanded(TOKENS, config.env).map_err(|no_home| match no_home {
                    NoHome::Unset => format!("HOME is not set, so {TOKENS} can't be found. Set HOME."),
                    NoHome::Unusable(said) => said,
                });
                let endpoints = match PortalEndpoints::configured(config) {
                    Ok(endpoints) => endpoints,
                    Err(failure) => return of(Method::Unusable(failure.message.into())),
                };
                let portal = Portal::new(name, login, cache, config.sdk, endpoints);
                let words = portal.words();
                of(Method::Portal(Box::new(portal))).told(words)
            }
            OwnKeys::WebIdentity(identity) => {
                let of_profile = format!("the token file of profile {name}");
                let is_from_environment = identity.is_from_environment;
                let words = if is_from_environment {
                    "the token file from the environment".into()
                } else {
                    of_profile
                };
                of(Method::TokenFile(Box::new(TokenFile::new(identity, config.sts.clone())))).told(words)
            }
            OwnKeys::Console => {
                let console = Console::new(name);
                let words = console.words();
                of(Method::Console(console)).told(words)
            }
            OwnKeys::Nothing(Some(remark)) => of(Method::Nothing(remark.trim_end_matches('.').into())),
            OwnKeys::Nothing(None) if config.profile == (name, false) => {
                of(Method::Nothing("no such profile".into()))
            }
            OwnKeys::Nothing(None) => of(Method::Nothing("no credentials there".into())),
        }
    }

    /// What runs this program in a container.
    pub(super) fn container(config: &KeyConfig) -> Self {
        let provider = EcsCredentialsProvider::builder().configure(&config.provider).build();
        let is_set = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"]
            .into_iter()
            .any(|name| config.variable(name).is_some());
        let otherwise = "AWS_CONTAINER_CREDENTIALS_FULL_URI not set";
        let source = Self {
            reads: config.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE").map(PathBuf::from),
            ..Self::of("container", Method::Sdk(SharedCredentialsProvider::new(provider), otherwise))
        };
        if is_set { source.told("the container's credentials".into()) } else { source }
    }

    /// The instance this program runs on, if it is one.
    pub(super) fn metadata(config: &KeyConfig) -> Self {
        let off = config.variable("AWS_EC2_METADATA_DISABLED");
        let off = off.is_some_and(|value| value.eq_ignore_ascii_case("true"));
        let provider = SharedCredentialsProvider::new(Metadata::configured(config));
        let source = Self::of("instance metadata", Method::IfPresent(provider));
        if off { source } else { source.told(Metadata::words(config)) }
    }

    /// Its keys. What is no file is not read: the SDK would wait for it, and all else with it.
    pub(super) async fn keys(&self, steps: &KeySteps) -> Result<Credentials, NoKeys> {
        if self.step.is_some() {
            steps.tell(self.step.as_deref());
        }
        if let Some(path) = self.reads.as_ref().filter(|path| FileSystem::is_waited_for(path)) {
            let path = path.display();
            let said = format!("{path}, which {} needs, is not a file. Put a file there.", self.name);
            return Err(NoKeys::failed(FailureClass::BadConfig, &said));
        }
        match &self.method {
            Method::Variables(env) => environment::keys(env),
            Method::Fixed(keys, names) => sendable::checked(keys.clone(), names),
            Method::Process(process) => process.keys().await,
            Method::Portal(portal) => portal.keys().await,
            Method::Console(console) => console.keys().await,
            Method::TokenFile(file) => file.keys().await,
            Method::Sdk(provider, otherwise) => match provider.provide_credentials().await {
                Ok(keys) => sendable::checked(keys, &Names::of(&self.name)),
                Err(error) => Err(refused(&error, otherwise)),
            },
            Method::IfPresent(provider) => match provider.provide_credentials().await {
                Ok(keys) => sendable::checked(keys, &Names::of(&self.name)),
                Err(error @ CredentialsError::InvalidConfiguration(_)) => {
                    Err(failure::of_keys(&error).into())
                }
                Err(error) => Err(nothing(&error, "nothing there")),
            },
            Method::Nothing(why) => Err(NoKeys::NotSetUp(why.clone())),
            Method::Unusable(said) => Err(NoKeys::failed(FailureClass::BadConfig, said)),
        }
    }

    /// The same, told in these words while it is tried.
    fn told(self, step: String) -> Self {
        Self { step: Some(step), ..self }
    }

    fn of(name: &str, method: Method) -> Self {
        Self { name: name.to_owned(), step: None, reads: None, method }
    }
}

fn fixed(profile: &str, pair: StaticKeys) -> Method {
    let name = |setting: &str| format!("The {setting} of profile {profile}");
    let names = Names { id: name("aws_access_key_id"), token: name("session token") };
    Method::Fixed(Credentials::new(pair.id, pair.secret, pair.token, None, "profile"), names)
}

fn refused(error: &CredentialsError, otherwise: &str) -> NoKeys {
    match error {
        CredentialsError::CredentialsNotLoaded(_) => nothing(error, otherwise),
        _ => failure::of_keys(error).into(),
    }
}

fn nothing(error: &CredentialsError, otherwise: &str) -> NoKeys {
    let words = cause::chain(error);
    let vague = ["", "environment variable not set", "ECS provider not configured"];
    NoKeys::NotSetUp(if vague.contains(&words.as_str()) { otherwise.to_owned() } else { words })
}
