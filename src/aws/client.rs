//! The way from a request to its reply.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use aws_types::os_shim_internal::Env;
use tokio::sync::Mutex as Turn;
use tracing::debug;

use super::environment::FileSystem;
use super::files::{self, DEFAULT_PROFILE};
use super::session::SdkSession;
use super::{Connection, KeysFrom, ops};
use crate::domain::{AwsSetup, Failure, FailureClass, Location, Text};
use crate::edit::Call;
use crate::service::{Answer, Local, Read, Reply, Request};

/// A place to ask things of. Cloning is cheap, and clones share configuration and keys.
#[derive(Debug, Clone)]
pub struct Client(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    connection: Connection,
    session: Mutex<Option<Arc<SdkSession>>>,
    /// Where the first session was, and its region as it was written; the next ones are there too, whatever
    /// the files say by then.
    located: OnceLock<(Location, String)>,
    /// Held by the first request that needs a session, while it is loaded; the others wait for that one.
    loading: Turn<()>,
}

impl Client {
    /// A client that has touched nothing yet: no file, no variable, no network.
    #[must_use]
    pub fn new(connection: Connection) -> Self {
        Self(Arc::new(Inner {
            connection,
            session: Mutex::new(None),
            located: OnceLock::new(),
            loading: Turn::new(()),
        }))
    }

    /// Does what `request` asks. Reads are retried; a write is sent once, or not at all.
    ///
    /// Dropping the future of a read cancels it; of a write it leaves the outcome unknown.
    ///
    /// # Errors
    ///
    /// A [`Failure`]. Where [`Failure::leaves_write_unknown`] is false of it, a write was certainly
    /// not done.
    pub async fn perform(&self, request: Request) -> Reply {
        if request == Request::Local(Local::Survey) {
            return Ok(survey(self.0.connection.keys).await);
        }
        if let Request::Write(call) = &request
            && self.0.connection.read_only
        {
            return Err(refused(call, ", because sagescope is read-only."));
        }
        let session = self.session().await?;
        if let Request::Write(call) = &request
            && self.is_read_only(&session)
        {
            return Err(refused(call, ": this profile is read-only in the config file."));
        }
        let mut reply = answer(&session, request).await;
        if let Err(failure) = &mut reply {
            debug!(class = ?failure.class, code = ?failure.code, "a request failed");
            add_log_in(&session, failure);
            self.forget_stale(&session, failure);
        }
        reply
    }

    /// Whether the settings keep the profile from being used to write. It is known here which that is.
    fn is_read_only(&self, session: &SdkSession) -> bool {
        let profile = session.location.profile.as_ref().map_or(DEFAULT_PROFILE, Text::as_str);
        self.0.connection.read_only_profiles.contains(profile)
    }

    /// Ends the search for keys that is under way; requests that wait for them fail as stopped, and the next
    /// one begins anew. Dropping a request leaves the search alone.
    pub fn stop(&self) {
        if let Some(session) = self.held().as_ref() {
            session.keyring.stop();
        }
    }

    /// The session, loaded if need be. A load that failed is not kept: the next request tries again.
    async fn session(&self) -> Result<Arc<SdkSession>, Failure> {
        let _turn = self.0.loading.lock().await;
        if let Some(session) = self.held().as_ref() {
            return Ok(Arc::clone(session));
        }
        let session = Arc::new(self.load().await?);
        *self.held() = Some(Arc::clone(&session));
        Ok(session)
    }

    /// Reads the configuration. A place stays where it is: what stands on the screen is of one region and
    /// one endpoint, and so is what is sent from there.
    async fn load(&self) -> Result<SdkSession, Failure> {
        let Some((before, region)) = self.0.located.get() else {
            let session = SdkSession::load(&self.0.connection).await?;
            let _ = self.0.located.set((session.location.clone(), session.written_region.clone()));
            return Ok(session);
        };
        let region = Some(region.clone());
        let session = SdkSession::load(&Connection { region, ..self.0.connection.clone() }).await?;
        if session.location == *before {
            return Ok(session);
        }
        let said = "The AWS configuration has changed: another profile or endpoint applies here now. \
                    Restart sagescope to use it.";
        Err(Failure::new(FailureClass::BadConfig, said))
    }

    /// After a failure of the keys the configuration is read again, so that a log-in in another
    /// terminal helps: the SDK's providers keep what they read.
    fn forget_stale(&self, failed: &Arc<SdkSession>, failure: &Failure) {
        let stale = match failure.class {
            FailureClass::Expired | FailureClass::BadKey => true,
            // A fetch that goes on may wait for a person, who is asked once.
            FailureClass::NoCredentials => !failed.keyring.is_busy(),
            // Keys that took a code are kept: with a wrong clock new ones can't be had.
            FailureClass::Clock => !failed.keyring.took_code(),
            // It is asked for, and then taken, with the session as it is.
            FailureClass::CodeWanted => false,
            class => class.is_about_keys(),
        };
        let mut held = self.held();
        if stale && held.as_ref().is_some_and(|current| Arc::ptr_eq(current, failed)) {
            *held = None;
        }
    }

    fn held(&self) -> MutexGuard<'_, Option<Arc<SdkSession>>> {
        self.0.session.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Keys that go by a log-in in a browser are had by another one.
fn add_log_in(session: &SdkSession, failure: &mut Failure) {
    let helps = match failure.class {
        FailureClass::Clock | FailureClass::CodeWanted => false,
        class => class.is_about_keys(),
    };
    if helps && failure.log_in.is_none() {
        failure.log_in = session.keyring.way_to_log_in();
    }
}

/// What there is to choose from. It needs no session, since it is asked where none can be had.
async fn survey(keys: KeysFrom) -> Answer {
    let found = match keys {
        KeysFrom::Chain => files::aws_setup(&Env::real(), &FileSystem::Real).await,
        KeysFrom::Fixed => AwsSetup::default(),
    };
    Answer::Surveyed(Box::new(found))
}

/// A write that may not go out from here.
fn refused(call: &Call, why: &str) -> Failure {
    Failure::new(FailureClass::ReadOnly, &format!("{} was not sent{why}", call.operation()))
}

async fn answer(session: &SdkSession, request: Request) -> Reply {
    match request {
        Request::Local(Local::Locate) => Ok(Answer::Located(session.location.clone())),
        Request::Local(Local::Survey) => Ok(survey(KeysFrom::Chain).await),
        Request::Read(wanted) => read(session, wanted).await,
        Request::LogIn(code) => ops::log_in(session, code).await,
        Request::Write(call) => ops::write(session, &call).await,
    }
}

/// An answer that can't be read, since it broke off or a proxy gave it, may be a better one the next time. What was
/// read and makes no sense, as a list that goes round in a circle, would be the same again.
async fn read(session: &SdkSession, wanted: Read) -> Reply {
    match ops::read(session, wanted.clone()).await {
        Err(failure) if failure.class == FailureClass::Unreadable && failure.http_status.is_some() => {
            debug!(operation = wanted.operation(), "an answer can't be read; it is asked for once more");
            ops::read(session, wanted).await
        }
        reply => reply,
    }
}
