//! The service behind each place.

use std::collections::BTreeMap;

use tokio::sync::mpsc::UnboundedSender;

use crate::aws::{Client, Connection, KeyStep, KeySteps};
use crate::domain::{Aim, AwsSetup, Failure, FailureClass, PlaceId, Text};
use crate::panic_for_test::panic_if_asked;
use crate::service::{Answer, Local, Reply, Request};
use crate::shell::Backend;

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
    places: BTreeMap<PlaceId, Client>,
    steps: Option<UnboundedSender<KeyStep>>,
}

impl Clients {
    /// No place yet; each will be reached as `asked` says. What is tried to get keys is told to
    /// `steps`.
    #[must_use]
    pub fn new(asked: Asked, steps: UnboundedSender<KeyStep>) -> Self {
        Self { asked, places: BTreeMap::new(), steps: Some(steps) }
    }

    /// One place, reached by `asked`; nobody is told what is tried.
    #[must_use]
    pub fn at(asked: Connection) -> Self {
        let places = [(PlaceId(0), Client::new(asked.clone()))].into();
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

    fn steps_of(&self, place: PlaceId) -> KeySteps {
        self.steps.clone().map_or_else(KeySteps::default, |steps| KeySteps::to(steps, place))
    }
}

impl Backend for Clients {
    fn open(&mut self, place: PlaceId, aim: &Aim) {
        let connection = Connection { steps: self.steps_of(place), ..self.connection(aim) };
        if let Some(before) = self.places.insert(place, Client::new(connection)) {
            // It would go on telling where it looks for keys.
            before.stop();
        }
    }

    fn stop(&self, place: PlaceId) {
        if let Some(client) = self.places.get(&place) {
            client.stop();
        }
    }

    async fn perform(&self, place: PlaceId, request: Request) -> Reply {
        if let Some(operation) = request.operation() {
            panic_if_asked(operation);
        }
        if let (Request::Local(Local::Survey), Asked::Demo(_, found)) = (&request, &self.asked) {
            return Ok(Answer::Surveyed(Box::new(found.clone())));
        }
        match self.places.get(&place) {
            Some(client) => client.perform(request).await,
            None => Err(Failure::new(FailureClass::Bug, "there is no client for this place")),
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::mpsc::unbounded_channel;

    use super::*;
    use crate::aws::KeysFrom;

    async fn region_of(clients: &Clients, place: usize) -> Option<String> {
        match clients.perform(PlaceId(place), Request::Local(Local::Locate)).await.unwrap() {
            Answer::Located(location) => location.region.map(|region| region.as_str().to_owned()),
            other => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn a_place_that_is_opened_again_leaves_the_others_as_they_are() {
        let asked = Asked::Aws(Connection { keys: KeysFrom::Fixed, ..Connection::default() });
        let mut clients = Clients::new(asked, unbounded_channel().0);
        let aim = |region: &str| Aim { region: Some(region.into()), ..Aim::default() };
        for (place, region) in ["us-east-1", "eu-west-1", "eu-north-1"].into_iter().enumerate() {
            clients.open(PlaceId(place), &aim(region));
        }
        clients.open(PlaceId(1), &aim("sa-east-1"));
        for (place, region) in ["us-east-1", "sa-east-1", "eu-north-1"].into_iter().enumerate() {
            assert_eq!(region_of(&clients, place).await.as_deref(), Some(region));
        }
    }

    #[tokio::test]
    async fn places_may_be_opened_in_any_order() {
        let asked = Asked::Aws(Connection { keys: KeysFrom::Fixed, ..Connection::default() });
        let mut clients = Clients::new(asked, unbounded_channel().0);
        clients.open(PlaceId(2), &Aim { region: Some("eu-west-1".into()), ..Aim::default() });
        assert_eq!(region_of(&clients, 2).await.as_deref(), Some("eu-west-1"));
        let nowhere = clients.perform(PlaceId(0), Request::Local(Local::Locate)).await.unwrap_err();
        assert_eq!(nowhere.class, FailureClass::Bug);
    }
}
