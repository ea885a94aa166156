//! One place where keys may be.

use std::path::PathBuf;

use aws_config::ecs::EcsCredentialsProvider;
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_types::os_shim_internal::Env;

use super::console::Console;
use super::environment;
use super::metadata::Metadata;
use super::portal::{Endpoints, Portal};
use super::process::Process;
use super::refused::Refused;
use super::sendable::{self, Names};
use super::setting::Setting;
use super::token_file::TokenFile;
use crate::aws::environment::{
    FileSystem,
    written_path::{self, Nowhere},
};
use crate::aws::failure::cause;
use crate::aws::files::{Own, Pair};
use crate::aws::{Steps, failure};
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
    way: Way,
}

/// How its keys are had.
#[derive(Debug)]
enum Way {
    Variables(Env),
    Fixed(Credentials, Names),
    Process(Process),
    Portal(Box<Portal>),
    Console(Console),
    TokenFile(Box<TokenFile>),
    /// A provider of the SDK's, and why it has nothing where it has no words for that.
    Sdk(SharedCredentialsProvider, &'static str),
    /// The same, where any failure means that there is nothing here.
    Perhaps(SharedCredentialsProvider),
    /// Nothing, for this reason.
    Nothing(String),
    /// Keys that can't be had here, for this reason: a sentence.
    Unusable(String),
}

impl Source {
    /// `provider` by its name.
    pub(super) fn new(name: &str, provider: impl ProvideCredentials + 'static) -> Self {
        Self::of(name, Way::Sdk(SharedCredentialsProvider::new(provider), "nothing there"))
    }

    /// A place without keys, and why.
    pub(super) fn nothing(name: &str, why: &str) -> Self {
        Self::of(name, Way::Nothing(why.into()))
    }

    /// Keys in variables.
    pub(super) fn environment(setting: &Setting) -> Self {
        Self::of("Environment", Way::Variables(setting.env.clone()))
    }

    /// The keys that the profile `name` has itself.
    pub(super) fn profile(setting: &Setting, name: &str, own: Own) -> Self {
        let of = |way| Self::of(&format!("profile {name}"), way);
        match own {
            Own::Environment => Self::environment(setting),
            Own::Metadata => Self::metadata(setting),
            Own::Container => Self::container(setting),
            Own::Static(pair) => of(fixed(name, pair)),
            Own::Process(command) => {
                let process = Process::new(name, &command);
                of(Way::Process(process)).told(format!("credential_process of profile {name}"))
            }
            Own::Sso(login) => {
                let cache = written_path::expanded(TOKENS, setting.env).map_err(|nowhere| match nowhere {
                    Nowhere::Homeless => format!("HOME is not set, so {TOKENS} can't be found. Set HOME."),
                    Nowhere::OddHome(said) => said,
                });
                let endpoints = match Endpoints::configured(setting) {
                    Ok(endpoints) => endpoints,
                    Err(failure) => return of(Way::Unusable(failure.message.into())),
                };
                let portal = Portal::new(name, login, cache, setting.sdk, endpoints);
                let words = portal.words();
                of(Way::Portal(Box::new(portal))).told(words)
            }
            Own::WebIdentity(identity) => {
                let of_profile = format!("the token file of profile {name}");
                let is_outside = identity.is_outside;
                let words = if is_outside { "the token file of the environment".into() } else { of_profile };
                of(Way::TokenFile(Box::new(TokenFile::new(identity, setting.sts.clone())))).told(words)
            }
            Own::Console => {
                let console = Console::new(name);
                let words = console.words();
                of(Way::Console(console)).told(words)
            }
            Own::Nothing(Some(remark)) => of(Way::Nothing(remark.trim_end_matches('.').into())),
            Own::Nothing(None) if setting.profile == (name, false) => {
                of(Way::Nothing("no such profile".into()))
            }
            Own::Nothing(None) => of(Way::Nothing("no keys there".into())),
        }
    }

    /// What runs this program in a container.
    pub(super) fn container(setting: &Setting) -> Self {
        let provider = EcsCredentialsProvider::builder().configure(&setting.provider).build();
        let is_set = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"]
            .into_iter()
            .any(|name| setting.variable(name).is_some());
        let otherwise = "AWS_CONTAINER_CREDENTIALS_FULL_URI not set";
        let source = Self {
            reads: setting.variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE").map(PathBuf::from),
            ..Self::of("container", Way::Sdk(SharedCredentialsProvider::new(provider), otherwise))
        };
        if is_set { source.told("the container's credentials".into()) } else { source }
    }

    /// The instance this program runs on, if it is one.
    pub(super) fn metadata(setting: &Setting) -> Self {
        let off = setting.variable("AWS_EC2_METADATA_DISABLED");
        let off = off.is_some_and(|value| value.eq_ignore_ascii_case("true"));
        let provider = SharedCredentialsProvider::new(Metadata::configured(setting));
        let source = Self::of("instance metadata", Way::Perhaps(provider));
        if off { source } else { source.told(Metadata::words(setting)) }
    }

    /// Its keys. What is no file is not read: the SDK would wait for it, and all else with it.
    pub(super) async fn keys(&self, steps: &Steps) -> Result<Credentials, Refused> {
        if self.step.is_some() {
            steps.tell(self.step.as_deref());
        }
        if let Some(path) = self.reads.as_ref().filter(|path| FileSystem::is_waited_for(path)) {
            let path = path.display();
            let said = format!("{path}, which {} needs, is not a file. Put a file there.", self.name);
            return Err(Refused::failed(FailureClass::BadConfig, &said));
        }
        match &self.way {
            Way::Variables(env) => environment::keys(env),
            Way::Fixed(keys, names) => sendable::judged(keys.clone(), names),
            Way::Process(process) => process.keys().await,
            Way::Portal(portal) => portal.keys().await,
            Way::Console(console) => console.keys().await,
            Way::TokenFile(file) => file.keys().await,
            Way::Sdk(provider, otherwise) => match provider.provide_credentials().await {
                Ok(keys) => sendable::judged(keys, &Names::of(&self.name)),
                Err(error) => Err(refused(&error, otherwise)),
            },
            Way::Perhaps(provider) => match provider.provide_credentials().await {
                Ok(keys) => sendable::judged(keys, &Names::of(&self.name)),
                Err(error @ CredentialsError::InvalidConfiguration(_)) => {
                    Err(failure::of_keys(&error).into())
                }
                Err(error) => Err(nothing(&error, "nothing there")),
            },
            Way::Nothing(why) => Err(Refused::Nothing(why.clone())),
            Way::Unusable(said) => Err(Refused::failed(FailureClass::BadConfig, said)),
        }
    }

    /// The same, told in these words while it is tried.
    fn told(self, step: String) -> Self {
        Self { step: Some(step), ..self }
    }

    fn of(name: &str, way: Way) -> Self {
        Self { name: name.to_owned(), step: None, reads: None, way }
    }
}

fn fixed(profile: &str, pair: Pair) -> Way {
    let name = |setting: &str| format!("The {setting} of profile {profile}");
    let names = Names { id: name("aws_access_key_id"), token: name("session token") };
    Way::Fixed(Credentials::new(pair.id, pair.secret, pair.token, None, "profile"), names)
}

fn refused(error: &CredentialsError, otherwise: &str) -> Refused {
    match error {
        CredentialsError::CredentialsNotLoaded(_) => nothing(error, otherwise),
        _ => failure::of_keys(error).into(),
    }
}

fn nothing(error: &CredentialsError, otherwise: &str) -> Refused {
    let words = cause::chain(error);
    let vague = ["", "environment variable not set", "ECS provider not configured"];
    Refused::Nothing(if vague.contains(&words.as_str()) { otherwise.to_owned() } else { words })
}
