//! The keys that a profile has without the help of another, in the AWS CLI's order.

use aws_types::os_shim_internal::Env;

use super::shared_files::SharedFiles;
use super::sso::{self, SsoSettings};
use super::table::{Half, MergedSection};
use crate::aws::environment::variable;
use crate::domain::{Failure, KeySource};

/// Where keys are. It holds secrets, and so can't be printed.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::aws) enum OwnKeys {
    /// Variables.
    Environment,
    /// The instance metadata service.
    Metadata,
    /// What runs this program in a container.
    Container,
    /// A token in a file, and the role that it is good for.
    WebIdentity(WebIdentity),
    /// A log-in to IAM Identity Center.
    Sso(SsoSettings),
    /// The file itself.
    Static(StaticKeys),
    /// A session of `aws login`.
    Console,
    /// What a command prints.
    Process(String),
    /// Nowhere; and where something is there that is not enough, what is wrong with it.
    Nothing(Option<String>),
}

/// Keys as they stand in a file.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::aws) struct StaticKeys {
    /// The access key id.
    pub id: String,
    /// The secret key.
    pub secret: String,
    /// The session token.
    pub token: Option<String>,
}

/// A role that is assumed with a token in a file.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::aws) struct WebIdentity {
    /// The file with the token, as it was written.
    pub file: String,
    /// Whether a variable names the file, and not the profile.
    pub is_from_environment: bool,
    /// The role.
    pub arn: String,
    /// What the session is to be called.
    pub session: Option<String>,
}

/// What the environment says of a token file. It wins over a profile that was not asked for by flag.
#[derive(Debug, Clone, Default)]
pub(in crate::aws) struct EnvironmentToken {
    file: Option<String>,
    arn: Option<String>,
    session: Option<String>,
}

impl EnvironmentToken {
    /// The variables, as they are.
    ///
    /// # Errors
    ///
    /// [`crate::domain::FailureClass::BadConfig`] where one is not UTF-8.
    pub(in crate::aws) fn of(env: &Env) -> Result<Self, Failure> {
        Ok(Self {
            file: variable::read(env, FILE)?,
            arn: variable::read(env, ARN)?,
            session: variable::read(env, "AWS_ROLE_SESSION_NAME")?,
        })
    }
}

const FILE: &str = "AWS_WEB_IDENTITY_TOKEN_FILE";
const ARN: &str = "AWS_ROLE_ARN";
const ID: &str = "aws_access_key_id";
const SECRET: &str = "aws_secret_access_key";

impl OwnKeys {
    /// The keys of `profile`, whose name is `name`.
    pub(super) fn of(
        files: &SharedFiles,
        name: &str,
        profile: &MergedSection,
        token: &EnvironmentToken,
    ) -> Result<Self, String> {
        let setting = |name: &str| profile.get(name).map(str::to_owned);
        if let Some(identity) = web_identity(Some((name, profile)), token)? {
            return Ok(Self::WebIdentity(identity));
        }
        if sso::is_meant(profile) {
            return sso::settings(files, name, profile).map(Self::Sso);
        }
        if let Some(keys) = static_keys(name, profile, profile.in_credentials(), profile.in_config())? {
            return Ok(Self::Static(keys));
        }
        if setting("login_session").is_some() {
            return Ok(Self::Console);
        }
        if let Some(command) = setting("credential_process") {
            return Ok(Self::Process(command));
        }
        if let Some(keys) = static_keys(name, profile, profile.in_config(), profile.in_credentials())? {
            return Ok(Self::Static(keys));
        }
        Ok(Self::Nothing(remark(name, profile)))
    }
}

/// Where the keys of `profile` are, going by what is set and not by whether it is right.
pub(super) fn source(profile: &MergedSection) -> KeySource {
    let has = |name: &str| profile.get(name).is_some();
    let has_keys = |half: Half| [ID, SECRET].into_iter().any(|key| half.get(key).is_some());
    match () {
        () if has("web_identity_token_file") => KeySource::WebIdentity,
        () if sso::is_meant(profile) => KeySource::Sso,
        () if profile.in_credentials().get(ID).is_some() => KeySource::Static,
        () if has("login_session") => KeySource::Console,
        () if has("credential_process") => KeySource::Process,
        () if has_keys(profile.in_config()) || has_keys(profile.in_credentials()) => KeySource::Static,
        () => KeySource::Elsewhere,
    }
}

/// The keys where there is no such profile: a token file of the environment, or nothing.
pub(super) fn without_profile(token: &EnvironmentToken) -> Result<OwnKeys, String> {
    Ok(web_identity(None, token)?.map_or(OwnKeys::Nothing(None), OwnKeys::WebIdentity))
}

/// Each of its parts is the environment's, or else the profile's.
fn web_identity(
    profile: Option<(&str, &MergedSection)>,
    token: &EnvironmentToken,
) -> Result<Option<WebIdentity>, String> {
    let setting = |name: &str| profile.and_then(|(_, profile)| profile.get(name)).map(str::to_owned);
    let of_profile = setting("web_identity_token_file");
    let Some(file) = token.file.clone().or_else(|| of_profile.clone()).filter(|file| !file.is_empty()) else {
        return Ok(None);
    };
    let arn = token.arn.clone().or_else(|| setting("role_arn")).filter(|arn| !arn.is_empty());
    let session = token.session.clone().or_else(|| setting("role_session_name"));
    let session = session.filter(|session| !session.is_empty());
    let is_from_environment = token.file.is_some();
    match (arn, profile) {
        (Some(arn), _) => Ok(Some(WebIdentity { file, is_from_environment, arn, session })),
        (None, Some((name, profile))) if token.file.is_none() => {
            let at = profile.spot("web_identity_token_file");
            Err(format!(
                "{at}: the profile {name:?} has a web_identity_token_file but no role_arn. Add it, or set {ARN}."
            ))
        }
        (None, _) => Err(format!("{FILE} is set and {ARN} is not: set both, or neither.")),
    }
}

/// Keys that stand in `half` of a profile. Those of the other half are not joined with them: they may be
/// another account's.
fn static_keys(
    name: &str,
    profile: &MergedSection,
    half: Half,
    other: Half,
) -> Result<Option<StaticKeys>, String> {
    let Some(id) = half.get(ID) else { return Ok(None) };
    let at = half.spot(ID);
    let Some(secret) = half.get(SECRET) else {
        return Err(match other.get(SECRET) {
            Some(_) => format!(
                "{at}: the profile {name:?} has an {ID} here and its {SECRET} in another file ({}). \
                 Keep both in one.",
                profile.spot(SECRET)
            ),
            None => format!(
                "{at}: the profile {name:?} has an {ID} but no {SECRET}. Add it, or remove the other."
            ),
        });
    };
    if id.is_empty() {
        return Err(format!(
            "{at}: the {ID} of the profile {name:?} is empty. Give it a value, or remove it."
        ));
    }
    let token = half.get("aws_security_token").or_else(|| half.get("aws_session_token"));
    let token = token.filter(|token| !token.is_empty()).map(str::to_owned);
    Ok(Some(StaticKeys { id: id.into(), secret: secret.into(), token }))
}

/// What is there of keys, where it is not enough for any.
fn remark(name: &str, profile: &MergedSection) -> Option<String> {
    if let Some(given) = [SECRET, "aws_session_token", "aws_security_token"]
        .into_iter()
        .find(|setting| profile.get(setting).is_some())
    {
        let at = profile.spot(given);
        return Some(format!(
            "{at}: the profile {name:?} has an {given} but no {ID}. Add it, or remove the other."
        ));
    }
    sso::remark(name, profile)
}
