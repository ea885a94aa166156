//! Reading lists and images.

use crate::app::ticket::{Purpose, Reason};
use crate::app::update::refreshing::ending;
use crate::app::update::selection;
use crate::app::{App, Effects, LoadStage, PageToken, PlaceId, Taken};
use crate::domain::{Failure, Image, ImageName};
use crate::edit::Subject;
use crate::service::{ListEnd, Local, Read};

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
    at.images.begin_round(now);
    end_pages(app, fx, place);
    ask_page(app, fx, place, ListEnd::Front, None);
}

/// A page has come, or has not.
pub fn page_answered(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    end: ListEnd,
    page: Result<(Vec<Image>, Option<PageToken>), Failure>,
) {
    let before = app.current_name();
    let cursor = app.browsers[place.0].list.cursor();
    let now = app.now;
    let at = &mut app.places[place.0];
    match at.images.take_page(end, page, now) {
        Taken::GoesOn(wanted) => {
            for (end, after) in wanted {
                ask_page(app, fx, place, end, after);
            }
        }
        Taken::Ended => {
            if !matches!(at.images.load.stage, LoadStage::Failed { .. }) {
                at.refreshing.is_whole();
            }
            end_pages(app, fx, place);
        }
    }
    app.follow_images();
    app.browsers[place.0].list.scroll_along(cursor);
    if place == app.here {
        selection::moved(app, fx, before.as_ref());
    }
}

fn ask_page(app: &mut App, fx: &mut Effects, place: PlaceId, end: ListEnd, after: Option<PageToken>) {
    app.read(fx, place, Purpose::Page(end), Read::List { end, after });
}

/// Gives up the pages that are asked for.
fn end_pages(app: &mut App, fx: &mut Effects, place: PlaceId) {
    app.end_calls(fx, place, |purpose| matches!(purpose, Purpose::Page(_)));
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
