//! Reading the list again by itself: mostly what was changed of it, and now and then the whole, for what was
//! deleted.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::app::refreshing::Round;
use crate::app::ticket::{Purpose, RefreshSpan};
use crate::app::update::selection;
use crate::app::{App, Effects, ListView, LoadStage, PageToken, Pane, Place, PlaceId, Renewed};
use crate::domain::{Failure, Image, ImageName};
use crate::service::Read;

use super::{image, marking, pacing};

/// A page of the list, and where the next begins.
type Page = (Vec<Image>, Option<PageToken>);

/// The wait is over.
pub fn look(app: &mut App, fx: &mut Effects) {
    fx.draw = false;
    let time = app.attention.wait;
    app.attention.pass(time);
    app.place_mut().refreshing.pass(time);
    if !pacing::is_looked_at(app) {
        app.attention.missed = true;
    } else if pacing::may_ask(app) && app.place().refreshing.round.is_none() {
        begin(app, fx);
    }
    pacing::wait(app, fx);
}

/// Begins to read what was changed, or the whole where that is due or was never read.
fn begin(app: &mut App, fx: &mut Effects) {
    let (here, whole_list) = (app.here, app.pace.whole_list);
    let place = app.place_mut();
    let load = &mut place.images.load;
    // What comes where a list was not whole is no news.
    let is_news = load.whole_at.is_some() && load.stage == LoadStage::Idle;
    let is_whole_due = !is_news || !place.refreshing.is_whole_within(whole_list);
    load.begin_quietly();
    let since = place.images.changes_since().filter(|_| !is_whole_due);
    let (span, read) = match since {
        Some(since) => (RefreshSpan::Changes, Read::Changed { since, after: None }),
        None => (RefreshSpan::Whole, Read::List { after: None }),
    };
    place.refreshing.round = Some(Round {
        since,
        images: Vec::new(),
        renewed: Renewed::default(),
        known_better: BTreeSet::new(),
        is_news,
    });
    app.read(fx, here, Purpose::Refresh(span), read);
}

/// A page has come, or has not.
pub fn came(app: &mut App, fx: &mut Effects, place: PlaceId, page: Result<Page, Failure>) {
    fx.draw = false;
    let at = &mut app.places[place.0];
    let Some(round) = at.refreshing.round.take() else { return };
    match page.and_then(|page| at.images.load.check_token(page, "images")) {
        Ok((images, next)) => match round.since {
            Some(_) => take_changes(app, fx, place, round, images, next),
            None => take_whole(app, fx, place, round, images, next),
        },
        Err(failure) => {
            let was_well = at.refreshing.failure.is_none();
            at.refreshing.failure = Some(failure.clone());
            pacing::failed(app, fx, place, &failure);
            fx.draw = was_well && place == app.here;
        }
    }
}

/// Changes are taken in once all are here: else those that are missing would be older than what is known.
fn take_changes(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    mut round: Round,
    page: Vec<Image>,
    next: Option<PageToken>,
) {
    let at = &mut app.places[place.0];
    // The newest come first: behind a page that tells nothing new there is nothing either.
    let goes_on = at.images.lacks_any(&page);
    round.images.extend(page);
    if let (Some(next), Some(since), true) = (next, round.since, goes_on) {
        let read = Read::Changed { since, after: Some(next) };
        at.refreshing.round = Some(round);
        return app.read(fx, place, Purpose::Refresh(RefreshSpan::Changes), read);
    }
    let before = app.current_name();
    let renewed = take_in(app, place, |at, _| at.images.renew(round.images, &round.known_better));
    app.places[place.0].images.load.changes_at = Some(app.now);
    end(app, fx, place, renewed, 0, before.as_ref());
}

/// A whole list may be long: it is taken in page by page, and what it did not bring goes at its end.
fn take_whole(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    mut round: Round,
    page: Vec<Image>,
    next: Option<PageToken>,
) {
    let before = app.current_name();
    let renewed = take_in(app, place, |at, _| at.images.renew(page, &round.known_better));
    if round.is_news {
        round.renewed.extend(renewed);
    } else {
        fx.draw = place == app.here;
    }
    if let Some(next) = next {
        app.places[place.0].refreshing.round = Some(round);
        return app.read(fx, place, Purpose::Refresh(RefreshSpan::Whole), Read::List { after: Some(next) });
    }
    let gone = app.places[place.0].images.unseen(&round.known_better);
    let now = app.now;
    let goes_on = app.browsers[place.0].pane == Pane::List;
    take_in(app, place, |at, list| remove(at, list, (&gone, goes_on), now));
    let at = &mut app.places[place.0];
    at.images.load.is_read(app.now);
    at.refreshing.is_whole();
    let gone = if round.is_news { gone.len() } else { 0 };
    end(app, fx, place, round.renewed, gone, before.as_ref());
}

/// All is here: marks what changed.
fn end(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    renewed: Renewed,
    gone: usize,
    before: Option<&ImageName>,
) {
    let refreshing = &mut app.places[place.0].refreshing;
    let was_ill = refreshing.failure.is_some();
    refreshing.recover();
    let changed = renewed.changed.clone();
    let has_changed = renewed != Renewed::default() || gone > 0;
    marking::mark(app, fx, place, renewed, gone);
    if place != app.here {
        return;
    }
    fx.draw |= has_changed || was_ill || app.places[place.0].images.load.is_old;
    app.follow_images();
    selection::moved(app, fx, before);
    // What a list does not tell may have changed with it.
    let is_shown = app.shows_detail() && app.place().overlays.is_empty();
    let is_gone = |name: &ImageName| gone > 0 && app.place().images.is_gone(name);
    let shown = app.current_name().filter(|name| is_shown && (changed.contains(name) || is_gone(name)));
    if let Some(name) = shown {
        image::ask(app, fx, place, &name);
    }
}

/// Takes in what was read. The cursor stays with its image, and on its row of the window.
fn take_in<T>(app: &mut App, place: PlaceId, change: impl FnOnce(&mut Place, &mut ListView) -> T) -> T {
    let at = &mut app.places[place.0];
    let list = &mut app.browsers[place.0].list;
    let before = list.cursor();
    let taken = change(at, list);
    list.follow(&at.images, &at.facts(app.now));
    list.scroll_along(before);
    taken
}

/// Takes images away that are gone. The selection of one of them goes where the cursor goes, unless that
/// image is open: nobody is to find another in its place.
fn remove(
    place: &mut Place,
    list: &mut ListView,
    (gone, goes_on): (&BTreeSet<ImageName>, bool),
    now: Timestamp,
) {
    if gone.is_empty() {
        return;
    }
    list.follow(&place.images, &place.facts(now));
    place.images.remove(gone);
    list.follow(&place.images, &place.facts(now));
    if goes_on && list.anchor().is_some_and(|anchor| gone.contains(anchor)) {
        list.settle(&place.images);
    }
}
