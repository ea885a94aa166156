//! Which profile of the shared configuration files is meant.

use aws_config::profile::ProfileSet;
use aws_types::os_shim_internal::Env;

use crate::aws::environment::{FileSystem, variable};
use crate::aws::files::{DEFAULT_PROFILE, EnvironmentToken, KeyPlan, SharedFiles};
use crate::domain::{Failure, FailureClass};

/// Whether the shared files (`~/.aws/config` and `~/.aws/credentials`, or where `AWS_CONFIG_FILE`
/// and `AWS_SHARED_CREDENTIALS_FILE` point) hold a profile called `name`.
///
/// # Errors
///
/// [`FailureClass::BadConfig`] where it is there but can't be used, or where something is wrong with
/// a file that may hold it.
pub async fn profile_exists(name: &str) -> Result<bool, Failure> {
    variable::check(std::env::vars_os())?;
    let files = SharedFiles::read(&Env::real(), &FileSystem::Real).await;
    match load(Some(name), Some(&EnvironmentToken::default()), &files).await {
        Ok(_) => Ok(true),
        Err(_) if !files.has(name) && files.hints(name).is_empty() => Ok(false),
        Err(failure) => Err(failure),
    }
}

/// The profile that is asked for by name: `flag`, `AWS_PROFILE`, or `AWS_DEFAULT_PROFILE`, which the SDK does
/// not know; in the AWS CLI's order.
///
/// # Errors
///
/// [`FailureClass::BadConfig`] where a variable is set and names nothing: the default would be another account.
pub(super) fn named(flag: Option<&str>, env: &Env) -> Result<Option<String>, Failure> {
    if let Some(flag) = flag.filter(|name| !name.is_empty()) {
        return Ok(Some(flag.to_owned()));
    }
    for variable in ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"] {
        match variable::read(env, variable)? {
            Some(name) if name.is_empty() => {
                return Err(bad(&format!(
                    "{variable} is set but empty. Unset it, or let it name a profile."
                )));
            }
            Some(name) => return Ok(Some(name)),
            None => {}
        }
    }
    Ok(None)
}

/// What the SDK is to know of the profile `named`, or of `default`, and how its keys are had: that is left out
/// where those of the environment are used, and `keys` is nothing.
///
/// # Errors
///
/// [`FailureClass::BadConfig`] where that profile can't be used or, if it is named, is not there.
pub(super) async fn load(
    named: Option<&str>,
    keys: Option<&EnvironmentToken>,
    files: &SharedFiles,
) -> Result<(ProfileSet, Option<KeyPlan>), Failure> {
    let name = named.unwrap_or(DEFAULT_PROFILE);
    if let Some(trouble) = files.unknown_location() {
        return Err(bad(trouble));
    }
    if let Some(trouble) = files.section_trouble(name) {
        return Err(bad(&trouble));
    }
    let plan = keys.map(|outside| files.plan(name, outside)).transpose().map_err(|trouble| bad(&trouble))?;
    if !files.has(name) {
        check_absence(named, keys.is_none(), files)?;
    }
    Ok((files.load(name).await?, plan))
}

/// A `default` need not be there. But where a file can't be read it might be in that one, and the
/// SDK would go on to the keys of this machine's own role.
fn check_absence(named: Option<&str>, environment_keys: bool, files: &SharedFiles) -> Result<(), Failure> {
    match (named, files.unreadable()) {
        (Some(name), _) => Err(bad(&files.missing(name))),
        (None, Some(trouble)) if !environment_keys => Err(bad(trouble)),
        (None, _) => Ok(()),
    }
}

/// A failure to find a region, with what is wrong with a whole file: it might be there.
pub(super) fn with_file_trouble(failure: Failure, files: &SharedFiles) -> Failure {
    match files.whole_trouble() {
        Some(trouble) if failure.class == FailureClass::NoRegion => {
            Failure::new(failure.class, &format!("{} {trouble}", failure.message))
        }
        _ => failure,
    }
}

fn bad(said: &str) -> Failure {
    Failure::new(FailureClass::BadConfig, said)
}

#[cfg(test)]
mod tests {
    use aws_types::os_shim_internal::Fs;

    use super::*;

    async fn select(named: Option<&str>, config: &str) -> Result<ProfileSet, Failure> {
        let fs = Fs::from_slice(&[("/home/.aws/config", config)]);
        let files = SharedFiles::read(&Env::from_slice(&[("HOME", "/home")]), &fs.into()).await;
        load(named, Some(&EnvironmentToken::default()), &files).await.map(|(settings, _)| settings)
    }

    #[test]
    fn the_profile_is_the_flags_or_the_environments() {
        let both = Env::from_slice(&[("AWS_PROFILE", "a"), ("AWS_DEFAULT_PROFILE", "b")]);
        let other = Env::from_slice(&[("AWS_DEFAULT_PROFILE", "b")]);
        assert_eq!(named(Some("x"), &both).unwrap().as_deref(), Some("x"));
        assert_eq!(named(None, &both).unwrap().as_deref(), Some("a"));
        assert_eq!(named(None, &other).unwrap().as_deref(), Some("b"));
        assert_eq!(named(None, &Env::from_slice(&[])).unwrap(), None);
        for variables in [
            &[("AWS_PROFILE", "")][..],
            &[("AWS_PROFILE", ""), ("AWS_DEFAULT_PROFILE", "b")],
            &[("AWS_DEFAULT_PROFILE", "")],
        ] {
            let empty = Env::from_slice(variables);
            let said = named(None, &empty).unwrap_err().message;
            assert!(said.as_str().starts_with(&format!("{} is set but empty", variables[0].0)), "{said}");
            assert_eq!(named(Some("x"), &empty).unwrap().as_deref(), Some("x"));
        }
    }

    #[tokio::test]
    async fn a_profile_that_is_not_there_is_named() {
        let config = "[profile research]\nregion = eu-west-1\n";
        let found = select(Some("research"), config).await.unwrap();
        assert_eq!(found.get("region"), Some("eu-west-1"));
        let failure = select(Some("reserch"), config).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::BadConfig);
        assert!(failure.message.as_str().contains("\"reserch\""));
        assert!(select(None, config).await.is_ok());
        let failure = select(None, "[default]\nrole_arn = r\nsource_profile = lost\n").await.unwrap_err();
        assert_eq!(failure.class, FailureClass::BadConfig);
        assert!(failure.message.as_str().contains("\"lost\""));
    }

    #[tokio::test]
    async fn a_broken_section_hurts_its_own_profile_alone() {
        let config = "[profile broken\n[profile good]\nregion = eu-west-1\n";
        let failure = select(Some("broken"), config).await.unwrap_err();
        assert_eq!(failure.class, FailureClass::BadConfig);
        assert!(failure.message.as_str().contains("~/.aws/config, line 1"), "{}", failure.message);
        assert_eq!(select(Some("good"), config).await.unwrap().get("region"), Some("eu-west-1"));
        assert!(select(None, config).await.is_ok());
    }

    #[tokio::test]
    async fn a_file_that_cannot_be_read_is_told_where_the_profile_may_be_in_it() {
        let broken = "[default]\0";
        assert!(select(None, broken).await.unwrap_err().message.as_str().contains("NUL"));
        let failure = select(Some("a"), broken).await.unwrap_err();
        assert!(failure.message.as_str().contains("\"a\""), "{}", failure.message);
        assert!(failure.message.as_str().contains("NUL"), "{}", failure.message);
    }

    #[tokio::test]
    async fn keys_in_the_environment_spare_those_of_the_profile() {
        let fs = Fs::from_slice(&[("/home/.aws/config", "[default]\naws_access_key_id = AKIA\n")]);
        let files = SharedFiles::read(&Env::from_slice(&[("HOME", "/home")]), &fs.into()).await;
        assert!(load(None, Some(&EnvironmentToken::default()), &files).await.is_err());
        assert!(load(None, None, &files).await.is_ok());
    }
}
