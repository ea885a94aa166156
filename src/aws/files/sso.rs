//! The SSO settings of a profile, by the rules of the AWS CLI.

use super::heading::quoted;
use super::shared_files::SharedFiles;
use super::table::MergedSection;

/// The settings that make a profile one of SSO; one of them is enough.
const OF_PROFILE: [&str; 2] = ["sso_account_id", "sso_role_name"];

/// The settings that a session holds for its profiles.
const OF_SESSION: [&str; 2] = ["sso_start_url", "sso_region"];

/// A log-in to IAM Identity Center, and the keys that are wanted of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::aws) struct SsoSettings {
    /// The session; without one the start URL stands for it.
    pub session: Option<String>,
    /// Where a person logs in.
    pub start_url: String,
    /// The region of the portal.
    pub region: String,
    /// The account whose keys are wanted.
    pub account: String,
    /// The role in it.
    pub role: String,
}

/// Whether a profile has its keys from SSO. Without account and role it is for other uses of a log-in.
pub(super) fn is_meant(profile: &MergedSection) -> bool {
    OF_PROFILE.iter().any(|name| profile.get(name).is_some())
}

/// The log-in of the profile `name`.
///
/// # Errors
///
/// What keeps its SSO settings from being used, as a sentence.
pub(super) fn settings(
    files: &SharedFiles,
    name: &str,
    profile: &MergedSection,
) -> Result<SsoSettings, String> {
    let session = profile.get("sso_session");
    let holder = match session {
        Some(session) => session_of(files, name, profile, session)?,
        None => profile,
    };
    let called = match session {
        Some(session) => format!("the SSO session {session:?}"),
        None => format!("the profile {name:?}"),
    };
    if let Some(lacking) = OF_SESSION.into_iter().find(|setting| is_lacking(holder, setting)) {
        return Err(format!("{}: {called} has no {lacking}. Add it.", holder.at));
    }
    if let Some(lacking) = OF_PROFILE.into_iter().find(|setting| is_lacking(profile, setting)) {
        let given = OF_PROFILE.into_iter().find(|setting| *setting != lacking).unwrap_or_default();
        let at = profile.spot(given);
        return Err(format!("{at}: the profile {name:?} has an {given} but no {lacking}. Add it."));
    }
    let text = |entry: &MergedSection, setting: &str| entry.get(setting).unwrap_or_default().to_owned();
    let [start_url, region] = OF_SESSION.map(|setting| text(holder, setting));
    let [account, role] = OF_PROFILE.map(|setting| text(profile, setting));
    Ok(SsoSettings { session: session.map(str::to_owned), start_url, region, account, role })
}

/// What is there of SSO, where it is not enough for keys.
pub(super) fn remark(name: &str, profile: &MergedSection) -> Option<String> {
    let given = ["sso_session", "sso_start_url", "sso_region"]
        .into_iter()
        .find(|name| profile.get(name).is_some())?;
    Some(format!(
        "{}: the profile {name:?} has SSO settings but no sso_account_id and no sso_role_name. \
         Add both, as with `aws configure sso`.",
        profile.spot(given)
    ))
}

fn session_of<'a>(
    files: &'a SharedFiles,
    name: &str,
    profile: &MergedSection,
    called: &str,
) -> Result<&'a MergedSection, String> {
    let Some(session) = files.sso_sessions.get(called) else {
        let at = profile.spot("sso_session");
        return Err(format!(
            "{at}: the profile {name:?} names the SSO session {called:?}, and there is none. Add \
             [sso-session {}] to the config file, or fix the name.",
            quoted(called)
        ));
    };
    if let Some(fault) = &session.fault {
        return Err(fault.clone());
    }
    for setting in OF_SESSION.into_iter().filter(|setting| session.get(setting).is_some()) {
        if profile.get(setting).is_some_and(|value| session.get(setting) != Some(value)) {
            let (at, other) = (profile.spot(setting), session.spot(setting));
            return Err(format!(
                "{at}: {setting} of the profile {name:?} differs from that of its SSO session ({other}). \
                 Remove it from the profile."
            ));
        }
    }
    Ok(session)
}

fn is_lacking(entry: &MergedSection, setting: &str) -> bool {
    entry.get(setting).is_none_or(str::is_empty)
}
