//! Whether a request comes from this machine.

use std::net::IpAddr;

use hyper::{
    HeaderMap, Uri,
    header::{HOST, HeaderName, HeaderValue, ORIGIN},
    http::request::Parts,
};

use crate::emulator::rules::ServiceError;

/// Refuses what a page of a stranger makes a browser ask: such a page can let its own name lead to this machine (DNS
/// rebinding), and that name stands in `Host`; or it stands itself in `Origin`.
pub(super) fn check(head: &Parts) -> Result<(), ServiceError> {
    // A proxy is asked with the whole address in the first line.
    if let Some(named) = head.uri.authority().filter(|named| !is_local(named.as_str())) {
        return Err(not_local("request line", named.as_str()));
    }
    each(&head.headers, &HOST, is_local)?;
    each(&head.headers, &ORIGIN, is_local_origin)
}

fn each(headers: &HeaderMap, name: &HeaderName, is_local: fn(&str) -> bool) -> Result<(), ServiceError> {
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    match headers.get_all(name).iter().map(text).find(|value| !is_local(value)) {
        Some(value) => Err(not_local(&format!("{name} header"), &value)),
        None => Ok(()),
    }
}

fn not_local(part: &str, named: &str) -> ServiceError {
    ServiceError::not_local(format!(
        "This service is for programs on this machine only, and the {part} names '{named}'. Ask it by the address it \
         listens on, or as localhost."
    ))
}

/// Whether `host`, with or without a port, can only mean this machine.
fn is_local(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(&name);
    match bare.parse::<IpAddr>() {
        Ok(address) => address.to_canonical().is_loopback(),
        // Names below it are this machine's too (RFC 6761).
        Err(_) => bare == "localhost" || bare.ends_with(".localhost"),
    }
}

fn is_local_origin(origin: &str) -> bool {
    let uri: Option<Uri> = origin.parse().ok();
    let authority = uri.as_ref().and_then(Uri::authority);
    authority.is_some_and(|authority| is_local(authority.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_local() {
        for host in [
            "127.0.0.1",
            "127.0.0.1:4566",
            "127.9.9.9:1",
            "localhost",
            "LocalHost:80",
            "localhost.:80",
            "sagemaker.localhost:4566",
            "[::1]",
            "[::1]:4566",
            "[::ffff:127.0.0.1]:1",
        ] {
            assert!(is_local(host), "{host}");
            assert!(is_local_origin(&format!("http://{host}")), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "evil.example:4566",
            "localhost.evil.example",
            "notlocalhost",
            "127.0.0.1.evil.example",
            "127.0.0.1:80@evil.example",
            "localhost:80@evil.example:80",
            "0.0.0.0:4566",
            "10.0.0.1",
            "[::2]:1",
            "[::1].evil.example",
            "evil.example:",
        ] {
            assert!(!is_local(host), "{host}");
            assert!(!is_local_origin(&format!("http://{host}")), "{host}");
        }
        for origin in ["null", "", "file://", "localhost:3000"] {
            assert!(!is_local_origin(origin) || origin == "localhost:3000", "{origin}");
        }
    }
}
