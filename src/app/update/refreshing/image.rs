//! Reading again by itself the image on the screen, and what its open tab shows of it in one call more.

use std::time::Duration;

use jiff::SignedDuration;

use crate::app::refreshing::{Watched, heals};
use crate::app::ticket::{Purpose, Reason};
use crate::app::{App, Effect, Effects, PlaceId, Renewed, Tab, Timer};
use crate::domain::{Failure, FailureClass, Image, ImageName, ImageStatus};
use crate::edit::{Snapshot, Subject};

use super::{ending, marking, pacing};

/// The screen may show another image than before, or the image have begun to change: waits as long as is
/// right for it.
pub fn watch(app: &mut App, fx: &mut Effects) {
    let Some(time) = app.pace.refresh.of_image() else { return };
    let watched = on_screen(app);
    // Who comes back has it watched again.
    if app.attention.missed || app.attention.watched == watched {
        return;
    }
    let is_old = watched.as_ref().is_some_and(|it| is_old(app, &it.image, time));
    app.attention.looks = 0;
    app.attention.watched = watched;
    match delay(app, time) {
        // A page lay over it, or nobody was there.
        Some(delay) if is_old => wait(fx, delay.min(app.pace.changing * slowness(app))),
        Some(delay) => wait(fx, delay),
        None => fx.push(Effect::Disarm(Timer::RefreshImage)),
    }
}

/// The wait is over.
pub fn look(app: &mut App, fx: &mut Effects) {
    fx.draw = false;
    let Some(time) = app.pace.refresh.of_image() else { return };
    let Some(Watched { place, image, .. }) = app.attention.watched.clone() else { return };
    if !pacing::is_looked_at(app) {
        app.attention.watched = None;
        app.attention.missed = true;
        return;
    }
    app.attention.looks = app.attention.looks.saturating_add(1);
    if let Some(delay) = delay(app, time) {
        wait(fx, delay);
    }
    ask(app, fx, place, &image);
}

/// Reads it, unless it is being read or changed, or can't be.
pub fn ask(app: &mut App, fx: &mut Effects, place: PlaceId, image: &ImageName) {
    if place != app.here || !pacing::may_ask(app) || app.places[place.0].is_changing(image) {
        return;
    }
    for subject in subjects(app, image) {
        let is_its = |at: PlaceId, purpose: &Purpose| {
            at == place
                && matches!(purpose, Purpose::Read(of, Reason::Detail | Reason::Refresh) if *of == subject)
        };
        if app.tickets.count(is_its) == 0 {
            app.read_subject(fx, place, &subject, Reason::Refresh);
        }
    }
}

/// It was read, or could not be.
pub fn came(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    subject: &Subject,
    read: Result<Snapshot, Failure>,
) {
    let now = app.now;
    match read {
        Ok(read) => {
            let renewed = Renewed { changed: news(app, place, &read), new: Vec::new() };
            app.places[place.0].learn(&read, now);
            ending::is_known_better(app, place, subject);
            marking::mark(app, fx, place, renewed, 0);
        }
        Err(failure) => {
            fx.draw = false;
            pacing::slow_down(app, place, &failure);
            app.places[place.0].refreshing.note_failure(subject, failure.class);
            match subject {
                Subject::Image(image) if failure.class == FailureClass::NotFound => {
                    is_gone(app, fx, place, image, failure);
                }
                Subject::Image(_)
                | Subject::Images(_)
                | Subject::Version(..)
                | Subject::Aliases(_)
                | Subject::Tags(_)
                | Subject::TagsOf(_) => {}
            }
        }
    }
}

/// It was deleted: the detail says so, and the list tells what else went with it. One that the list goes on
/// to tell of is no reason to read it again and again.
fn is_gone(app: &mut App, fx: &mut Effects, place: PlaceId, image: &ImageName, failure: Failure) {
    let (now, at) = (app.now, &mut app.places[place.0]);
    let is_listed = at.images.get(image).is_some();
    at.learn_failure(&Subject::Image(image.clone()), failure, now);
    fx.draw = place == app.here;
    if is_listed && at.refreshing.is_missing(image) && place == app.here {
        at.refreshing.want_whole();
        pacing::hurry(app, fx);
    }
}

/// The image that was read, if it is not as it was known.
fn news(app: &App, place: PlaceId, read: &Snapshot) -> Vec<ImageName> {
    let Snapshot::Image(now) = read else { return Vec::new() };
    let at = &app.places[place.0];
    let is_described = at.details.get(&now.name).is_some_and(|detail| detail.value.value().is_some());
    let same =
        |known: Image| known == if is_described { now.clone() } else { Image { role: None, ..now.clone() } };
    let is_news = at.known(&now.name).is_some_and(|known| !same(known));
    is_news.then(|| now.name.clone()).into_iter().collect()
}

/// What is read of the image: itself, and what one call more tells of the open tab. Of that only what was
/// read before, and nothing that will fail again until somebody does something.
fn subjects(app: &App, image: &ImageName) -> Vec<Subject> {
    let place = app.place();
    let mut subjects = vec![Subject::Image(image.clone())];
    match app.tab() {
        Tab::Tags if place.known_tags(image).is_some() => subjects.push(Subject::Tags(image.clone())),
        Tab::Versions => {
            let versions = place.versions_of(image);
            let number = app.current_version().filter(|number| {
                let described = versions.and_then(|versions| versions.described(*number));
                described.is_some_and(|described| described.value.value().is_some())
            });
            subjects.extend(number.map(|number| Subject::Version(image.clone(), number)));
        }
        Tab::Details | Tab::Tags | Tab::Usage | Tab::Raw => {}
    }
    subjects.retain(|subject| {
        let may_heal = |failure: &Failure| heals(failure.class);
        !place.refreshing.is_refused(subject) && place.failure_of(subject).is_none_or(may_heal)
    });
    subjects
}

/// How long to wait: of one that is changing a moment at first, and longer each time.
fn delay(app: &App, time: Duration) -> Option<Duration> {
    /// Waits are doubled so often at the most.
    const LONGEST: u32 = 3;
    let watched = app.attention.watched.as_ref()?;
    let changing = app.pace.changing * (1 << app.attention.looks.min(LONGEST));
    Some(if watched.is_changing { changing.min(time) } else { time } * slowness(app))
}

/// How many times as long as usual every wait is.
fn slowness(app: &App) -> u32 {
    app.place().refreshing.slowness()
}

fn wait(fx: &mut Effects, delay: Duration) {
    fx.push(Effect::After { timer: Timer::RefreshImage, delay });
}

/// The image whose detail is on the screen; nothing while a page lies over it.
fn on_screen(app: &App) -> Option<Watched> {
    if !app.shows_detail() || !app.place().overlays.is_empty() {
        return None;
    }
    let image = app.current_name()?;
    let is_changing = app.place().status(&image).is_some_and(ImageStatus::is_changing);
    Some(Watched { place: app.here, image, is_changing })
}

/// Whether an image was read, and longer ago than it should be.
fn is_old(app: &App, image: &ImageName, time: Duration) -> bool {
    let read_at = app.place().details.get(image).and_then(|detail| detail.read_at);
    let time = SignedDuration::try_from(time).unwrap_or(SignedDuration::MAX);
    read_at.is_some_and(|at| app.now.duration_since(at) > time)
}
