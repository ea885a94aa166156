//! Which way a request leaves this machine.

use std::time::Duration;

use aws_smithy_http_client::Connector;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext};
use aws_smithy_runtime_api::client::http::HttpConnectorSettings;
use hyper::Uri;

use super::proxy::Proxies;

/// How long an idle connection is kept: below the time after which routers forget it in silence.
const IDLE: Duration = Duration::from_secs(25);

/// With TLS or without, through the proxy of the environment or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::aws) struct Route {
    tls: bool,
    proxy: bool,
}

impl Route {
    /// How many there are.
    pub(in crate::aws) const COUNT: usize = 4;

    /// The way to `uri`.
    ///
    /// # Errors
    ///
    /// Why the proxy on it can't be used, as a sentence.
    pub(in crate::aws) fn to(uri: &Uri, proxies: &Proxies) -> Result<Self, String> {
        let tls = uri.scheme_str() == Some("https");
        let proxy = !uri.host().is_some_and(is_near) && proxies.stand_before(uri)?;
        Ok(Self { tls, proxy })
    }

    /// A number of its own, below [`Self::COUNT`].
    pub(in crate::aws) fn index(self) -> usize {
        usize::from(self.tls) + 2 * usize::from(self.proxy)
    }

    /// A connection pool for this way. `trust` is called for TLS only: certificates cost time.
    pub(in crate::aws) fn connector(
        self,
        settings: HttpConnectorSettings,
        proxies: &Proxies,
        trust: impl FnOnce() -> TlsContext,
    ) -> Connector {
        let proxy = if self.proxy { proxies.clone() } else { Proxies::default() }.config(self.tls);
        let builder =
            Connector::builder().connector_settings(settings).pool_idle_timeout(IDLE).proxy_config(proxy);
        if self.tls {
            builder.tls_provider(Provider::Rustls(CryptoMode::Ring)).tls_context(trust()).build()
        } else {
            builder.build_http()
        }
    }
}

/// Whether `host` is this machine or one of the metadata services beside it, none of which a proxy
/// can reach, whatever `NO_PROXY` says.
pub(in crate::aws) fn is_near(host: &str) -> bool {
    use std::net::{IpAddr, Ipv6Addr};
    /// Where an EC2 instance finds its metadata over IPv6.
    const METADATA: Ipv6Addr = Ipv6Addr::new(0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254);
    let host = host.trim_matches(['[', ']']).to_ascii_lowercase();
    match host.parse() {
        Ok(IpAddr::V4(ip)) => ip.is_loopback() || ip.is_link_local(),
        Ok(IpAddr::V6(ip)) => ip.is_loopback() || ip == METADATA,
        Err(_) => host == "localhost" || host.ends_with(".localhost"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_types::os_shim_internal::Env;

    #[test]
    fn no_proxy_stands_before_this_machine() {
        let env = Env::from_slice(&[("HTTP_PROXY", "p"), ("HTTPS_PROXY", "p")]);
        let proxies = Proxies::configured(&env).unwrap();
        for (uri, tls, proxy) in [
            ("http://127.0.0.1:8080/", false, false),
            ("http://localhost/", false, false),
            ("https://LOCALHOST:4566/", true, false),
            ("http://[::1]:80/", false, false),
            ("http://169.254.169.254/latest", false, false),
            ("https://api.sagemaker.us-east-1.amazonaws.com/", true, true),
            ("http://localhost.example.com/", false, true),
        ] {
            let way = Route::to(&uri.parse().unwrap(), &proxies);
            assert_eq!(way, Ok(Route { tls, proxy }), "{uri}");
        }
    }

    #[test]
    fn every_way_has_its_number() {
        let mut seen = [false; Route::COUNT];
        for (tls, proxy) in [(false, false), (true, false), (false, true), (true, true)] {
            seen[Route { tls, proxy }.index()] = true;
        }
        assert_eq!(seen, [true; Route::COUNT]);
    }
}
