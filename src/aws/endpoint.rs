//! Which endpoint is spoken to.

use aws_types::SdkConfig;
use aws_types::service_config::ServiceConfigKey;
use hyper::Uri;

use super::route;

/// Judges an endpoint URL that a person gave.
///
/// # Errors
///
/// The reason in plain words, as the second half of a sentence. It never repeats the URL, which
/// might hold a password.
pub fn check_endpoint(url: &str) -> Result<(), String> {
    if url.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err("an endpoint URL holds no blanks".into());
    }
    let lower = url.to_ascii_lowercase();
    if !lower.starts_with("http://") && !lower.starts_with("https://") {
        return Err("an endpoint URL begins with http:// or https://".into());
    }
    // The parser drops a fragment without a word, so it is looked for first.
    if url.contains(['?', '#']) {
        return Err("an endpoint URL has neither a query (?) nor a fragment (#)".into());
    }
    let uri: Uri = url.parse().map_err(|_| "it is not a URL".to_owned())?;
    let authority = uri.authority().map(hyper::http::uri::Authority::as_str).unwrap_or_default();
    if authority.contains('@') {
        return Err("an endpoint URL holds no user name or password".into());
    }
    let host = uri.host().unwrap_or_default();
    if host.trim_matches(['[', ']']).is_empty() {
        return Err("the endpoint URL names no host".into());
    }
    match authority.get(host.len()..).and_then(|rest| rest.strip_prefix(':')) {
        Some(port) if !port.parse().is_ok_and(|port: u16| port > 0) => {
            Err("a port is a number from 1 to 65535".into())
        }
        _ => Ok(()),
    }
}

/// The endpoint that the SDK will use for `service` (a service id), where it is not AWS's own:
/// what the connection says, else `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, the profile's
/// `services` section and its `endpoint_url`, unless configuration says to ignore those.
pub(super) fn configured(sdk: &SdkConfig, service: &str) -> Option<String> {
    if sdk.get_origin("endpoint_url").is_client_config() {
        return sdk.endpoint_url().map(str::to_owned);
    }
    in_files(sdk, service).or_else(|| sdk.endpoint_url().map(str::to_owned)).filter(|url| !url.is_empty())
}

/// The same without what the connection says: where keys of roles come from.
pub(super) fn of_configuration(sdk: &SdkConfig, service: &str) -> Option<String> {
    let shared = sdk.endpoint_url().filter(|_| !sdk.get_origin("endpoint_url").is_client_config());
    in_files(sdk, service).or_else(|| shared.map(str::to_owned)).filter(|url| !url.is_empty())
}

/// Whether `url` is on this machine.
pub(super) fn is_near(url: &str) -> bool {
    url.parse::<Uri>().is_ok_and(|uri| uri.host().is_some_and(route::is_near))
}

fn in_files(sdk: &SdkConfig, service: &str) -> Option<String> {
    let key = ServiceConfigKey::builder()
        .service_id(service)
        .env("AWS_ENDPOINT_URL")
        .profile("endpoint_url")
        .build()
        .ok()?;
    sdk.service_config().and_then(|config| config.load_config(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoint_urls_are_taken_or_refused_in_plain_words() {
        for good in [
            "http://127.0.0.1:8080",
            "http://localhost",
            "HTTPS://vpce-1.api.sagemaker.us-east-1.vpce.amazonaws.com/",
            "http://[::1]:4566/path",
        ] {
            assert_eq!(check_endpoint(good), Ok(()), "{good}");
        }
        for (bad, says) in [
            ("", "begins with http"),
            ("localhost:8080", "begins with http"),
            ("ftp://host", "begins with http"),
            ("http://", "not a URL"),
            ("http://:80", "no host"),
            ("http://host:0", "1 to 65535"),
            ("http://host:", "1 to 65535"),
            ("http://host:99999", "1 to 65535"),
            ("http://host:port", "1 to 65535"),
            ("http://me:secret@host", "user name"),
            ("http://host/?a=b", "query"),
            ("http://host/#there", "fragment"),
            ("http://ho st", "blanks"),
        ] {
            let said = check_endpoint(bad).unwrap_err();
            assert!(said.contains(says), "{bad:?}: {said}");
            assert!(!said.contains("secret"));
        }
    }
}
