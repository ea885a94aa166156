//! Looking up where images are used. One scan serves all images of a place.

use crate::app::ticket::Purpose;
use crate::app::{App, Effect, Effects, PlaceId, Reply, Tab, Timer};
use crate::domain::{ImageArn, ImageHome, ImageName, Partition, Text};
use crate::scan::{Ask, Event, Question};

use super::versions;

/// Looks up where images are used, unless that was done at some time or is under way; then, which of the
/// pinned versions are any good.
pub fn read(app: &mut App, fx: &mut Effects, image: &ImageName) {
    look_up(app, fx);
    read_pinned(app, fx, image);
}

/// Looks up where images are used, unless that was done at some time or is under way.
pub fn look_up(app: &mut App, fx: &mut Effects) {
    if app.place().usage.is_idle() {
        app.place_mut().usage.want();
    }
    begin_once_known(app, fx);
}

/// Looks it up anew; a scan that is under way is given up.
pub fn ask(app: &mut App, fx: &mut Effects) {
    app.place_mut().usage.want();
    begin_once_known(app, fx);
}

/// Begins as soon as it is known where the images are, if somebody wants to know and still looks.
pub fn begin_once_known(app: &mut App, fx: &mut Effects) {
    let here = app.here;
    let is_looked_at = app.tab() == Tab::Usage || app.lacks_images_for_usage();
    if !app.place().usage.is_wanted() || !is_looked_at {
        return;
    }
    let Some(home) = home(app) else { return };
    give_up(app, fx, here);
    let asks = app.place_mut().usage.begin(home);
    fulfil(app, fx, here, asks);
    fx.draw = true;
}

/// A question was answered, or was not.
pub fn answered(app: &mut App, fx: &mut Effects, place: PlaceId, question: Question, reply: Reply) {
    let is_good = reply.is_ok();
    tell(app, fx, place, Event::Answered(question, reply));
    let now = app.now;
    if is_good && !app.places[place.0].usage.is_due(now) {
        fx.draw = false;
    }
}

/// The rest that the service wanted is over.
pub fn rested(app: &mut App, fx: &mut Effects, place: PlaceId) {
    tell(app, fx, place, Event::Rested);
}

/// The person stops it.
pub fn stop(app: &mut App, fx: &mut Effects) {
    let here = app.here;
    // The tab, which is open, says how far it came.
    tell(app, fx, here, Event::Stopped);
}

/// Nobody waits for it any more.
pub fn give_up(app: &mut App, fx: &mut Effects, place: PlaceId) {
    app.end_calls(fx, place, |purpose| matches!(purpose, Purpose::Scan(_)));
    fx.push(Effect::Disarm(Timer::Scan(place)));
    app.places[place.0].usage.abandon();
}

fn tell(app: &mut App, fx: &mut Effects, place: PlaceId, event: Event) {
    let now = app.now;
    let asks = app.places[place.0].usage.step(event, now);
    fulfil(app, fx, place, asks);
    if app.places[place.0].usage.running().is_none() {
        // What is still out is of no use any more.
        app.end_calls(fx, place, |purpose| matches!(purpose, Purpose::Scan(_)));
        fx.push(Effect::Disarm(Timer::Scan(place)));
        if let Some(image) = app.current_name().filter(|_| place == app.here && app.tab() == Tab::Usage) {
            read_pinned(app, fx, &image);
        }
    }
}

fn fulfil(app: &mut App, fx: &mut Effects, place: PlaceId, asks: Vec<Ask>) {
    for ask in asks {
        match ask {
            Ask::Read(question) => {
                let read = question.read();
                app.read(fx, place, Purpose::Scan(question), read);
            }
            Ask::Rest(delay) => fx.push(Effect::After { timer: Timer::Scan(place), delay }),
        }
    }
}

/// Reads the versions that users of the image are pinned to. Not beside a scan, which asks for enough at once.
fn read_pinned(app: &mut App, fx: &mut Effects, image: &ImageName) {
    let usage = &app.place().usage;
    let is_used = usage.shown().is_some_and(|scan| scan.found().count(image) > 0);
    if is_used && usage.running().is_none() {
        versions::read(app, fx, image);
    }
}

/// Where the images of the place on the screen are: as one of them says, or else as the keys and the
/// configuration do.
fn home(app: &App) -> Option<ImageHome> {
    let place = app.place();
    let listed = place.images.rows().iter().filter_map(|listed| listed.arn());
    let described = place.details.values().filter_map(|detail| detail.value.value()?.arn.clone());
    let told = listed.chain(described).find_map(|arn| ImageArn::parse(arn.as_str()));
    told.map(|arn| arn.home).or_else(|| {
        let (account, region) = (place.known_account()?.clone(), place.location.region.clone()?);
        let partition = Text::clean(Partition::of(Some(region.as_str())).id);
        Some(ImageHome { partition, region, account })
    })
}
