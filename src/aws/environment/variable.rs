//! Variables of the environment that decide where something goes.

use std::ffi::OsString;

use aws_types::os_shim_internal::Env;

use crate::domain::{Failure, FailureClass};

/// The variable `name`; empty where it is set to nothing.
///
/// # Errors
///
/// [`FailureClass::BadConfig`] where it is not UTF-8: as if it were unset, it would lead elsewhere.
pub(in crate::aws) fn read(env: &Env, name: &str) -> Result<Option<String>, Failure> {
    match env.get(name) {
        Ok(value) => Ok(Some(value)),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => Err(not_utf8(name)),
    }
}

/// What this program and the SDK read besides the variables that begin with `AWS_`.
const OTHERS: [&str; 8] = [
    "HOME",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "NO_PROXY",
    "REQUESTS_CA_BUNDLE",
    "http_proxy",
    "https_proxy",
    "no_proxy",
];

/// Judges the whole environment: the SDK takes a variable that is not UTF-8 for one that is not set.
///
/// # Errors
///
/// [`FailureClass::BadConfig`] with the name of one that matters and is not UTF-8.
pub(in crate::aws) fn check(all: impl Iterator<Item = (OsString, OsString)>) -> Result<(), Failure> {
    for (name, value) in all {
        let Some(name) = name.to_str().filter(|name| name.starts_with("AWS_") || OTHERS.contains(name))
        else {
            continue;
        };
        if value.to_str().is_none() {
            return Err(not_utf8(name));
        }
    }
    Ok(())
}

fn not_utf8(name: &str) -> Failure {
    let said = format!("The variable {name} is not UTF-8. Fix it, or unset it.");
    Failure::new(FailureClass::BadConfig, &said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::ffi::OsStringExt;

    #[test]
    fn one_that_is_not_utf8_is_named_where_it_matters() {
        let odd = || OsString::from_vec(b"S3CRET\xff".to_vec());
        let judged = |name: &str| check([("A".into(), "b".into()), (name.into(), odd())].into_iter());
        for name in ["AWS_PROFILE", "AWS_NEW_IN_THE_SDK", "HOME", "HTTPS_PROXY", "no_proxy"] {
            let failure = judged(name).unwrap_err();
            assert_eq!(failure.class, FailureClass::BadConfig);
            assert!(failure.message.as_str().contains(&format!("variable {name} ")), "{}", failure.message);
            assert!(!failure.message.as_str().contains("S3CRET"));
        }
        for name in ["PATH", "LS_COLORS", "aws_profile"] {
            assert!(judged(name).is_ok(), "{name}");
        }
    }
}
