//! The order of the list.

use crate::app::{App, Effect, Effects, PlaceId};
use crate::domain::Sort;

/// Sorts by the next column that something is known of.
pub fn sort_next(app: &mut App, fx: &mut Effects) {
    let has_usage = !app.place().usage.is_idle();
    sort(app, fx, |sort| sort.next(has_usage));
}

/// Puts another order in force, and remembers it; the selection stays with its image.
pub fn sort(app: &mut App, fx: &mut Effects, change: impl FnOnce(Sort) -> Sort) {
    let here = app.here;
    put(app, here, change(app.browser().list.sort()));
    app.browser_mut().chose_sort = true;
    remember(app, fx, here);
}

/// The account is known: what was chosen there before is in force again, unless the person chose meanwhile.
pub fn recall(app: &mut App, fx: &mut Effects, place: PlaceId) {
    if app.browsers[place.0].chose_sort {
        return remember(app, fx, place);
    }
    let key = app.places[place.0].key(app.mode);
    if let Some(sort) = key.and_then(|key| app.sorts.of(&key)) {
        put(app, place, sort);
    }
}

/// Notes the order of a place, once it is known what that goes by.
fn remember(app: &mut App, fx: &mut Effects, id: PlaceId) {
    let sort = app.browsers[id.0].list.sort();
    let Some(place) = app.places[id.0].last_key(app.mode) else { return };
    if app.sorts.of(&place) != Some(sort) {
        app.sorts.choose(place.clone(), sort);
        fx.push(Effect::RememberSort { place, sort });
    }
}

fn put(app: &mut App, id: PlaceId, sort: Sort) {
    let place = &app.places[id.0];
    app.browsers[id.0].list.set_sort(&place.images, sort, &place.facts(app.now));
}
