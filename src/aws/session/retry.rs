//! How often a read is tried.

use std::time::Duration;

use aws_config::profile::ProfileSet;
use aws_smithy_types::retry::RetryConfig;
use aws_types::os_shim_internal::Env;

use crate::domain::{Failure, FailureClass};

/// What reads do: `AWS_RETRY_MODE` and `AWS_MAX_ATTEMPTS`, the profile's `retry_mode` and
/// `max_attempts`, else three attempts in the standard mode.
///
/// The SDK's own reader of these settings panics at a value it does not know, `legacy` among them,
/// which is a mode of the AWS CLI; here that is the standard mode.
///
/// # Errors
///
/// [`FailureClass::BadConfig`] with the setting and its value.
pub(super) fn configured(
    backoff: Duration,
    env: &Env,
    profiles: &ProfileSet,
) -> Result<RetryConfig, Failure> {
    let setting = |variable: &'static str, key: &'static str| {
        let from_env = env.get(variable).ok().filter(|value| !value.is_empty());
        let from_env = from_env.map(|value| (variable, value));
        from_env.or_else(|| profiles.get(key).map(|value| (key, value.to_owned())))
    };
    let mut retry = RetryConfig::standard();
    if let Some((name, mode)) = setting("AWS_RETRY_MODE", "retry_mode") {
        retry = match mode.to_ascii_lowercase().as_str() {
            "standard" | "legacy" => retry,
            "adaptive" => RetryConfig::adaptive(),
            _ => return Err(bad(name, &mode, "standard or adaptive")),
        };
    }
    if let Some((name, attempts)) = setting("AWS_MAX_ATTEMPTS", "max_attempts") {
        retry = match attempts.trim().parse() {
            Ok(count @ 1..) => retry.with_max_attempts(count),
            _ => return Err(bad(name, &attempts, "a whole number from 1")),
        };
    }
    Ok(retry.with_initial_backoff(backoff))
}

fn bad(name: &str, value: &str, wanted: &str) -> Failure {
    Failure::new(FailureClass::BadConfig, &format!("{name} is {value:?}; it must be {wanted}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(vars: &[(&str, &str)]) -> Result<RetryConfig, Failure> {
        let none = ProfileSet::default();
        configured(Duration::from_millis(200), &Env::from_slice(vars), &none)
    }

    #[test]
    fn the_settings_are_honoured_and_bad_ones_named() {
        assert_eq!(read(&[]).unwrap().max_attempts(), 3);
        assert_eq!(read(&[]).unwrap().initial_backoff(), Duration::from_millis(200));
        assert_eq!(read(&[("AWS_MAX_ATTEMPTS", "7")]).unwrap().max_attempts(), 7);
        assert!(read(&[("AWS_RETRY_MODE", "legacy")]).is_ok());
        assert!(read(&[("AWS_RETRY_MODE", "Adaptive")]).is_ok());
        for bad in [("AWS_MAX_ATTEMPTS", "0"), ("AWS_MAX_ATTEMPTS", "many"), ("AWS_RETRY_MODE", "hard")] {
            let failure = read(&[bad]).unwrap_err();
            assert_eq!(failure.class, FailureClass::BadConfig);
            assert!(failure.message.as_str().contains(bad.0));
        }
    }
}
