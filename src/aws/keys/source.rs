//! One place where keys may be.

use std::path::PathBuf;

use aws_config::ecs::EcsCredentialsProvider;
use aws_config::environment::credentials::EnvironmentVariableCredentialsProvider;
use aws_config::profile::{Profile, ProfileFileCredentialsProvider};
use aws_config::web_identity_token::WebIdentityTokenCredentialsProvider;
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};

use super::metadata::Metadata;
use super::profile_keys::ProfileKeys;
use super::refused::Refused;
use super::setting::Setting;
use super::sso;
use crate::aws::file_system::FileSystem;
use crate::aws::{Steps, cause, failure};
use crate::domain::FailureClass;

/// A provider of keys, with the words for it.
#[derive(Debug)]
pub(super) struct Source {
    /// What it is called where a failure lists what was tried.
    pub name: String,
    /// What is told while it is tried, where that takes time.
    step: Option<String>,
    /// Why it has nothing, where the SDK has no words for that.
    otherwise: &'static str,
    /// The profile whose log-in to SSO it goes by.
    sso: Option<String>,
    /// The files that the SDK reads for it, and would wait for if they were none.
    reads: Vec<PathBuf>,
    provider: SharedCredentialsProvider,
    /// Whether any failure means that there is nothing here.
    meek: bool,
}

impl Source {
    /// `provider` by its name.
    pub(super) fn new(name: &str, provider: impl ProvideCredentials + 'static) -> Self {
        Self {
            name: name.to_owned(),
            step: None,
            otherwise: "nothing there",
            sso: None,
            reads: Vec::new(),
            provider: SharedCredentialsProvider::new(provider),
            meek: false,
        }
    }

    /// Keys in variables.
    pub(super) fn environment(setting: &Setting) -> Self {
        let otherwise = match setting.variable("AWS_ACCESS_KEY_ID") {
            Some(_) => "AWS_SECRET_ACCESS_KEY not set",
            None => "AWS_ACCESS_KEY_ID not set",
        };
        let provider = EnvironmentVariableCredentialsProvider::new();
        Self { otherwise, ..Self::new("Environment", provider) }
    }

    /// What the shared files say of the profile `name`, by the SDK's reading.
    pub(super) fn profile(setting: &Setting, name: &str) -> Self {
        let profile = setting.files.get_profile(name);
        let metadata = SharedCredentialsProvider::new(Metadata::configured(setting));
        let (config, files, named) = (setting.provider.clone(), setting.shared.clone(), name.to_owned());
        let provider = ProfileKeys::new(move || {
            ProfileFileCredentialsProvider::builder()
                .configure(&config)
                .profile_files(files.clone())
                .profile_name(named.clone())
                .with_custom_provider("Ec2InstanceMetadata", metadata.clone())
                .build()
        });
        let mut reads: Vec<_> = profile
            .and_then(|profile| profile.get("web_identity_token_file"))
            .map(PathBuf::from)
            .into_iter()
            .collect();
        if profile.is_some_and(sso::has_settings) {
            reads.extend(sso::cached(setting));
        }
        Self {
            reads,
            step: profile.and_then(|profile| step(setting, profile)),
            otherwise: if profile.is_some() { "no keys there" } else { "no such profile" },
            sso: profile.filter(|profile| sso::has_settings(profile)).map(|_| name.to_owned()),
            ..Self::new(&format!("profile {name}"), provider)
        }
    }

    /// A token file of the environment, as in Kubernetes.
    pub(super) fn web_identity(setting: &Setting) -> Self {
        let provider = WebIdentityTokenCredentialsProvider::builder().configure(&setting.provider).build();
        let file = setting.variable("AWS_WEB_IDENTITY_TOKEN_FILE");
        Self {
            reads: file.iter().map(PathBuf::from).collect(),
            step: file.is_some().then(|| "the token file of the environment".to_owned()),
            ..Self::new("web identity", provider)
        }
    }

    /// What runs this program in a container.
    pub(super) fn container(setting: &Setting) -> Self {
        let provider = EcsCredentialsProvider::builder().configure(&setting.provider).build();
        let is_set = ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"]
            .into_iter()
            .any(|name| setting.variable(name).is_some());
        Self {
            reads: setting
                .variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")
                .iter()
                .map(PathBuf::from)
                .collect(),
            step: is_set.then(|| "the container's credentials".to_owned()),
            otherwise: "AWS_CONTAINER_CREDENTIALS_FULL_URI not set",
            ..Self::new("container", provider)
        }
    }

    /// The instance this program runs on, if it is one.
    pub(super) fn metadata(setting: &Setting) -> Self {
        let off = setting.variable("AWS_EC2_METADATA_DISABLED");
        let off = off.is_some_and(|value| value.eq_ignore_ascii_case("true"));
        Self {
            step: (!off).then(|| Metadata::words(setting)),
            meek: true,
            ..Self::new("instance metadata", Metadata::configured(setting))
        }
    }

    /// The source that a `credential_source` names.
    pub(super) fn named(setting: &Setting, name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "environment" => Some(Self::environment(setting)),
            "ec2instancemetadata" => Some(Self::metadata(setting)),
            "ecscontainer" => Some(Self::container(setting)),
            _ => None,
        }
    }

    /// The same, told in these words while it is tried.
    pub(super) fn told(self, step: String) -> Self {
        Self { step: Some(step), ..self }
    }

    /// Its keys. What is no file is not read: the SDK would wait for it, and all else with it.
    pub(super) async fn keys(&self, steps: &Steps) -> Result<Credentials, Refused> {
        if self.step.is_some() {
            steps.tell(self.step.as_deref());
        }
        if let Some(path) = self.reads.iter().find(|path| FileSystem::is_waited_for(path)) {
            let path = path.display();
            let said = format!("{path}, which {} needs, is not a file. Put a file there.", self.name);
            return Err(Refused::failed(FailureClass::BadConfig, &said));
        }
        self.provider.provide_credentials().await.map_err(|error| self.refused(&error))
    }

    /// The SDK's words would be about how this program was built.
    fn has_console_session(&self) -> String {
        format!(
            "The keys of {name} come from `aws login` (login_session), which sagescope can't use itself. Give another \
             profile the line `credential_process = aws configure export-credentials --format process --profile \
             {bare}` and choose that one.",
            name = self.name,
            bare = self.name.trim_start_matches("profile ")
        )
    }

    fn refused(&self, error: &CredentialsError) -> Refused {
        let is_nothing = match error {
            CredentialsError::CredentialsNotLoaded(_) => true,
            CredentialsError::InvalidConfiguration(_) => false,
            _ => self.meek,
        };
        if is_nothing {
            let words = cause::chain(error).trim_start_matches('$').to_owned();
            let vague = ["", "environment variable not set", "ECS provider not configured"];
            let why = if vague.contains(&words.as_str()) { self.otherwise.to_owned() } else { words };
            return Refused::Nothing(why);
        }
        if cause::chain(error).contains("credentials-login") {
            return Refused::failed(FailureClass::BadConfig, &self.has_console_session());
        }
        let of_log_in = self.sso.as_deref().and_then(|profile| sso::failure(profile, error));
        of_log_in.unwrap_or_else(|| failure::of_keys(error)).into()
    }
}

/// What is tried with a profile that is no role, by the kind it is of; keys in the file take no time.
fn step(setting: &Setting, profile: &Profile) -> Option<String> {
    let name = profile.name();
    let has = |setting: &str| profile.get(setting).is_some();
    if let Some(source) = profile.get("credential_source") {
        return Source::named(setting, source)?.step;
    }
    match () {
        () if has("web_identity_token_file") => Some(format!("the token file of profile {name}")),
        () if sso::has_settings(profile) => Some(format!("the SSO portal for profile {name}")),
        () if has("credential_process") => Some(format!("credential_process of profile {name}")),
        () if has("role_arn") => Some(format!("the role of profile {name}")),
        () => None,
    }
}
