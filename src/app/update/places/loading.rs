//! Reading lists and images.

use crate::app::ticket::{Purpose, Reason};
use crate::app::update::refreshing::ending;
use crate::app::update::selection;
use crate::app::{App, Effects, PageToken, PlaceId};
use crate::domain::{Failure, Image, ImageName};
use crate::edit::Subject;
use crate::service::{Local, Read};

/// Asks where we are and whose account it is.
pub fn locate(app: &mut App, fx: &mut Effects, place: PlaceId) {
    app.look_up(fx, place, Purpose::Locate, Local::Locate);
    app.places[place.0].account.start();
    app.read(fx, place, Purpose::Account, Read::WhoAmI);
}

/// Begins a round of loading the list; one that is under way is given up.
pub fn read_list(app: &mut App, fx: &mut Effects, place: PlaceId) {
    // What was being read by itself comes with it.
    ending::give_up_list(app, fx, place);
    let now = app.now;
    let at = &mut app.places[place.0];
    at.refreshing.ask_anew();
    at.refreshing.begin_whole();
    at.images.load.begin();
    at.images.begin_listing(now);
    app.read(fx, place, Purpose::Page, Read::List { after: None });
}

/// A page has come, or has not.
pub fn page_answered(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    page: Result<(Vec<Image>, Option<PageToken>), Failure>,
) {
    let before = app.current_name();
    let cursor = app.browsers[place.0].list.cursor();
    let now = app.now;
    let images = &mut app.places[place.0].images;
    if let Some((page, next)) = images.load.take(page, "images") {
        images.merge(page);
        if let Some(next) = next {
            app.read(fx, place, Purpose::Page, Read::List { after: Some(next) });
        } else {
            images.drop_unseen();
            images.load.is_read(now);
            images.end_listing();
            app.places[place.0].refreshing.is_whole();
        }
    }
    app.follow_images();
    app.browsers[place.0].list.scroll_along(cursor);
    if place == app.here {
        selection::moved(app, fx, before.as_ref());
    }
}

/// Reads the description of an image, unless it was read just now or is being read.
pub fn read_detail(app: &mut App, fx: &mut Effects, name: &ImageName) {
    let now = app.now;
    if app.place_mut().detail_mut(name).wants_reading(now) {
        ask_detail(app, fx, name);
    }
}

/// Reads the description of an image, however new what is known of it is.
pub fn ask_detail(app: &mut App, fx: &mut Effects, name: &ImageName) {
    let here = app.here;
    app.read_subject(fx, here, &Subject::Image(name.clone()), Reason::Detail);
    app.place_mut().detail_mut(name).value.start();
    fx.draw = true;
}
