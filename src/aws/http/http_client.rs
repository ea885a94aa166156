//! The HTTP client that all SDK clients of this process share.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use aws_smithy_http_client::Connector;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
    SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use http_body_util::Limited;
use hyper::Uri;

use super::proxy::Proxies;
use super::route::Route;
use super::trust::Trust;
use crate::aws::failure::NoAnswer;

/// Most bytes of an answer that are read. No page of a list is as large by far; without a bound, one that never ends
/// would take all memory until its time is over.
pub(in crate::aws) const MOST_BYTES: usize = 16 << 20;

/// Whom a client trusts, and through whom it speaks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::aws) struct HttpSettings {
    pub trust: Trust,
    pub proxies: Proxies,
}

/// The client for `settings`; there is one for each that was ever asked for, which is nearly always one.
pub(in crate::aws) fn shared(settings: &HttpSettings) -> SharedHttpClient {
    static CLIENTS: Mutex<Vec<(HttpSettings, SharedHttpClient)>> = Mutex::new(Vec::new());
    let mut clients = CLIENTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, client)) = clients.iter().find(|(known, _)| known == settings) {
        return client.clone();
    }
    let client =
        SharedHttpClient::new(RoutingClient { http: settings.clone(), connectors: Mutex::default() });
    clients.push((settings.clone(), client.clone()));
    client
}

/// One connector for each connect timeout: ours, and the shorter one of the metadata service.
#[derive(Debug)]
struct RoutingClient {
    http: HttpSettings,
    connectors: Mutex<Vec<(HttpConnectorSettings, SharedHttpConnector)>>,
}

impl HttpClient for RoutingClient {
    fn http_connector(&self, settings: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        let mut connectors = self.connectors.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |known: &HttpConnectorSettings| {
            known.connect_timeout() == settings.connect_timeout()
                && known.read_timeout() == settings.read_timeout()
        };
        if let Some((_, connector)) = connectors.iter().find(|(known, _)| same(known)) {
            return connector.clone();
        }
        let connector = SharedHttpConnector::new(RoutingConnector {
            http: self.http.clone(),
            settings: settings.clone(),
            built: Arc::default(),
        });
        connectors.push((settings.clone(), connector.clone()));
        connector
    }
}

/// Connection pools, each built when the first request takes its way.
#[derive(Debug)]
struct RoutingConnector {
    http: HttpSettings,
    settings: HttpConnectorSettings,
    built: Arc<[OnceLock<Connector>; Route::COUNT]>,
}

impl HttpConnector for RoutingConnector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let uri: Uri = match request.uri().parse() {
            Ok(uri) => uri,
            Err(error) => return HttpConnectorFuture::ready(Err(ConnectorError::user(Box::new(error)))),
        };
        let route = match Route::to(&uri, &self.http.proxies) {
            Ok(route) => route,
            Err(why) => return HttpConnectorFuture::ready(Err(ConnectorError::user(why.into()))),
        };
        let host = uri.authority().map(ToString::to_string).unwrap_or_default();
        let Some(slot) = self.built.get(route.index()) else {
            return HttpConnectorFuture::ready(Err(ConnectorError::user("no such route".into())));
        };
        let connector = slot.get_or_init(|| {
            route.connector(self.settings.clone(), &self.http.proxies, || self.http.trust.context())
        });
        let answer = connector.call(request);
        HttpConnectorFuture::new(async move {
            let answer = answer.await.map_err(|error| NoAnswer::mark(error, host))?;
            Ok(answer.map(|body| SdkBody::from_body_1_x(Limited::new(body, MOST_BYTES))))
        })
    }
}
