//! Requests under way, each on a task of its own. What a task returns is its reply.

use std::collections::HashMap;
use std::task::{Context, Poll};

use tokio::task::{AbortHandle, Id, JoinError, JoinSet};

use crate::app::{Msg, PlaceId, Reply, Request, Ticket};
use crate::domain::{Aim, Failure, FailureClass};

use super::Backend;

/// The tasks. When there is none left, nothing is under way.
#[derive(Debug)]
pub struct Tasks<S> {
    service: S,
    running: JoinSet<Reply>,
    tickets: HashMap<Id, Ticket>,
    handles: HashMap<Ticket, AbortHandle>,
}

impl<S: Backend> Tasks<S> {
    /// No task yet; requests go to `service`.
    pub fn new(service: S) -> Self {
        Self { service, running: JoinSet::new(), tickets: HashMap::new(), handles: HashMap::new() }
    }

    /// Makes a place ready.
    pub fn open(&mut self, place: PlaceId, aim: &Aim) {
        self.service.open(place, aim);
    }

    /// Ends the search for keys at a place.
    pub fn stop_keys(&self, place: PlaceId) {
        self.service.stop(place);
    }

    /// Begins a request. Must be called within a tokio runtime.
    pub fn begin(&mut self, ticket: Ticket, place: PlaceId, request: Request) {
        let service = self.service.clone();
        let handle = self.running.spawn(async move { service.perform(place, request).await });
        self.tickets.insert(handle.id(), ticket);
        self.handles.insert(ticket, handle);
    }

    /// Ends the task of a read that nobody waits for.
    pub fn cancel(&mut self, ticket: Ticket) {
        if let Some(handle) = self.handles.remove(&ticket) {
            handle.abort();
        }
    }

    /// Whether nothing is under way.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.running.is_empty()
    }

    /// The next reply, if one is there; a task that was cancelled gives none.
    pub fn poll_reply(&mut self, context: &mut Context<'_>) -> Poll<Option<Msg>> {
        loop {
            match self.running.poll_join_next_with_id(context) {
                Poll::Ready(Some(Ok((id, reply)))) => {
                    if let Some(ticket) = self.forget(id) {
                        return Poll::Ready(Some(Msg::Reply { ticket, reply }));
                    }
                }
                Poll::Ready(Some(Err(error))) => {
                    let ticket = self.forget(error.id());
                    if let (Some(ticket), Some(reply)) = (ticket, panic_reply(error)) {
                        return Poll::Ready(Some(Msg::Reply { ticket, reply }));
                    }
                }
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            }
        }
    }

    fn forget(&mut self, id: Id) -> Option<Ticket> {
        let ticket = self.tickets.remove(&id)?;
        self.handles.remove(&ticket);
        Some(ticket)
    }
}

/// A panic in a task is a reply like another: the screen stays whole.
fn panic_reply(error: JoinError) -> Option<Reply> {
    let payload = error.try_into_panic().ok()?;
    let words = payload
        .downcast_ref::<&str>()
        .map(|words| (*words).to_owned())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    Some(Err(Failure::new(FailureClass::Bug, &format!("a background task panicked: {words}"))))
}
