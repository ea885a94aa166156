//! The way to a service that behaves, on which things break.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use sagescope::emulator::Emulator;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinHandle;

use super::http::{Answer, Request};

/// What is done with a connection on which a request came.
pub enum Deed {
    /// These bytes are written.
    Write(Vec<u8>, Then),
    /// The first are written at once, the others one by one, ten milliseconds apart, until the other side goes.
    Drip(Vec<u8>, Vec<u8>),
    /// The first are written, then the second over and over, until the other side goes.
    Pour(Vec<u8>, Vec<u8>),
}

/// What becomes of the connection after that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// It waits for the next request.
    Keep,
    /// It is closed in good order.
    Close,
    /// It is broken off.
    Reset,
    /// Nothing more comes, until the other side goes.
    Hang,
}

/// Decides what is done with a request: which it is of those that are meant, and what a service that behaves
/// answers.
pub type Script = Arc<dyn Fn(usize, &Request, Answer) -> Deed + Send + Sync>;

/// Whether a request that breaks comes to the service all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passing {
    /// It does, and only its answer is lost or altered.
    On,
    /// The service never hears of it.
    Not,
}

/// Whether a request is meant.
pub type Picked = Arc<dyn Fn(&Request) -> bool + Send + Sync>;

/// What befalls which requests.
#[derive(Clone)]
struct Trouble {
    picked: Picked,
    script: Script,
    passing: Passing,
    count: usize,
}

/// A way to an embedded service. What befalls no trouble is passed on.
pub struct Wire {
    pub url: String,
    shared: Arc<Shared>,
    accepting: JoinHandle<()>,
    /// Nobody else gets the address of a wire on which nobody listens.
    kept: Option<TcpSocket>,
}

/// Who serves there.
pub enum Behind {
    /// An embedded service, which serves as long as somebody holds it.
    Service(Emulator),
    /// What is at this URL.
    Url(String),
}

impl Behind {
    fn address(&self) -> String {
        let url = match self {
            Self::Service(service) => service.endpoint_url(),
            Self::Url(url) => url.clone(),
        };
        url.trim_start_matches("http://").to_owned()
    }
}

struct Shared {
    behind: Behind,
    trouble: Mutex<Option<Trouble>>,
    asked: Mutex<Vec<Request>>,
    connections: Mutex<Vec<JoinHandle<()>>>,
}

impl Wire {
    /// The way to `service`, on which nothing breaks yet.
    pub async fn to(service: &Emulator) -> Self {
        Self::before(Behind::Service(service.clone())).await
    }

    /// The way to what is `behind`, on which nothing breaks yet.
    pub async fn before(behind: Behind) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let shared = Arc::new(Shared {
            behind,
            trouble: Mutex::default(),
            asked: Mutex::default(),
            connections: Mutex::default(),
        });
        let kept = Arc::clone(&shared);
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let shared = Arc::clone(&kept);
                let connection = tokio::spawn(async move { shared.serve(stream).await });
                kept.connections.lock().unwrap().push(connection);
            }
        });
        Self { url, shared, accepting, kept: None }
    }

    /// From now on `script` says what is done with the requests that are `picked`.
    pub fn breaks(&self, picked: Picked, script: Script, passing: Passing) {
        *self.shared.trouble.lock().unwrap() = Some(Trouble { picked, script, passing, count: 0 });
    }

    /// From now on nothing breaks any more.
    pub fn mends(&self) {
        *self.shared.trouble.lock().unwrap() = None;
    }

    /// Nobody listens any more, and what stood is closed.
    pub async fn closes(&mut self) {
        self.accepting.abort();
        let _ = (&mut self.accepting).await;
        let connections: Vec<_> = self.shared.connections.lock().unwrap().drain(..).collect();
        for connection in connections {
            connection.abort();
            let _ = connection.await;
        }
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_reuseaddr(true).unwrap();
        socket.bind(self.url.trim_start_matches("http://").parse().unwrap()).unwrap();
        self.kept = Some(socket);
    }

    /// What came so far.
    pub fn asked(&self) -> Vec<Request> {
        self.shared.asked.lock().unwrap().clone()
    }

    /// How often it was asked for `operation`.
    pub fn count(&self, operation: &str) -> usize {
        self.shared.asked.lock().unwrap().iter().filter(|asked| asked.operation == operation).count()
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.accepting.abort();
        for connection in self.shared.connections.lock().unwrap().drain(..) {
            connection.abort();
        }
    }
}

impl Shared {
    async fn serve(&self, mut stream: TcpStream) {
        // Else each byte of those that come one by one would wait for the one before.
        stream.set_nodelay(true).unwrap();
        while let Some(request) = Request::read(&mut stream).await {
            self.asked.lock().unwrap().push(request.clone());
            let Some(deed) = self.deed(&request).await else { return };
            if deed.carry_out(&mut stream).await != Some(Then::Keep) {
                return;
            }
        }
    }

    /// What is done with a request. Nothing where the service has gone.
    async fn deed(&self, request: &Request) -> Option<Deed> {
        let good = Answer::of_service(self.behind.address(), request);
        Some(match self.trouble_with(request) {
            Some((number, script, Passing::On)) => script(number, request, good.await?),
            Some((number, script, Passing::Not)) => script(number, request, Answer::new(200, "{}")),
            None => Deed::Write(good.await?.bytes(), Then::Keep),
        })
    }

    fn trouble_with(&self, request: &Request) -> Option<(usize, Script, Passing)> {
        let mut trouble = self.trouble.lock().unwrap();
        let trouble = trouble.as_mut().filter(|trouble| (trouble.picked)(request))?;
        trouble.count += 1;
        Some((trouble.count, Arc::clone(&trouble.script), trouble.passing))
    }
}

impl Deed {
    /// Does it. Nothing where the other side has gone.
    async fn carry_out(self, stream: &mut TcpStream) -> Option<Then> {
        match self {
            Self::Write(bytes, then) => {
                stream.write_all(&bytes).await.ok()?;
                match then {
                    Then::Keep | Then::Close => {}
                    Then::Reset => stream.set_zero_linger().ok()?,
                    Then::Hang => until_gone(stream).await,
                }
                Some(then)
            }
            Self::Drip(begin, bytes) => {
                stream.write_all(&begin).await.ok()?;
                for byte in bytes {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                    stream.write_all(&[byte]).await.ok()?;
                }
                Some(Then::Keep)
            }
            Self::Pour(begin, again) => {
                stream.write_all(&begin).await.ok()?;
                loop {
                    stream.write_all(&again).await.ok()?;
                }
            }
        }
    }
}

async fn until_gone(stream: &mut TcpStream) {
    let mut rest = [0; 1024];
    while stream.read(&mut rest).await.is_ok_and(|count| count > 0) {}
}
