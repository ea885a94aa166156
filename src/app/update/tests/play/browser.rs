//! The browser, and the place that it shows.

use crate::app::{LoadStage, Pane, Remote, layout};
use crate::domain::{Failure, Image, Location, PlaceKey, Text};

use super::{Play, name};

/// How the load of the list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListLoad {
    Idle,
    Loading,
    /// It broke off after so many images.
    Failed(usize),
}

impl Play {
    /// The names in the list, in its order.
    pub fn names(&self) -> Vec<String> {
        self.app
            .browser()
            .list
            .window(&self.app.place().images, 1000)
            .map(|(_, listed)| listed.name().to_string())
            .collect()
    }

    /// What the row of an image is about.
    pub fn listed(&self, image: &str) -> Image {
        self.app.place().images.get(&name(image)).unwrap().image()
    }

    /// The name of the image that list and detail are about.
    pub fn selected(&self) -> String {
        self.app.current_name().map(|name| name.to_string()).unwrap_or_default()
    }

    /// What is known of that image.
    pub fn current(&self) -> Option<Image> {
        self.app.current()
    }

    /// The row under the cursor.
    pub fn list_cursor(&self) -> usize {
        self.app.browser().list.cursor()
    }

    /// How many rows of the list are on the screen.
    pub fn list_rows(&self) -> usize {
        layout::list_rows(&self.app)
    }

    pub fn list_load(&self) -> ListLoad {
        match self.app.place().images.load.stage {
            LoadStage::Idle => ListLoad::Idle,
            LoadStage::Loading { .. } => ListLoad::Loading,
            LoadStage::Failed { got, .. } => ListLoad::Failed(got),
        }
    }

    /// Whether the list is that of an earlier visit.
    pub fn list_is_old(&self) -> bool {
        self.app.place().images.load.is_old
    }

    /// The filter that is in force.
    pub fn filter(&self) -> String {
        self.app.browser().list.filter().text().to_owned()
    }

    /// Whether a filter is being typed.
    pub fn types_a_filter(&self) -> bool {
        self.app.browser().typing.is_some()
    }

    /// Which half of the browser has the keys: "list" or "detail".
    pub fn pane(&self) -> &'static str {
        match self.app.browser().pane {
            Pane::List => "list",
            Pane::Detail => "detail",
        }
    }

    /// Why nothing at all is known of an image that was to be described.
    pub fn detail_failure(&self, image: &str) -> Option<&Failure> {
        match &self.app.place().details[&name(image)].value {
            Remote::Failed { failure, old: None } => Some(failure),
            _ => None,
        }
    }

    /// The images that are listed and described at all places, each with the number of its place.
    pub fn shown_everywhere(&self) -> Vec<(usize, Image)> {
        let places = self.app.places().enumerate();
        let at = |(id, place)| {
            let place: &crate::app::Place = place;
            let listed = place.images.rows().iter().map(|listed| listed.image());
            let described = place.details.values().filter_map(|detail| detail.value.value().cloned());
            listed.chain(described).map(move |image| (id, image)).collect::<Vec<_>>()
        };
        places.flat_map(at).collect()
    }

    /// Whose the places are, as far as that is known, each with its number.
    pub fn accounts_everywhere(&self) -> Vec<(usize, String)> {
        let places = self.app.places().enumerate();
        places.filter_map(|(id, place)| Some((id, place.known_account()?.to_string()))).collect()
    }

    /// How many places have rows.
    pub fn places_with_rows(&self) -> usize {
        self.app.places().filter(|place| !place.images.is_empty()).count()
    }

    /// Profile, account and region as the header has them.
    pub fn header(&self) -> (String, String, String) {
        let place = self.app.place();
        let text = |text: Option<&Text>| text.map_or("?", Text::as_str).to_owned();
        let location = &place.location;
        (text(location.profile.as_ref()), text(place.known_account()), text(location.region.as_ref()))
    }

    /// Where a change would go, as the review says it.
    pub fn destination(&self) -> String {
        self.app.destination(self.app.place())
    }

    /// Whether the review on the screen was seen whole, so that Enter sends.
    pub fn has_consent(&self) -> bool {
        self.app.consent().is_some()
    }

    /// Whether there is nothing to look at here, and no way to get it.
    pub fn is_unusable(&self) -> bool {
        self.app.place().is_unusable()
    }

    /// Whether it is being asked whose keys these are.
    pub fn is_account_asked(&self) -> bool {
        self.app.place().account.is_loading()
    }

    /// Why it is not known whose they are.
    pub fn account_failure(&self) -> Option<&Failure> {
        self.app.place().account.failure()
    }

    /// What drafts and journal of this place go by on disk, once that is settled.
    pub fn key(&self) -> Option<PlaceKey> {
        self.app.place().key(self.app.mode)
    }

    /// The same as well as it is known.
    pub fn key_or_unknown(&self) -> PlaceKey {
        self.app.place().key_or_unknown(self.app.mode)
    }

    /// What they go by while nobody knows whose it is.
    pub fn unknown_key(&self) -> PlaceKey {
        self.app.place().unknown_key()
    }

    /// Whether the profile here is marked.
    pub fn is_marked(&self) -> bool {
        self.app.mark_of(self.app.place()).is_some()
    }

    /// Where this place is, to be changed past the keys.
    pub fn location_mut(&mut self) -> &mut Location {
        &mut self.app.place_for_tests().location
    }

    /// Whether it is in doubt whose keys these are.
    pub fn is_in_doubt(&self) -> bool {
        self.app.place().doubtful
    }

    /// From now on it is.
    pub fn doubts_its_keys(&mut self) {
        self.app.place_for_tests().doubtful = true;
    }

    /// From now on it is being asked.
    pub fn asks_whose_keys_these_are(&mut self) {
        self.app.place_for_tests().account.start();
    }
}
