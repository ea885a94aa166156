//! The service behind each place.

use crate::app::{PlaceId, Reply, Request};
use crate::aws::Client;
use crate::domain::{Failure, FailureClass};
use crate::shell::Service;
use crate::tripwire::tripwire;

/// One AWS client a place.
#[derive(Debug, Clone)]
pub struct Clients(Vec<Client>);

impl Clients {
    /// The clients, in the order of the places.
    #[must_use]
    pub fn new(clients: Vec<Client>) -> Self {
        Self(clients)
    }
}

impl Service for Clients {
    async fn perform(&self, place: PlaceId, request: Request) -> Reply {
        if matches!(request, Request::Describe(_)) {
            tripwire("task");
        }
        match self.0.get(place.0) {
            Some(client) => client.perform(request).await,
            None => Err(Failure::new(FailureClass::Bug, "there is no client for this place")),
        }
    }
}
