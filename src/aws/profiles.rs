//! The profiles of the shared configuration files.

use aws_config::profile::{self, ProfileSet};
use aws_types::os_shim_internal::{Env, Fs};

use super::cause;
use crate::domain::{Failure, FailureClass};

/// The profile that is meant where none is named.
pub(super) const DEFAULT: &str = "default";

/// Whether the shared files (`~/.aws/config` and `~/.aws/credentials`, or where `AWS_CONFIG_FILE`
/// and `AWS_SHARED_CREDENTIALS_FILE` point) hold a profile called `name`.
///
/// # Errors
///
/// [`FailureClass::BadConfig`] where a file can't be read or understood.
pub async fn profile_exists(name: &str) -> Result<bool, Failure> {
    let profiles = parse(&Env::real(), &Fs::real(), None).await?;
    Ok(profiles.get_profile(name).is_some())
}

/// The profile that is asked for by name: `flag`, `AWS_PROFILE`, or `AWS_DEFAULT_PROFILE`, which the
/// AWS CLI honours and the SDK does not.
pub(super) fn named(flag: Option<&str>, env: &Env) -> Option<String> {
    let variable = |name: &str| env.get(name).ok();
    [flag.map(str::to_owned), variable("AWS_PROFILE"), variable("AWS_DEFAULT_PROFILE")]
        .into_iter()
        .flatten()
        .find(|name| !name.is_empty())
}

/// The shared files, with `named` or `default` selected.
///
/// # Errors
///
/// [`FailureClass::BadConfig`] where a file is broken, holds no profile of the name asked for, or
/// where that one takes its keys from a profile that is not there.
pub(super) async fn load(named: Option<&str>, env: &Env, fs: &Fs) -> Result<ProfileSet, Failure> {
    let profiles = parse(env, fs, named.map(str::to_owned)).await?;
    match named {
        Some(name) if profiles.get_profile(name).is_none() => {
            Err(bad(&format!("There is no profile {name:?} in the AWS config and credentials files.")))
        }
        _ => sources_exist(&profiles).map(|()| profiles),
    }
}

/// The SDK would pass over a profile with a missing `source_profile`, and might end with the keys
/// of this machine's own role: another account than the one asked for.
fn sources_exist(profiles: &ProfileSet) -> Result<(), Failure> {
    let mut seen = vec![profiles.selected_profile()];
    let mut next = profiles.get("source_profile");
    while let Some(source) = next.filter(|source| !seen.contains(source)) {
        let Some(profile) = profiles.get_profile(source) else {
            let from = seen.last().copied().unwrap_or_default();
            return Err(bad(&format!(
                "The profile {from:?} has a source_profile {source:?} that does not exist."
            )));
        };
        seen.push(source);
        next = profile.get("source_profile");
    }
    Ok(())
}

async fn parse(env: &Env, fs: &Fs, selected: Option<String>) -> Result<ProfileSet, Failure> {
    // Named in any case, because the SDK takes an empty AWS_PROFILE for a name.
    let selected = selected.unwrap_or_else(|| DEFAULT.to_owned());
    // Inferred, because the type has no name here that is not deprecated.
    let parsed = profile::load(fs, env, &<_>::default(), Some(selected.into())).await;
    parsed.map_err(|error| bad(&cause::chain(&error)))
}

fn bad(said: &str) -> Failure {
    Failure::new(FailureClass::BadConfig, said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home(config: &str) -> (Env, Fs) {
        (Env::from_slice(&[("HOME", "/home")]), Fs::from_slice(&[("/home/.aws/config", config)]))
    }

    #[test]
    fn the_profile_is_the_flags_or_the_environments() {
        let both = Env::from_slice(&[("AWS_PROFILE", "a"), ("AWS_DEFAULT_PROFILE", "b")]);
        let other = Env::from_slice(&[("AWS_PROFILE", ""), ("AWS_DEFAULT_PROFILE", "b")]);
        assert_eq!(named(Some("x"), &both).as_deref(), Some("x"));
        assert_eq!(named(None, &both).as_deref(), Some("a"));
        assert_eq!(named(None, &other).as_deref(), Some("b"));
        assert_eq!(named(None, &Env::from_slice(&[])), None);
    }

    #[tokio::test]
    async fn a_profile_that_is_not_there_is_named() {
        let (env, fs) = home("[profile research]\nregion = eu-west-1\n");
        let found = load(Some("research"), &env, &fs).await.unwrap();
        assert_eq!(found.get("region"), Some("eu-west-1"));
        let failure = load(Some("reserch"), &env, &fs).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::BadConfig);
        assert!(failure.message.as_str().contains("\"reserch\""));
        assert!(load(None, &env, &fs).await.is_ok());
        let (env, fs) = home("[default]\nrole_arn = r\nsource_profile = lost\n");
        let failure = load(None, &env, &fs).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::BadConfig);
        assert!(failure.message.as_str().contains("\"lost\""));
        let (env, fs) = home("[default]\nrole_arn = r\nsource_profile = default\n");
        assert!(load(None, &env, &fs).await.is_ok());
    }

    #[tokio::test]
    async fn a_broken_file_says_where() {
        let (env, fs) = home("[profile research\nregion = eu-west-1\n");
        let failure = load(None, &env, &fs).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::BadConfig);
        assert!(failure.message.as_str().contains("config"), "{}", failure.message);
        assert!(failure.message.as_str().contains("line 1"), "{}", failure.message);
    }
}
