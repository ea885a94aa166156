//! Places of one account and region, reached with several profiles.

use crate::app::{App, PlaceId};

/// The other places of the same account and region, reached with other profiles.
pub fn others(app: &App, id: PlaceId) -> Vec<PlaceId> {
    let key = app.places[id.0].last_key(app.mode);
    let others = (0..app.places.len()).map(PlaceId).filter(|other| *other != id);
    others.filter(|other| key.is_some() && app.places[other.0].last_key(app.mode) == key).collect()
}

/// The same, and the place itself.
pub fn with(app: &App, id: PlaceId) -> Vec<PlaceId> {
    others(app, id).into_iter().chain([id]).collect()
}
