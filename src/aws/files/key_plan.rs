//! From which profile to which the keys come, by the rules of the AWS CLI.

use super::own::{self, EnvironmentToken, OwnKeys};
use super::plan_error::PlanError;
use super::shared_files::SharedFiles;
use super::table::MergedSection;

impl SharedFiles {
    /// How the keys of `profile` are had.
    ///
    /// # Errors
    ///
    /// What keeps them from being had. The CLI refuses it too; to pass over it might end with the keys of
    /// this machine's own role, another account than the one asked for.
    pub(in crate::aws) fn plan(&self, profile: &str, token: &EnvironmentToken) -> Result<KeyPlan, String> {
        KeyPlan::of(self, profile, token).map_err(|PlanError { at, said }| {
            let own = at == profile;
            if own {
                said
            } else {
                format!("The profile {profile:?} gets its credentials from {at:?}. {said}")
            }
        })
    }
}

/// How a profile's keys are had. It holds secrets, and so can't be printed.
pub(in crate::aws) struct KeyPlan {
    /// The profile whose keys are the first; without roles, the one that was asked for.
    pub base: String,
    /// Where they are.
    pub own: OwnKeys,
    /// The roles that are assumed with them one after another, in that order.
    pub roles: Vec<Role>,
}

/// A role as a profile asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::aws) struct Role {
    /// The profile that asks for it.
    pub profile: String,
    /// Its ARN.
    pub arn: String,
    /// What the session is to be called.
    pub session: Option<String>,
    /// What the role's owner wants to hear.
    pub external_id: Option<String>,
    /// How long its keys are to last, in seconds.
    pub seconds: Option<i64>,
    /// The MFA device whose code it wants.
    pub device: Option<String>,
}

enum RoleSource<'a> {
    /// The keys are those of another profile.
    Profile(&'a str),
    /// They are those of a `credential_source`.
    Named(OwnKeys),
}

impl KeyPlan {
    /// Follows the profiles from `name` on.
    pub(super) fn of(files: &SharedFiles, name: &str, token: &EnvironmentToken) -> Result<Self, PlanError> {
        let mut way = vec![name];
        let mut roles = Vec::new();
        let Some(mut profile) = files.profiles.get(name) else {
            let own = own::without_profile(token).map_err(|said| PlanError { at: name.into(), said })?;
            return Ok(Self { base: name.into(), own, roles });
        };
        let (base, own) = loop {
            let at = way[way.len() - 1];
            let error_at = |said| PlanError { at: at.into(), said };
            if let Some(fault) = &profile.fault {
                return Err(error_at(fault.clone()));
            }
            if !is_role(profile) {
                let none = EnvironmentToken::default();
                let token = if roles.is_empty() { token } else { &none };
                break (at, OwnKeys::of(files, at, profile, token).map_err(error_at)?);
            }
            roles.push(Role::of(at, profile).map_err(error_at)?);
            let next = match source(at, profile).map_err(error_at)? {
                RoleSource::Named(own) => break (at, own),
                RoleSource::Profile(next) => next,
            };
            let Some(found) = files.profiles.get(next) else {
                return Err(error_at(no_such_source(at, profile, next)));
            };
            if next != at
                && let Some(start) = way.iter().position(|seen| *seen == next)
            {
                return Err(cycle(files, &way[start..]));
            }
            // Keys of a source win over its role, and a profile that is its own source has keys besides.
            if next == at || has_static_keys(found) {
                if let (Some(fault), true) = (&found.fault, next != at) {
                    return Err(PlanError { at: next.into(), said: fault.clone() });
                }
                let own = OwnKeys::of(files, next, found, &EnvironmentToken::default());
                break (next, own.map_err(|said| PlanError { at: next.into(), said })?);
            }
            way.push(next);
            profile = found;
        };
        if let (OwnKeys::Nothing(why), Some(role)) = (&own, roles.last()) {
            return Err(no_base_keys(files, &role.profile, base, why.as_deref()));
        }
        roles.reverse();
        Ok(Self { base: base.into(), own, roles })
    }
}

impl Role {
    fn of(name: &str, profile: &MergedSection) -> Result<Self, String> {
        // The CLI sends them as they are, and STS refuses them.
        const FILLED: [&str; 3] = ["role_arn", "external_id", "mfa_serial"];
        if let Some(empty) = FILLED.into_iter().find(|setting| profile.get(setting) == Some("")) {
            let at = profile.spot(empty);
            return Err(format!(
                "{at}: the {empty} of the profile {name:?} is empty. Give it a value, or remove it."
            ));
        }
        let setting = |name: &str| profile.get(name).map(str::to_owned);
        Ok(Self {
            profile: name.into(),
            arn: setting("role_arn").unwrap_or_default(),
            session: setting("role_session_name").filter(|name| !name.is_empty()),
            external_id: setting("external_id"),
            // As with the CLI, what is no number is as if it were not there.
            seconds: profile.get("duration_seconds").and_then(number),
            device: setting("mfa_serial"),
        })
    }
}

/// A number as Python reads it: `3_600` too.
fn number(text: &str) -> Option<i64> {
    let is_parted = text.split('_').all(|part| part.ends_with(|c: char| c.is_ascii_digit()));
    if is_parted { text.replace('_', "").parse().ok() } else { None }
}

/// Whether a profile is a role that is assumed with the keys of another.
pub(super) fn is_role(profile: &MergedSection) -> bool {
    profile.get("role_arn").is_some() && profile.get("web_identity_token_file").is_none()
}

fn has_static_keys(profile: &MergedSection) -> bool {
    ["aws_access_key_id", "aws_secret_access_key"].into_iter().any(|key| profile.get(key).is_some())
}

fn source<'a>(name: &str, profile: &'a MergedSection) -> Result<RoleSource<'a>, String> {
    let at = profile.spot("role_arn");
    match (profile.get("source_profile"), profile.get("credential_source")) {
        (Some(_), Some(_)) => Err(format!(
            "{at}: the profile {name:?} has both source_profile and credential_source. Remove one of them."
        )),
        (None, None) => Err(format!(
            "{at}: the profile {name:?} has a role_arn but no credentials for it. Add source_profile, \
             credential_source or web_identity_token_file."
        )),
        (Some(next), None) => Ok(RoleSource::Profile(next)),
        (None, Some(source)) => named(name, profile, source).map(RoleSource::Named),
    }
}

/// The CLI cares for upper and lower case here; nothing else could be meant.
fn named(name: &str, profile: &MergedSection, source: &str) -> Result<OwnKeys, String> {
    match source.to_ascii_lowercase().as_str() {
        "environment" => Ok(OwnKeys::Environment),
        "ec2instancemetadata" => Ok(OwnKeys::Metadata),
        "ecscontainer" => Ok(OwnKeys::Container),
        _ => {
            let at = profile.spot("credential_source");
            Err(format!(
                "{at}: credential_source of the profile {name:?} is {source:?}. It must be Environment, \
                 Ec2InstanceMetadata or EcsContainer."
            ))
        }
    }
}

fn no_such_source(at: &str, profile: &MergedSection, next: &str) -> String {
    let spot = profile.spot("source_profile");
    format!(
        "{spot}: the profile {at:?} gets its credentials from {next:?} (source_profile), and there is no \
         such profile. Fix the name, or add the profile."
    )
}

/// The same words wherever one comes into it, so that it is told once.
fn cycle(files: &SharedFiles, members: &[&str]) -> PlanError {
    let first = members.iter().enumerate().min_by_key(|(_, name)| **name).map_or(0, |(index, _)| index);
    let mut way = [&members[first..], &members[..first]].concat();
    way.push(members[first]);
    let at = spot_of_source(files, members[first]);
    let way = way.join(" → ");
    let said = format!(
        "{at}: profiles get their credentials from each other: {way}. Change one \
                        source_profile."
    );
    PlanError { at: members[0].into(), said }
}

fn no_base_keys(files: &SharedFiles, from: &str, empty: &str, why: Option<&str>) -> PlanError {
    let at = spot_of_source(files, from);
    let said = match why {
        _ if from == empty => format!(
            "{at}: the profile {from:?} gets its credentials from itself (source_profile) and has none. Add \
             them, or name another profile."
        ),
        Some(why) => return PlanError { at: empty.into(), said: why.into() },
        None => format!(
            "{at}: the profile {from:?} gets its credentials from {empty:?} (source_profile), which has \
             none. Add them there, or name another profile."
        ),
    };
    PlanError { at: from.into(), said }
}

fn spot_of_source(files: &SharedFiles, name: &str) -> String {
    files.profiles.get(name).map(|profile| profile.spot("source_profile").to_string()).unwrap_or_default()
}
