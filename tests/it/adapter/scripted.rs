//! A service that answers as a test says: for what the embedded one, being a good service, never would.

use std::convert::Infallible;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use sagescope::aws::Client;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::Barrier;

/// Status and body of an answer.
pub type Answered = (u16, String);

/// An answer that went well.
pub fn good(body: &Value) -> Answered {
    (200, body.to_string())
}

/// A refusal with `code`.
pub fn refused(code: &str) -> Answered {
    (400, json!({"__type": code, "message": format!("{code}, because the test says so")}).to_string())
}

/// Whether an operation and its body are meant.
pub type Picked = fn(&str, &Value) -> bool;

type Script = Box<dyn Fn(&str, &Value) -> Answered + Send + Sync>;

/// It answers on many connections at once, and keeps what it was asked.
pub struct Scripted {
    url: String,
    shared: Arc<Shared>,
}

struct Shared {
    script: Script,
    /// The requests that wait until so many of them are there.
    gathering: Option<(Picked, Barrier)>,
    asked: Mutex<Vec<(String, Value)>>,
    now: AtomicUsize,
    most: AtomicUsize,
}

impl Scripted {
    /// Answers an operation and its body as `script` says.
    pub async fn open(script: impl Fn(&str, &Value) -> Answered + Send + Sync + 'static) -> Self {
        Self::start(Box::new(script), None).await
    }

    /// Likewise, but what is `picked` is answered only where `count` of it wait at once.
    pub async fn gathering(
        count: usize,
        picked: Picked,
        script: impl Fn(&str, &Value) -> Answered + Send + Sync + 'static,
    ) -> Self {
        Self::start(Box::new(script), Some((picked, Barrier::new(count)))).await
    }

    async fn start(script: Script, gathering: Option<(Picked, Barrier)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let shared = Arc::new(Shared { script, gathering, asked: Mutex::default(), now, most });
        let kept = Arc::clone(&shared);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let shared = Arc::clone(&kept);
                let service = service_fn(move |request| take(request, Arc::clone(&shared)));
                // Who goes away in the middle is not missed.
                tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
            }
        });
        Self { url, shared }
    }

    /// A client of it.
    pub fn client(&self) -> Client {
        Client::new(super::connection(self.url.clone()))
    }

    /// What it was asked so far, in order.
    pub fn asked(&self) -> Vec<(String, Value)> {
        self.shared.asked.lock().unwrap().clone()
    }

    /// How often it was asked for `operation`.
    pub fn count(&self, operation: &str) -> usize {
        self.asked().iter().filter(|(asked, _)| asked == operation).count()
    }

    /// The most requests that waited for an answer at the same time.
    pub fn most_at_once(&self) -> usize {
        self.shared.most.load(Ordering::SeqCst)
    }
}

async fn take(request: Request<Incoming>, shared: Arc<Shared>) -> Result<Response<Full<Bytes>>, Infallible> {
    let target = request.headers().get("x-amz-target").and_then(|it| it.to_str().ok()).unwrap_or_default();
    let operation = target.trim_start_matches("SageMaker.").to_owned();
    let body = request.into_body().collect().await.unwrap().to_bytes();
    let body: Value = serde_json::from_slice(&body).unwrap();
    shared.asked.lock().unwrap().push((operation.clone(), body.clone()));
    let now = shared.now.fetch_add(1, Ordering::SeqCst) + 1;
    shared.most.fetch_max(now, Ordering::SeqCst);
    if let Some((_, enough)) = shared.gathering.as_ref().filter(|(picked, _)| picked(&operation, &body)) {
        enough.wait().await;
    }
    let (status, answer) = (shared.script)(&operation, &body);
    shared.now.fetch_sub(1, Ordering::SeqCst);
    Ok(Response::builder().status(status).body(Full::from(answer)).unwrap())
}
