//! Whether the SSO settings of a profile hang together, by the SDK's rules.

use super::Files;
use super::table::Entry;

/// The settings that make a profile one of SSO.
const ALL: [&str; 5] = ["sso_account_id", "sso_region", "sso_role_name", "sso_start_url", "sso_session"];

/// The settings that a session holds for its profiles.
pub(super) const IN_SESSION: [&str; 2] = ["sso_start_url", "sso_region"];

/// Whether a profile has any SSO setting; for the SDK one is enough.
pub(super) fn is_meant(profile: &Entry) -> bool {
    ALL.iter().any(|name| profile.get(name).is_some())
}

/// What keeps the SSO settings of the profile `name` from being used, as a sentence.
pub(super) fn check(files: &Files, name: &str, profile: &Entry) -> Result<(), String> {
    match profile.get("sso_session") {
        Some(session) => session_fits(files, name, profile, session)?,
        None => complete(profile, &format!("the profile {name:?}"))?,
    }
    let at = &profile.at;
    match (profile.get("sso_account_id"), profile.get("sso_role_name")) {
        (Some(_), Some(_)) => Ok(()),
        (Some(_), None) => {
            let at = profile.spot("sso_account_id");
            Err(format!("{at}: the profile {name:?} has an sso_account_id but no sso_role_name. Add it."))
        }
        (None, Some(_)) => {
            let at = profile.spot("sso_role_name");
            Err(format!("{at}: the profile {name:?} has an sso_role_name but no sso_account_id. Add it."))
        }
        (None, None) => Err(format!(
            "{at}: the profile {name:?} has SSO settings but no sso_account_id and no sso_role_name. \
             Add both, as with `aws configure sso`."
        )),
    }
}

fn session_fits(files: &Files, name: &str, profile: &Entry, called: &str) -> Result<(), String> {
    let Some(session) = files.sso_sessions.get(called) else {
        let at = profile.spot("sso_session");
        return Err(format!(
            "{at}: the profile {name:?} names the SSO session {called:?}, and there is none. \
             Add [sso-session {called}] to the config file, or correct the name."
        ));
    };
    if let Some(fault) = &session.fault {
        return Err(fault.clone());
    }
    complete(session, &format!("the SSO session {called:?}"))?;
    for setting in IN_SESSION {
        if profile.get(setting).is_some_and(|value| session.get(setting) != Some(value)) {
            let (at, other) = (profile.spot(setting), session.spot(setting));
            return Err(format!(
                "{at}: {setting} of the profile {name:?} differs from that of its SSO session ({other}). \
                 Remove it from the profile."
            ));
        }
    }
    Ok(())
}

fn complete(entry: &Entry, called: &str) -> Result<(), String> {
    let lacks = IN_SESSION.iter().find(|setting| entry.get(setting).is_none_or(str::is_empty));
    match lacks {
        Some(setting) => Err(format!("{}: {called} has no {setting}. Add it.", entry.at)),
        None => Ok(()),
    }
}
