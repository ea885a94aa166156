//! Settings that are on or off.

use aws_config::profile::ProfileSet;
use aws_types::os_shim_internal::Env;

use super::variable;
use crate::domain::Failure;

/// Whether a setting is on: its variable says so, or, where that is not set at all, the profile does. As with
/// the AWS CLI, `true` in any letters is on, and everything else is off.
///
/// # Errors
///
/// [`crate::domain::FailureClass::BadConfig`] where the variable is not UTF-8.
pub(in crate::aws) fn is_on(
    name: &str,
    setting: &str,
    env: &Env,
    profile: &ProfileSet,
) -> Result<bool, Failure> {
    let said = variable::read(env, name)?.or_else(|| profile.get(setting).map(str::to_owned));
    Ok(said.is_some_and(|said| said.eq_ignore_ascii_case("true")))
}
