//! The service behind each place.

use tokio::sync::mpsc::UnboundedSender;

use crate::aws::{Client, Connection, Step, Steps};
use crate::domain::{Aim, AwsSetup, Failure, FailureClass, PlaceId, Text};
use crate::service::{Answer, Local, Reply, Request};
use crate::shell::Service;
use crate::tripwire::tripwire;

/// How places are reached.
#[derive(Debug, Clone)]
pub enum Asked {
    /// As the command line says, but for what the aim of a place says.
    Aws(Connection),
    /// The demo's services, each by its profile, the first being the one it begins at; and what there
    /// is to choose from.
    Demo(Vec<Connection>, AwsSetup),
}

/// One AWS client a place; each has configuration and keys of its own.
#[derive(Debug, Clone)]
pub struct Clients {
    asked: Asked,
    places: Vec<Client>,
    steps: Option<UnboundedSender<Step>>,
}

impl Clients {
    /// No place yet; each will be reached as `asked` says. What is tried to get keys is told to
    /// `steps`.
    #[must_use]
    pub fn new(asked: Asked, steps: UnboundedSender<Step>) -> Self {
        Self { asked, places: Vec::new(), steps: Some(steps) }
    }

    /// One place, reached by `asked`; nobody is told what is tried.
    #[must_use]
    pub fn at(asked: Connection) -> Self {
        let places = vec![Client::new(asked.clone())];
        Self { asked: Asked::Aws(asked), places, steps: None }
    }

    /// How the place that `aim` says is reached.
    fn connection(&self, aim: &Aim) -> Connection {
        let own = |text: &Option<Text>| text.as_ref().map(|text| text.as_str().to_owned());
        let (profile, region) = (own(&aim.profile), own(&aim.region));
        match &self.asked {
            Asked::Aws(asked) => {
                Connection { profile, region: region.or_else(|| asked.region.clone()), ..asked.clone() }
            }
            Asked::Demo(services, _) => {
                let wanted = services.iter().find(|service| service.profile == profile);
                wanted.or(services.first()).cloned().unwrap_or_default()
            }
        }
    }

    fn steps_of(&self, place: PlaceId) -> Steps {
        self.steps.clone().map_or_else(Steps::default, |steps| Steps::to(steps, place))
    }
}

impl Service for Clients {
    fn open(&mut self, place: PlaceId, aim: &Aim) {
        let connection = Connection { steps: self.steps_of(place), ..self.connection(aim) };
        self.places.truncate(place.0);
        self.places.push(Client::new(connection));
    }

    fn stop(&self, place: PlaceId) {
        if let Some(client) = self.places.get(place.0) {
            client.stop();
        }
    }

    async fn perform(&self, place: PlaceId, request: Request) -> Reply {
        if let Some(operation) = request.operation() {
            tripwire(operation);
        }
        if let (Request::Local(Local::Survey), Asked::Demo(_, found)) = (&request, &self.asked) {
            return Ok(Answer::Surveyed(Box::new(found.clone())));
        }
        match self.places.get(place.0) {
            Some(client) => client.perform(request).await,
            None => Err(Failure::new(FailureClass::Bug, "there is no client for this place")),
        }
    }
}
