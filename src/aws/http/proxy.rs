//! The proxies of the environment.

use std::fmt;

use aws_smithy_http_client::proxy::ProxyConfig;
use aws_types::os_shim_internal::Env;
use hyper::Uri;
use hyper_util::client::proxy::matcher::Matcher;

use crate::aws::environment::variable;
use crate::domain::Failure;

/// Which proxy stands before what, as for the AWS CLI: `https_proxy` for `https://`, `http_proxy` for `http://`,
/// in lower case before upper case, and nothing for hosts in `no_proxy`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::aws) struct Proxies {
    http: Option<Named>,
    https: Option<Named>,
    bypassed: String,
}

/// A proxy, or why there is none where one was meant: a sentence that does not repeat its URL.
type Named = Result<Proxy, String>;

/// Where a proxy is, and who is to be let through.
#[derive(Clone, PartialEq, Eq)]
struct Proxy {
    url: String,
    /// User name and password, with escapes for all that is no letter or digit.
    login: Option<(String, String)>,
}

impl Proxies {
    /// What the environment says. A proxy that can't be used is refused where it would be.
    ///
    /// # Errors
    ///
    /// [`crate::domain::FailureClass::BadConfig`] where a variable is not UTF-8.
    pub(in crate::aws) fn configured(env: &Env) -> Result<Self, Failure> {
        // Behind a web server that name means a header of the request.
        let is_request = env.get("REQUEST_METHOD").is_ok();
        let upper_http = if is_request { None } else { Some("HTTP_PROXY") };
        Ok(Self {
            http: named("http_proxy", upper_http, env)?,
            https: named("https_proxy", Some("HTTPS_PROXY"), env)?,
            bypassed: first("no_proxy", Some("NO_PROXY"), env)?.map(|(_, hosts)| hosts).unwrap_or_default(),
        })
    }

    /// Whether a proxy stands before `uri`.
    ///
    /// # Errors
    ///
    /// Why it can't be used, as a sentence that names the variable.
    pub(in crate::aws) fn stand_before(&self, uri: &Uri) -> Result<bool, String> {
        let proxy = if uri.scheme_str() == Some("https") { &self.https } else { &self.http };
        match proxy {
            Some(proxy) if !self.is_bypassed(uri) => proxy.as_ref().map(|_| true).map_err(String::clone),
            _ => Ok(false),
        }
    }

    /// The proxy before `https://`, or before `http://`, for the HTTP client.
    pub(in crate::aws) fn config(&self, tls: bool) -> ProxyConfig {
        let Some(Ok(proxy)) = (if tls { &self.https } else { &self.http }) else {
            return ProxyConfig::disabled();
        };
        // It was judged when it was read.
        let Ok(config) = proxy.config(tls) else { return ProxyConfig::disabled() };
        match &proxy.login {
            Some((user, password)) => config.with_basic_auth(user, password),
            None => config,
        }
    }

    /// Whether `no_proxy` names the host, a domain that it is in, or a net that its address is in.
    fn is_bypassed(&self, uri: &Uri) -> bool {
        if self.bypassed == "*" {
            return true;
        }
        let Some(authority) = uri.authority() else { return false };
        let (whole, host) = (authority.as_str().to_lowercase(), authority.host().to_lowercase());
        let hosts = || self.bypassed.split(',').map(str::trim).filter(|name| !name.is_empty());
        let is_named = hosts().any(|name| {
            let name = name.trim_start_matches('.').to_lowercase();
            let is_below = |host: &str| host == name || host.ends_with(&format!(".{name}"));
            is_below(&host) || is_below(&whole)
        });
        let nets: Vec<_> = hosts().filter(|name| name.contains('/')).collect();
        let is_in_net =
            || Matcher::builder().all("http://proxy").no(nets.join(",")).build().intercept(uri).is_none();
        is_named || (!nets.is_empty() && is_in_net())
    }
}

impl Proxy {
    /// Reads a URL; why it can't be used, as the second half of a sentence.
    fn read(written: &str) -> Result<Self, &'static str> {
        let (scheme, rest) = match written.split_once("://") {
            Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
            None => ("http".to_owned(), written.strip_prefix("//").unwrap_or(written)),
        };
        if !["http", "https"].contains(&scheme.as_str()) {
            return Err("it must begin with http:// or https://");
        }
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        if path.contains('@') {
            // A part of the password would be taken for the host.
            return Err("its password contains a /, ? or #: write %2F, %3F or %23 for it");
        }
        // A password may hold an @, a host can't.
        let (login, place) =
            authority.rsplit_once('@').map_or(("", authority), |(login, place)| (login, place));
        if !place.is_ascii() {
            return Err("its host contains letters that are not ASCII");
        }
        let (user, password) = login.split_once(':').unwrap_or((login, ""));
        let (user, password) = (escaped(user)?, escaped(password)?);
        let proxy = Self {
            url: format!("{scheme}://{place}"),
            login: Some((user, password)).filter(|(user, password)| !user.is_empty() && !password.is_empty()),
        };
        let uri: Uri = proxy.url.parse().map_err(|_| "it is not a URL")?;
        let host = uri.host().unwrap_or_default();
        if host.trim_matches(['[', ']']).is_empty() {
            return Err("it has no host");
        }
        let port = place.get(host.len()..).and_then(|rest| rest.strip_prefix(':'));
        if port.is_some_and(|port| !port.parse().is_ok_and(|port: u16| port > 0)) {
            return Err("its port is not a number from 1 to 65535");
        }
        proxy.config(true).map(|_| proxy.clone()).map_err(|_| "it is not a URL")
    }

    fn config(&self, tls: bool) -> Result<ProxyConfig, aws_smithy_http_client::proxy::ProxyError> {
        if tls { ProxyConfig::https(self.url.as_str()) } else { ProxyConfig::http(self.url.as_str()) }
    }
}

/// It is never printed with its password.
impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Proxy").field("url", &self.url).finish_non_exhaustive()
    }
}

fn named(lower: &str, upper: Option<&str>, env: &Env) -> Result<Option<Named>, Failure> {
    let found = first(lower, upper, env)?;
    Ok(found.map(|(name, url)| {
        Proxy::read(&url).map_err(|why| format!("The proxy from {name} can't be used: {why}."))
    }))
}

/// The variable that counts, and its value. One in lower case that is empty hides the other.
fn first(lower: &str, upper: Option<&str>, env: &Env) -> Result<Option<(String, String)>, Failure> {
    for name in [Some(lower), upper].into_iter().flatten() {
        if let Some(value) = variable::read(env, name)? {
            return Ok(Some((name.to_owned(), value)).filter(|(_, value)| !value.is_empty()));
        }
    }
    Ok(None)
}

/// A part of a log-in with its escapes undone and all else escaped, so that it can stand in a URL.
fn escaped(part: &str) -> Result<String, &'static str> {
    use fmt::Write;
    let mut escaped = String::new();
    let mut rest = part;
    while let Some(letter) = rest.chars().next() {
        let hex = rest.strip_prefix('%').and_then(|rest| rest.get(..2));
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        let (byte, length) = match byte {
            Some(byte) => (Some(byte), 3),
            None => (u8::try_from(letter).ok(), letter.len_utf8()),
        };
        let byte = byte.filter(u8::is_ascii).ok_or(
            "its user name or password contains letters that are not \
                                                    ASCII",
        )?;
        if byte.is_ascii_alphanumeric() {
            escaped.push(char::from(byte));
        } else {
            // Writing to a String can't fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    Ok(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_is_read_as_the_cli_reads_it() {
        for (written, url, login) in [
            ("h:8080", "http://h:8080", None),
            ("//h", "http://h", None),
            ("http://h:8080/path", "http://h:8080", None),
            ("HTTPS://[::1]:8080", "https://[::1]:8080", None),
            ("http://u:p@h:1", "http://h:1", Some(("u", "p"))),
            ("http://u:p@ss:w@h:1", "http://h:1", Some(("u", "p%40ss%3Aw"))),
            ("http://u%40corp:p%2fw%@h:1", "http://h:1", Some(("u%40corp", "p%2Fw%25"))),
            ("http://u@h:1", "http://h:1", None),
            ("http://:p@h:1", "http://h:1", None),
        ] {
            let proxy = Proxy::read(written).unwrap();
            let found = proxy.login.as_ref().map(|(user, password)| (user.as_str(), password.as_str()));
            assert_eq!((proxy.url.as_str(), found), (url, login), "{written}");
            assert!(!format!("{proxy:?}").contains("ss"), "{proxy:?}");
        }
    }

    #[test]
    fn one_that_cannot_be_used_is_named_and_its_password_is_not() {
        for (written, says) in [
            ("http://:::", "not a URL"),
            ("http://", "not a URL"),
            ("http://u:S3CRET@", "not a URL"),
            ("http://u:S3CRET/x@h:1", "write %2F"),
            ("http://u:p@S3CRET?x@h:1", "write %2F"),
            ("http://u:S3CRET@h:port", "port"),
            ("http://u:S3CRET@h:0", "port"),
            ("http://u:S3CRET@h b:1", "not a URL"),
            ("socks5://u:S3CRET@h:1", "http:// or https://"),
            ("http://u:S3CRETé@h:1", "not ASCII"),
            ("http://u:S3CRET%C3%A9@h:1", "not ASCII"),
            ("http://é.example:1", "its host contains letters that are not ASCII"),
        ] {
            let env = Env::from_slice(&[("HTTPS_PROXY", written)]);
            let proxies = Proxies::configured(&env).unwrap();
            let said = proxies.stand_before(&"https://aws".parse().unwrap()).unwrap_err();
            assert!(said.starts_with("The proxy from HTTPS_PROXY can't be used: "), "{said}");
            assert!(said.contains(says), "{written}: {said}");
            assert!(!format!("{said}{proxies:?}").contains("S3CRET"), "{said}");
            assert_eq!(proxies.stand_before(&"http://aws".parse().unwrap()), Ok(false));
        }
    }

    #[test]
    fn variables_count_as_for_the_cli() {
        let (http, https) = ("http://aws/", "https://aws/");
        for (variables, uri, stands) in [
            (&[][..], https, false),
            (&[("HTTPS_PROXY", "p")], https, true),
            (&[("HTTPS_PROXY", "p")], http, false),
            (&[("HTTPS_PROXY", "")], https, false),
            (&[("HTTPS_PROXY", "p"), ("https_proxy", "")], https, false),
            (&[("HTTPS_PROXY", "://"), ("https_proxy", "p")], https, true),
            (&[("HTTP_PROXY", "p")], http, true),
            (&[("HTTP_PROXY", "p"), ("REQUEST_METHOD", "GET")], http, false),
            (&[("http_proxy", "p"), ("REQUEST_METHOD", "GET")], http, true),
            // Curl knows it, the AWS CLI does not.
            (&[("ALL_PROXY", "p")], https, false),
        ] {
            let proxies = Proxies::configured(&Env::from_slice(variables)).unwrap();
            assert_eq!(proxies.stand_before(&uri.parse().unwrap()), Ok(stands), "{variables:?} {uri}");
        }
    }

    #[test]
    fn hosts_are_left_out_by_name_domain_port_and_net() {
        for (hosts, uri, stands) in [
            ("*", "https://aws/", false),
            ("a,*", "https://aws/", true),
            ("amazonaws.com", "https://sts.AMAZONAWS.com/", false),
            (" x , .amazonaws.com", "https://sts.amazonaws.com/", false),
            ("amazonaws.com", "https://myamazonaws.com/", true),
            ("h:8443", "https://h:8443/", false),
            ("h:8443", "https://h/", true),
            ("10.1.2.3", "https://10.1.2.3:80/", false),
            ("10.0.0.0/8", "https://10.1.2.3/", false),
            ("10.0.0.0/8", "https://11.1.2.3/", true),
            ("", "https://aws/", true),
        ] {
            let env = Env::from_slice(&[("https_proxy", "p"), ("no_proxy", hosts)]);
            let proxies = Proxies::configured(&env).unwrap();
            assert_eq!(proxies.stand_before(&uri.parse().unwrap()), Ok(stands), "{hosts} {uri}");
        }
    }
}
