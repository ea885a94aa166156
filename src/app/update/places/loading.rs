//! Reading lists and images.

use crate::app::ticket::{Purpose, Reason};
use crate::app::update::selection;
use crate::app::{App, Effects, FRESH, LoadStage, PageToken, PlaceId, Remote};
use crate::domain::{Failure, FailureClass, Image, ImageName};
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
    app.places[place.0].images.load.begin();
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
    let now = app.now;
    let images = &mut app.places[place.0].images;
    let LoadStage::Loading { got } = images.load.stage else { return };
    let page = page.and_then(|(page, next)| match next {
        Some(next) if images.load.is_seen(&next) => Err(Failure::new(
            FailureClass::Unreadable,
            "the service gave the same page token twice, so the list can't be read to its end",
        )),
        next => Ok((page, next)),
    });
    match page {
        Err(failure) => images.load.stage = LoadStage::Failed { failure, got },
        Ok((page, next)) => {
            images.load.stage = LoadStage::Loading { got: got + page.len() };
            images.merge(page);
            if let Some(next) = next {
                images.load.see(&next);
                app.read(fx, place, Purpose::Page, Read::List { after: Some(next) });
            } else {
                images.drop_unseen();
                images.load.stage = LoadStage::Idle;
                images.load.whole_at = Some(now);
                images.load.is_old = false;
            }
        }
    }
    app.follow_images();
    if place == app.here {
        selection::moved(app, fx, before.as_ref());
    }
}

/// Reads the description of an image, unless it was read just now or is being read.
pub fn read_detail(app: &mut App, fx: &mut Effects, name: ImageName) {
    let now = app.now;
    let detail = app.place_mut().detail_mut(&name);
    let fresh = detail.read_at.is_some_and(|at| now.duration_since(at) < FRESH);
    let is_here = matches!(detail.image, Remote::Ready(_));
    if detail.image.is_loading() || (fresh && is_here) {
        return;
    }
    ask_detail(app, fx, name);
}

/// Reads the description of an image, however new what is known of it is.
pub fn ask_detail(app: &mut App, fx: &mut Effects, name: ImageName) {
    app.place_mut().detail_mut(&name).image.start();
    let here = app.here;
    app.read_subject(fx, here, &Subject::Image(name), Reason::Detail);
    fx.draw = true;
}
