//! The service behind each place.

use tokio::sync::mpsc::UnboundedSender;

use crate::app::{PlaceId, Reply, Request};
use crate::aws::{Client, Connection, Step, Steps};
use crate::domain::{Aim, Failure, FailureClass, Text};
use crate::shell::Service;
use crate::tripwire::tripwire;

/// One AWS client a place; each has configuration and keys of its own.
#[derive(Debug, Clone)]
pub struct Clients {
    /// How the program was told to reach AWS.
    asked: Connection,
    places: Vec<Client>,
    steps: Option<UnboundedSender<Step>>,
}

impl Clients {
    /// No place yet; each will be reached as `asked` says, but for what its aim says. What is tried to
    /// get keys is told to `steps`.
    #[must_use]
    pub fn new(asked: Connection, steps: UnboundedSender<Step>) -> Self {
        Self { asked, places: Vec::new(), steps: Some(steps) }
    }

    /// One place, reached by `asked`; nobody is told what is tried.
    #[must_use]
    pub fn at(asked: Connection) -> Self {
        let places = vec![Client::new(asked.clone())];
        Self { asked, places, steps: None }
    }

    fn steps_of(&self, place: PlaceId) -> Steps {
        self.steps.clone().map_or_else(Steps::default, |steps| Steps::to(steps, place))
    }
}

impl Service for Clients {
    fn open(&mut self, place: PlaceId, aim: &Aim) {
        let own = |text: &Option<Text>| text.as_ref().map(|text| text.as_str().to_owned());
        let client = Client::new(Connection {
            profile: own(&aim.profile),
            region: own(&aim.region).or_else(|| self.asked.region.clone()),
            steps: self.steps_of(place),
            ..self.asked.clone()
        });
        self.places.truncate(place.0);
        self.places.push(client);
    }

    fn stop(&self, place: PlaceId) {
        if let Some(client) = self.places.get(place.0) {
            client.stop();
        }
    }

    async fn perform(&self, place: PlaceId, request: Request) -> Reply {
        if matches!(request, Request::Describe(_)) {
            tripwire("task");
        }
        match self.places.get(place.0) {
            Some(client) => client.perform(request).await,
            None => Err(Failure::new(FailureClass::Bug, "there is no client for this place")),
        }
    }
}
