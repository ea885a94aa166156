//! The way from a request to its reply.

use std::sync::Arc;

use tokio::sync::Mutex;
use tracing::debug;

use super::Connection;
use super::session::Session;
use super::{describe, identity, list, update};
use crate::app::{Answer, Reply, Request};
use crate::domain::{Failure, FailureClass};

/// A place to ask things of. Cloning is cheap, and clones share configuration and keys.
#[derive(Debug, Clone)]
pub struct Client(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    connection: Connection,
    /// Loaded by the first request that needs it; the others wait for that one.
    session: Mutex<Option<Arc<Session>>>,
}

impl Client {
    /// A client that has touched nothing yet: no file, no variable, no network.
    #[must_use]
    pub fn new(connection: Connection) -> Self {
        Self(Arc::new(Inner { connection, session: Mutex::new(None) }))
    }

    /// Does what `request` asks. Reads are retried; UpdateImage is sent once, or not at all.
    ///
    /// Dropping the future of a read cancels it; of an UpdateImage it leaves the outcome unknown.
    ///
    /// # Errors
    ///
    /// A [`Failure`]. Where [`Failure::leaves_write_unknown`] is false of it, an UpdateImage was
    /// certainly not done.
    pub async fn perform(&self, request: Request) -> Reply {
        if self.0.connection.read_only && matches!(request, Request::Update(_)) {
            let said = "UpdateImage was not sent, because sagescope runs read-only.";
            return Err(Failure::new(FailureClass::ReadOnly, said));
        }
        let session = self.session().await?;
        let reply = answer(&session, request).await;
        if let Err(failure) = &reply {
            debug!(class = ?failure.class, code = ?failure.code, "a request failed");
            self.forget_stale(&session, failure).await;
        }
        reply
    }

    /// The session, loaded if need be. A load that failed is not kept: the next request tries again.
    async fn session(&self) -> Result<Arc<Session>, Failure> {
        let mut slot = self.0.session.lock().await;
        if let Some(session) = slot.as_ref() {
            return Ok(Arc::clone(session));
        }
        let session = Arc::new(Session::load(&self.0.connection).await?);
        *slot = Some(Arc::clone(&session));
        Ok(session)
    }

    /// After a failure of the keys the configuration is read again, so that a log-in in another
    /// terminal helps: the SDK's providers keep what they read.
    async fn forget_stale(&self, failed: &Arc<Session>, failure: &Failure) {
        let stale = matches!(
            failure.class,
            FailureClass::Expired | FailureClass::NoCredentials | FailureClass::BadKey | FailureClass::Clock
        );
        let mut slot = self.0.session.lock().await;
        if stale && slot.as_ref().is_some_and(|current| Arc::ptr_eq(current, failed)) {
            *slot = None;
        }
    }
}

async fn answer(session: &Session, request: Request) -> Reply {
    if request == Request::Locate {
        return Ok(Answer::Located(session.location.clone()));
    }
    session.keyring.ready().await?;
    match request {
        Request::Locate => Ok(Answer::Located(session.location.clone())),
        Request::WhoAmI => identity::ask(session).await,
        Request::List { after } => list::page(session, after).await,
        Request::Describe(name) => describe::image(session, &name).await,
        Request::Update(change) => update::send(session, &change).await,
    }
}
