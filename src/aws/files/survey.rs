//! Everything that was looked for, for a person to see.

use std::env::VarError;

use aws_types::os_shim_internal::Env;

use super::shared_files::SharedFiles;

use crate::aws::environment::FileSystem;
use crate::domain::{AwsSetup, Profile, Text, Variable, check_region};

/// The variables that matter, in the order in which they count, and how each is shown.
const VARIABLES: [(&str, Show); 14] = [
    ("AWS_ACCESS_KEY_ID", Show::Hidden),
    ("AWS_SESSION_TOKEN", Show::Hidden),
    ("AWS_PROFILE", Show::Plain),
    ("AWS_DEFAULT_PROFILE", Show::Plain),
    ("AWS_REGION", Show::Plain),
    ("AWS_DEFAULT_REGION", Show::Plain),
    ("AWS_CONFIG_FILE", Show::Plain),
    ("AWS_SHARED_CREDENTIALS_FILE", Show::Plain),
    ("AWS_WEB_IDENTITY_TOKEN_FILE", Show::Plain),
    ("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", Show::Hidden),
    ("AWS_CONTAINER_CREDENTIALS_FULL_URI", Show::Hidden),
    ("AWS_ENDPOINT_URL", Show::Url),
    ("AWS_ENDPOINT_URL_SAGEMAKER", Show::Url),
    ("AWS_EC2_METADATA_DISABLED", Show::Plain),
];

/// How the value of a variable is shown.
#[derive(Clone, Copy)]
enum Show {
    /// As it is.
    Plain,
    /// Never: it is a secret, or nearly one.
    Hidden,
    /// As it is, unless a password might be in it.
    Url,
}

/// Reads environment and shared files. It needs no session, and so works where none can be had.
pub(in crate::aws) async fn aws_setup(env: &Env, fs: &FileSystem) -> AwsSetup {
    let files = SharedFiles::read(env, fs).await;
    AwsSetup {
        variables: VARIABLES.into_iter().map(|(name, show)| variable(name, show, env)).collect(),
        files: files.found(),
        profiles: files.names().into_iter().map(|name| profile(&files, name)).collect(),
        sso_sessions: files.sso_sessions.keys().map(|name| Text::clean(name)).collect(),
        troubles: files.troubles(),
        regions: regions(&files, env),
    }
}

fn variable(name: &'static str, show: Show, env: &Env) -> Variable {
    let value = match env.get(name) {
        Ok(value) if value.is_empty() => None,
        Ok(value) => Some(match show {
            Show::Plain => Text::clean(&value),
            Show::Url if !value.contains(['@', '%', '?', '#']) => Text::clean(&value),
            Show::Hidden | Show::Url => "set".into(),
        }),
        Err(VarError::NotPresent) => None,
        Err(VarError::NotUnicode(_)) => Some("set, but not to UTF-8 text".into()),
    };
    Variable { name, value }
}

fn profile(files: &SharedFiles, name: &str) -> Profile {
    Profile {
        name: Text::clean(name),
        region: files.region(name).map(Text::clean),
        source: files.source(name),
        account: files.account(name).map(Text::clean),
        trouble: files.profile_trouble(name).map(Text::from),
    }
}

/// Those of the environment first; each once, and none that can't be one.
fn regions(files: &SharedFiles, env: &Env) -> Vec<Text> {
    let variables = ["AWS_REGION", "AWS_DEFAULT_REGION"].into_iter().filter_map(|name| env.get(name).ok());
    let profiles = files.names().into_iter().filter_map(|name| files.region(name));
    let mut regions: Vec<Text> = Vec::new();
    for region in variables.chain(profiles.map(str::to_owned)) {
        let region = Text::from(region);
        if check_region(region.as_str()).is_ok() && !regions.contains(&region) {
            regions.push(region);
        }
    }
    regions
}

#[cfg(test)]
mod tests {
    use aws_types::os_shim_internal::Fs;

    use super::*;
    use crate::domain::{Found, KeySource};

    #[tokio::test]
    async fn everything_is_listed_and_no_secret_is() {
        let env = Env::from_slice(&[
            ("HOME", "/h"),
            ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
            ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI"),
            ("AWS_SESSION_TOKEN", "token"),
            ("AWS_REGION", "eu-west-3"),
            ("AWS_PROFILE", ""),
            ("AWS_ENDPOINT_URL", "http://me:wJalrXUtnFEMI@host"),
            ("AWS_ENDPOINT_URL_SAGEMAKER", "http://localhost:1"),
        ]);
        let config = "[profile b]\nregion = eu-west-1\n[default]\nregion = eu-west-3\n\
                      [profile a]\nregion = Moon\n[sso-session s]\n";
        let keys = "[b]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI\n";
        let fs = Fs::from_slice(&[("/h/.aws/config", config), ("/h/.aws/credentials", keys)]);
        let found = aws_setup(&env, &fs.into()).await;
        let names: Vec<_> = found.profiles.iter().map(|profile| profile.name.as_str()).collect();
        assert_eq!(names, ["default", "a", "b"]);
        assert_eq!(found.profiles[2].source, KeySource::Static);
        assert_eq!(found.sso_sessions, ["s".into()]);
        assert_eq!(found.regions, ["eu-west-3".into(), "eu-west-1".into()]);
        assert_eq!(found.files[0].found, Found::Holds { profiles: 3, sso_sessions: 1 });
        assert_eq!(found.troubles.len(), 1, "{:?}", found.troubles);
        let value =
            |name| found.variables.iter().find(|variable| variable.name == name).unwrap().value.clone();
        assert_eq!(value("AWS_ACCESS_KEY_ID"), Some("set".into()));
        assert_eq!(value("AWS_PROFILE"), None);
        assert_eq!(value("AWS_ENDPOINT_URL"), Some("set".into()));
        assert_eq!(value("AWS_ENDPOINT_URL_SAGEMAKER"), Some("http://localhost:1".into()));
        let all = format!("{found:?}");
        assert!(!all.contains("wJalr") && !all.contains("AKIA") && !all.contains("token\""), "{all}");
    }
}
