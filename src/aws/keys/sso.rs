//! Log-ins of IAM Identity Center: whose it is, and what its failures mean.

use std::path::PathBuf;
use std::{fs, io};

use aws_config::profile::Profile;
use aws_credential_types::provider::error::CredentialsError;

use super::setting::Setting;
use crate::aws::cause;
use crate::aws::lost::Lost;
use crate::domain::{Failure, FailureClass};

/// Whether `profile` itself has its keys from SSO.
pub(super) fn has_settings(profile: &Profile) -> bool {
    profile.get("web_identity_token_file").is_none()
        && ["sso_session", "sso_start_url"].into_iter().any(|name| profile.get(name).is_some())
}

/// The files in which the AWS CLI and the SDK keep log-ins; which of them counts, the SDK knows.
pub(super) fn cached(setting: &Setting) -> Vec<PathBuf> {
    let Some(home) = setting.variable("HOME") else { return Vec::new() };
    let files = fs::read_dir(PathBuf::from(home).join(".aws/sso/cache")).into_iter().flatten();
    files.flatten().map(|file| file.path()).collect()
}

/// What became of the log-in of `profile`; nothing where the failure is not one of the log-in.
pub(super) fn failure(profile: &str, error: &CredentialsError) -> Option<Failure> {
    if cause::find::<Lost>(error).is_some() {
        return None;
    }
    if is_missing(error) {
        let said = format!("Nobody has logged in to SSO with profile {profile} yet.");
        return Some(Failure::new(FailureClass::Expired, &said));
    }
    let words = cause::chain(error);
    let after = |code: &str| words.split_once(code).map(|(_, rest)| rest.trim_start_matches([':', ' ']));
    if let Some(said) = after("UnauthorizedException") {
        let said = match said {
            "" => format!("The SSO log-in of profile {profile} has expired."),
            said => format!("The SSO log-in of profile {profile} has expired. The portal says: {said}"),
        };
        return Some(Failure::new(FailureClass::Expired, &said));
    }
    if let Some(said) = after("ForbiddenException") {
        let said = format!("The SSO portal gives no keys to profile {profile}. It says: {said}");
        return Some(Failure::new(FailureClass::Denied, said.trim()));
    }
    if words.contains("SSO token has expired") {
        let said = format!("The SSO log-in of profile {profile} has expired.");
        return Some(Failure::new(FailureClass::Expired, &said));
    }
    words.contains("cached SSO token").then(|| {
        let said = format!("The SSO log-in of profile {profile} can't be used: {words}");
        Failure::new(FailureClass::Expired, &said)
    })
}

/// Whether there is no token file. The SDK hides that from the chain of causes for a session, and not for a
/// start URL; its debug output is judged, and never shown.
fn is_missing(error: &CredentialsError) -> bool {
    let is_not_found = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
    cause::find::<io::Error>(error).is_some_and(is_not_found)
        || format!("{error:?}").contains("kind: NotFound")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_of_the_log_in_are_said_for_people() {
        let expired = CredentialsError::provider_error("the SSO token has expired and cannot be refreshed");
        let said = failure("p", &expired).unwrap().message;
        assert_eq!(said.as_str(), "The SSO log-in of profile p has expired.");
        let missing = CredentialsError::provider_error(io::Error::from(io::ErrorKind::NotFound));
        let said = failure("p", &missing).unwrap().message;
        assert_eq!(said.as_str(), "Nobody has logged in to SSO with profile p yet.");
        let forbidden = failure("p", &CredentialsError::provider_error("ForbiddenException: No access"));
        assert_eq!(forbidden.unwrap().class, FailureClass::Denied);
        assert!(failure("p", &CredentialsError::provider_error("something else")).is_none());
    }
}
