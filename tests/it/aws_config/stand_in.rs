//! A stand-in for AWS on loopback: an endpoint, an HTTP proxy, and a proxy for tunnels that answers at their
//! other end by TLS, whatever host they were meant for.

use std::convert::Infallible;
use std::io::Write;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use tempfile::NamedTempFile;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use super::answers;
use super::arrival::Arrival;
use super::authority::Authority;
use super::case::Behaviour;

/// What all stand-ins share: where they run, and who vouches for them.
pub struct Net {
    runtime: Runtime,
    authority: Arc<Authority>,
    certificate: NamedTempFile,
}

impl Net {
    pub fn new() -> Self {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let authority = Authority::new();
        let mut certificate = NamedTempFile::new().unwrap();
        certificate.write_all(authority.pem().as_bytes()).unwrap();
        Self { runtime, authority: Arc::new(authority), certificate }
    }

    /// The file with the certificate of the authority.
    pub fn certificate(&self) -> &Path {
        self.certificate.path()
    }
}

/// It keeps what comes in, in order.
pub struct StandIn {
    pub port: u16,
    shared: Arc<Shared>,
    accepting: tokio::task::JoinHandle<()>,
}

struct Shared {
    /// `127.0.0.1:PORT`.
    own: String,
    authority: Arc<Authority>,
    failures_left: Mutex<usize>,
    arrivals: Mutex<Vec<Arrival>>,
}

impl StandIn {
    pub fn open(net: &Net, behaviour: Behaviour) -> Self {
        let listener = net.runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared {
            own: format!("127.0.0.1:{port}"),
            authority: Arc::clone(&net.authority),
            failures_left: Mutex::new(behaviour.fail_list),
            arrivals: Mutex::default(),
        });
        let accepting = net.runtime.spawn(accept(listener, Arc::clone(&shared)));
        Self { port, shared, accepting }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.shared.own)
    }

    pub fn arrivals(&self) -> Vec<Arrival> {
        self.shared.arrivals.lock().unwrap().clone()
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(serve(TokioIo::new(stream), Arc::clone(&shared), None));
    }
}

async fn serve<S>(stream: TokioIo<S>, shared: Arc<Shared>, tunnel: Option<String>)
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let service = service_fn(move |request| take(request, Arc::clone(&shared), tunnel.clone()));
    // Who goes away in the middle is not missed.
    let _ = http1::Builder::new().serve_connection(stream, service).with_upgrades().await;
}

async fn take(
    request: Request<Incoming>,
    shared: Arc<Shared>,
    tunnel: Option<String>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    if request.method() == Method::CONNECT {
        tokio::spawn(dig(request, shared));
        return Ok(Response::new(Full::default()));
    }
    let (head, body) = request.into_parts();
    let body = body.collect().await.map(http_body_util::Collected::to_bytes).unwrap_or_default();
    let arrival =
        Arrival::read(&head.method, &head.uri, &head.headers, &body, tunnel.as_deref(), &shared.own);
    let fails = arrival.operation == "ListImages" && {
        let mut left = shared.failures_left.lock().unwrap();
        let fails = *left > 0;
        *left = left.saturating_sub(1);
        fails
    };
    let (status, kind, body) = if fails { answers::failure() } else { answers::of(&arrival) };
    shared.arrivals.lock().unwrap().push(arrival);
    let answer = Response::builder()
        .status(status)
        .header("content-type", kind)
        .header("x-amzn-requestid", "0ac1e000-0000-4000-8000-000000000001")
        .header("x-aws-ec2-metadata-token-ttl-seconds", "21600");
    Ok(answer.body(Full::from(body)).unwrap())
}

/// The other end of a tunnel, whose certificate is believed by whoever believes the authority.
fn dig(request: Request<Incoming>, shared: Arc<Shared>) -> Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async move {
        let meant = request.uri().authority().map(ToString::to_string).unwrap_or_default();
        let host = meant.rsplit_once(':').map_or(meant.as_str(), |(host, _)| host).to_owned();
        let Ok(stream) = hyper::upgrade::on(request).await else { return };
        if let Ok(stream) = shared.authority.acceptor(&host).accept(TokioIo::new(stream)).await {
            serve(TokioIo::new(stream), shared, Some(meant)).await;
        }
    })
}
