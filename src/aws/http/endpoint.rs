//! Which endpoint is spoken to.

use aws_config::profile::ProfileSet;
use aws_runtime::env_config::property::PropertiesKey;
use aws_types::os_shim_internal::Env;
use hyper::Uri;

use super::route;
use crate::aws::environment::{switch, variable};
use crate::domain::{Failure, FailureClass};

/// Judges an endpoint URL that a person gave.
///
/// # Errors
///
/// The reason in plain words, as the second half of a sentence. It never repeats the URL, which
/// might hold a password.
pub fn check_endpoint(url: &str) -> Result<(), String> {
    Endpoint::read(url).map(drop)
}

/// Where a service is, if that is not AWS's own place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::aws) struct Endpoint {
    /// The URL without what follows its path.
    pub url: String,
    /// What follows a `?`. The SDK would leave it out of requests.
    pub query: Option<String>,
}

impl Endpoint {
    fn read(written: &str) -> Result<Self, String> {
        if written.contains(|c: char| c.is_whitespace() || c.is_control()) {
            return Err("an endpoint URL can't contain spaces".into());
        }
        let lower = written.to_ascii_lowercase();
        if !lower.starts_with("http://") && !lower.starts_with("https://") {
            return Err("an endpoint URL must begin with http:// or https://".into());
        }
        // A fragment is never sent.
        let whole = written.split_once('#').map_or(written, |(whole, _)| whole);
        let uri: Uri = whole.parse().map_err(|_| "it is not a URL".to_owned())?;
        let authority = uri.authority().map(hyper::http::uri::Authority::as_str).unwrap_or_default();
        if authority.contains('@') {
            return Err("an endpoint URL can't contain a user name or password".into());
        }
        let host = uri.host().unwrap_or_default();
        if host.trim_matches(['[', ']']).is_empty() {
            return Err("the endpoint URL has no host".into());
        }
        match authority.get(host.len()..).and_then(|rest| rest.strip_prefix(':')) {
            Some(port) if !port.parse().is_ok_and(|port: u16| port > 0) => {
                return Err("a port must be a number from 1 to 65535".into());
            }
            _ => {}
        }
        let (url, query) = match whole.split_once('?') {
            Some((url, query)) => (url, Some(query.to_owned()).filter(|query| !query.is_empty())),
            None => (whole, None),
        };
        Ok(Self { url: url.to_owned(), query })
    }

    /// The endpoint that `source` names.
    ///
    /// # Errors
    ///
    /// [`FailureClass::BadConfig`], naming the source and not the URL.
    pub(in crate::aws) fn of(written: &str, source: &str) -> Result<Self, Failure> {
        Self::read(written).map_err(|why| {
            let said = format!("The endpoint URL from {source} can't be used: {why}.");
            Failure::new(FailureClass::BadConfig, &said)
        })
    }

    /// Whether it is on this machine.
    pub(in crate::aws) fn is_near(&self) -> bool {
        self.url.parse::<Uri>().is_ok_and(|uri| uri.host().is_some_and(route::is_near))
    }
}

/// A service whose endpoint can be configured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::aws) enum AwsService {
    SageMaker,
    /// The portal of IAM Identity Center.
    Sso,
    /// What renews its tokens.
    SsoOidc,
    Sts,
}

impl AwsService {
    /// The variable that counts for it alone.
    fn variable(self) -> &'static str {
        match self {
            Self::SageMaker => "AWS_ENDPOINT_URL_SAGEMAKER",
            Self::Sso => "AWS_ENDPOINT_URL_SSO",
            Self::SsoOidc => "AWS_ENDPOINT_URL_SSO_OIDC",
            Self::Sts => "AWS_ENDPOINT_URL_STS",
        }
    }

    /// What it is called in a `services` section.
    fn key(self) -> &'static str {
        match self {
            Self::SageMaker => "sagemaker",
            Self::Sso => "sso",
            Self::SsoOidc => "sso_oidc",
            Self::Sts => "sts",
        }
    }
}

/// The endpoint that the configuration has for `service`: its own variable, `AWS_ENDPOINT_URL`, the profile's
/// `services` section, its `endpoint_url`, unless all of those are to be ignored. One that is empty is as if
/// it were not there, as with the AWS CLI; for the SDK it would hide those after it.
///
/// # Errors
///
/// [`FailureClass::BadConfig`] where one can't be used.
pub(in crate::aws) fn configured(
    service: AwsService,
    env: &Env,
    profile: &ProfileSet,
) -> Result<Option<Endpoint>, Failure> {
    if switch::is_on("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls", env, profile)?
    {
        return Ok(None);
    }
    if let Some(endpoint) = in_variable(service.variable(), env)? {
        return Ok(Some(endpoint));
    }
    if let Some(endpoint) = in_variable("AWS_ENDPOINT_URL", env)? {
        return Ok(Some(endpoint));
    }
    if let Some(url) = in_services(service, profile).filter(|url| !url.is_empty()) {
        return Endpoint::of(url, "the profile's services section").map(Some);
    }
    let url = profile.get("endpoint_url").filter(|url| !url.is_empty());
    url.map(|url| Endpoint::of(url, "the profile's endpoint_url")).transpose()
}

/// The endpoint that is configured for `service` by its own variable alone.
///
/// # Errors
///
/// [`FailureClass::BadConfig`] where it can't be used.
pub(in crate::aws) fn own(service: AwsService, env: &Env) -> Result<Option<Endpoint>, Failure> {
    in_variable(service.variable(), env)
}

fn in_variable(name: &str, env: &Env) -> Result<Option<Endpoint>, Failure> {
    let url = variable::read(env, name)?.filter(|url| !url.is_empty());
    url.map(|url| Endpoint::of(&url, name)).transpose()
}

fn in_services(service: AwsService, profile: &ProfileSet) -> Option<&str> {
    let key = PropertiesKey::builder()
        .section_key("services")
        .section_name(profile.get("services")?)
        .property_name(service.key())
        .sub_property_name("endpoint_url")
        .build()
        .ok()?;
    profile.other_sections().get(&key).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_config::profile;
    use aws_types::os_shim_internal::Fs;

    #[test]
    fn endpoint_urls_are_taken_or_refused_in_plain_words() {
        for good in [
            "http://127.0.0.1:8080",
            "http://localhost",
            "HTTPS://vpce-1.api.sagemaker.us-east-1.vpce.amazonaws.com/",
            "http://[::1]:4566/path",
            "http://host/?a=b",
        ] {
            assert_eq!(check_endpoint(good), Ok(()), "{good}");
        }
        for (bad, says) in [
            ("", "must begin with http"),
            ("localhost:8080", "must begin with http"),
            ("ftp://host", "must begin with http"),
            ("http://", "not a URL"),
            ("http://:80", "no host"),
            ("http://host:0", "1 to 65535"),
            ("http://host:", "1 to 65535"),
            ("http://host:99999", "1 to 65535"),
            ("http://host:port", "1 to 65535"),
            ("http://me:secret@host", "user name"),
            ("http://me:secret@host/#x", "user name"),
            ("http://ho st", "spaces"),
        ] {
            let said = check_endpoint(bad).unwrap_err();
            assert!(said.contains(says), "{bad:?}: {said}");
            assert!(!said.contains("secret"));
        }
    }

    #[test]
    fn what_follows_the_path_is_kept_apart() {
        for (written, url, query) in [
            ("http://h/a", "http://h/a", None),
            ("http://h/a?", "http://h/a", None),
            ("http://h/a?x=1&y", "http://h/a", Some("x=1&y")),
            ("http://h?x=1#y", "http://h", Some("x=1")),
            ("http://h/#y?x", "http://h/", None),
        ] {
            let endpoint = Endpoint::read(written).unwrap();
            assert_eq!((endpoint.url.as_str(), endpoint.query.as_deref()), (url, query), "{written}");
        }
    }

    #[tokio::test]
    async fn the_nearest_endpoint_that_is_not_empty_counts() {
        let file = |services: &str, shared: &str| {
            format!(
                "[default]\nendpoint_url = {shared}\nservices = s\n\
                 [services s]\nsagemaker =\n  endpoint_url = {services}\n"
            )
        };
        let (own, all) = ("AWS_ENDPOINT_URL_SAGEMAKER", "AWS_ENDPOINT_URL");
        for (variables, services, shared, found) in [
            (&[(own, "http://1"), (all, "http://2")][..], "http://3", "http://4", Some("http://1")),
            (&[(own, ""), (all, "http://2")], "http://3", "http://4", Some("http://2")),
            (&[(own, ""), (all, "")], "http://3", "http://4", Some("http://3")),
            (&[(all, "")], "", "http://4", Some("http://4")),
            (&[], "", "", None),
            (&[(own, "http://1"), ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "True")], "http://3", "", None),
            (&[("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "yes")], "http://3", "", Some("http://3")),
        ] {
            let env = Env::from_slice(&[variables, &[("HOME", "/h")]].concat());
            let fs = Fs::from_slice(&[("/h/.aws/config", &file(services, shared))]);
            let profile = profile::load(&fs, &env, &<_>::default(), None).await.unwrap();
            let endpoint = configured(AwsService::SageMaker, &env, &profile).unwrap();
            assert_eq!(endpoint.map(|it| it.url).as_deref(), found, "{variables:?} {services} {shared}");
        }
        let env = Env::from_slice(&[(all, "localhost:1")]);
        let failure = configured(AwsService::Sts, &env, &ProfileSet::default()).unwrap_err();
        assert!(failure.message.as_str().contains("from AWS_ENDPOINT_URL can't"), "{}", failure.message);
    }
}
