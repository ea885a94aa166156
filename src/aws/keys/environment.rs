//! Keys in variables.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_types::os_shim_internal::Env;

use super::no_keys::NoKeys;
use super::sendable::{self, Names};
use super::written_time;
use crate::aws::environment::variable;
use crate::domain::{Failure, FailureClass};

const ID: &str = "AWS_ACCESS_KEY_ID";
const SECRET: &str = "AWS_SECRET_ACCESS_KEY";
const END: &str = "AWS_CREDENTIAL_EXPIRATION";

/// The older name wins, as with the AWS CLI.
const TOKENS: [&str; 2] = ["AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN"];

/// Whether the environment holds keys.
///
/// # Errors
///
/// [`FailureClass::BadConfig`] where it holds a part of them: what comes next may be another account's.
pub(in crate::aws) fn has_keys(env: &Env) -> Result<bool, Failure> {
    let bad = |said: &str| Err(Failure::new(FailureClass::BadConfig, said));
    let (id, secret) = (set(env, ID)?, set(env, SECRET)?);
    match (id, secret) {
        (None, _) => Ok(false),
        (Some(id), _) if id.trim().is_empty() => bad(&format!("{ID} contains only spaces. Unset it.")),
        (Some(_), Some(secret)) if !secret.trim().is_empty() => Ok(true),
        (Some(_), _) => bad(&format!("{ID} is set and {SECRET} is not: set both, or neither.")),
    }
}

/// The keys.
///
/// # Errors
///
/// Why there are none that can be used.
pub(super) fn keys(env: &Env) -> Result<Credentials, NoKeys> {
    if !has_keys(env)? {
        return Err(NoKeys::NotSetUp(format!("{ID} not set")));
    }
    let given = |name: &str| Ok::<_, Failure>(set(env, name)?.unwrap_or_default());
    let (new, old) = (set(env, TOKENS[1])?, set(env, TOKENS[0])?);
    let which = if old.is_some() { TOKENS[0] } else { TOKENS[1] };
    let end = set(env, END)?.map(|end| ending(&end)).transpose()?;
    let keys = Credentials::new(given(ID)?, given(SECRET)?, old.or(new), end, "environment");
    let names = Names { id: format!("The variable {ID}"), token: format!("The variable {which}") };
    sendable::checked(keys, &names)
}

/// When the keys end, where they have not ended yet.
fn ending(text: &str) -> Result<SystemTime, Failure> {
    match written_time::read(text) {
        None => {
            let said = format!(
                "{END} is {text:?}, which is not a time with a zone, such as \
                                2030-01-31T12:00:00Z."
            );
            Err(Failure::new(FailureClass::BadConfig, &said))
        }
        Some(end) if end <= SystemTime::now() => {
            let said = format!("The environment credentials expired at {text} ({END}). Set new ones.");
            Err(Failure::new(FailureClass::Expired, &said))
        }
        Some(end) => Ok(end),
    }
}

fn set(env: &Env, name: &str) -> Result<Option<String>, Failure> {
    Ok(variable::read(env, name)?.filter(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn had(more: &[(&str, &str)]) -> Result<Credentials, NoKeys> {
        let both = [(ID, "AKIA"), (SECRET, "s")];
        keys(&Env::from_slice(&[&both, more].concat()))
    }

    #[test]
    fn the_older_token_wins_and_an_empty_one_is_none() {
        for (more, token) in [
            (&[][..], None),
            (&[("AWS_SESSION_TOKEN", "new")], Some("new")),
            (&[("AWS_SECURITY_TOKEN", "old")], Some("old")),
            (&[("AWS_SESSION_TOKEN", "new"), ("AWS_SECURITY_TOKEN", "old")], Some("old")),
            (&[("AWS_SESSION_TOKEN", "new"), ("AWS_SECURITY_TOKEN", "")], Some("new")),
        ] {
            assert_eq!(had(more).unwrap().session_token(), token, "{more:?}");
        }
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        for (more, says) in [
            (&[(SECRET, " ")][..], "AWS_ACCESS_KEY_ID is set and AWS_SECRET_ACCESS_KEY is not"),
            (&[(ID, "AKIA\r")], "The variable AWS_ACCESS_KEY_ID ends in a carriage return"),
            (&[("AWS_SESSION_TOKEN", "t\n")], "The variable AWS_SESSION_TOKEN ends in a line break"),
            (&[("AWS_SECURITY_TOKEN", "t\u{1}")], "The variable AWS_SECURITY_TOKEN ends in a control"),
            (&[(END, "soon")], "AWS_CREDENTIAL_EXPIRATION is \"soon\""),
            (&[(END, "2020-01-01T00:00:00Z")], "The environment credentials expired at 2020"),
            (&[(ID, " ")], "AWS_ACCESS_KEY_ID contains only spaces"),
        ] {
            let Err(NoKeys::Failed(failure)) = had(more) else { panic!("{more:?}") };
            assert!(
                failure.message.as_str().starts_with(says) || says.starts_with("nothing"),
                "{}",
                failure.message
            );
        }
        assert!(had(&[(END, "2099-01-01T00:00:00UTC")]).unwrap().expiry().is_some());
        assert!(matches!(had(&[(ID, "")]), Err(NoKeys::NotSetUp(_))));
    }
}
