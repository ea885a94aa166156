//! Reading the list again by itself: mostly what was changed of it, and now and then the whole, for what was
//! deleted.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::app::refreshing::{Round, RoundStage, heals};
use crate::app::ticket::{Purpose, RefreshSpan};
use crate::app::update::selection;
use crate::app::{App, Effects, ListView, LoadStage, PageToken, Pane, Place, PlaceId, Renewed};
use crate::domain::{Failure, FailureClass, Image, ImageName};
use crate::service::{ListEnd, Read};

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
    } else if pacing::may_ask(app) {
        match app.place_mut().refreshing.round.take() {
            None => begin(app, fx),
            Some(round) if round.stage == RoundStage::Paused => {
                ask(app, fx, app.here, Round { stage: RoundStage::Resumed, ..round });
            }
            round => app.place_mut().refreshing.round = round,
        }
    }
    pacing::wait(app, fx);
}

/// Begins to read what was changed, or the whole where that is due or was never read.
fn begin(app: &mut App, fx: &mut Effects) {
    let (here, now, whole_list) = (app.here, app.now, app.pace.whole_list);
    let place = app.place_mut();
    let load = &mut place.images.load;
    // What comes where a list was not whole is no news.
    let is_news = load.whole_at.is_some() && load.stage == LoadStage::Idle;
    let is_whole_due = !is_news || !place.refreshing.is_whole_within(whole_list);
    load.begin_quietly();
    let since = place.images.changes_since(now).filter(|_| !is_whole_due);
    place.images.begin_listing(now);
    if since.is_none() {
        place.refreshing.begin_whole();
    }
    let round = Round {
        began: now,
        stage: RoundStage::Awaited,
        page: None,
        since,
        images: Vec::new(),
        renewed: Renewed::default(),
        known_better: BTreeSet::new(),
        is_news,
    };
    ask(app, fx, here, round);
}

/// Asks for the page that a round stands at.
fn ask(app: &mut App, fx: &mut Effects, place: PlaceId, round: Round) {
    let after = round.page.clone();
    let (span, read) = match round.since {
        Some(since) => (RefreshSpan::Changes, Read::Changed { since, after }),
        None => (RefreshSpan::Whole, Read::List { end: ListEnd::Front, after }),
    };
    app.places[place.0].refreshing.round = Some(round);
    app.read(fx, place, Purpose::Refresh(span), read);
}

/// Goes on to the next page, unless nobody is there any more, or something else comes first. What is whole goes on
/// from here later; of changes, newer ones are asked for then.
fn go_on(app: &mut App, fx: &mut Effects, place: PlaceId, round: Round, next: PageToken) {
    let round = Round { page: Some(next), stage: RoundStage::Awaited, ..round };
    if place == app.here && pacing::is_looked_at(app) && pacing::may_ask(app) {
        return ask(app, fx, place, round);
    }
    app.attention.missed |= !pacing::is_looked_at(app);
    if round.since.is_none() {
        app.places[place.0].refreshing.round = Some(Round { stage: RoundStage::Paused, ..round });
    }
}

/// A page has come, or has not.
pub fn came(app: &mut App, fx: &mut Effects, place: PlaceId, page: Result<Page, Failure>) {
    fx.draw = false;
    let at = &mut app.places[place.0];
    let Some(round) = at.refreshing.round.take() else { return };
    let page = match page {
        Ok(page) => at.images.load.check_token(ListEnd::Front, page, "images"),
        Err(failure) => return break_off(app, fx, place, round, &failure),
    };
    match (page, round.since) {
        (Ok((images, next)), Some(since)) => take_changes(app, fx, place, (round, since), images, next),
        (Ok((images, next)), None) => take_whole(app, fx, place, round, images, next),
        (Err(failure), since) => {
            if since.is_none() {
                at.refreshing.want_whole();
            }
            fail(app, fx, place, &failure);
        }
    }
}

/// A page did not come. A whole list goes on with it when the next reading is due: from its beginning it might
/// never come to its end.
fn break_off(app: &mut App, fx: &mut Effects, place: PlaceId, round: Round, failure: &Failure) {
    let refreshing = &mut app.places[place.0].refreshing;
    let is_token_spent = round.stage == RoundStage::Resumed && failure.class == FailureClass::Invalid;
    if round.since.is_none() && round.page.is_some() && heals(failure.class) {
        refreshing.round = Some(Round { stage: RoundStage::Paused, ..round });
    } else if round.since.is_none() {
        refreshing.want_whole();
    }
    if !is_token_spent {
        fail(app, fx, place, failure);
    } else if place == app.here {
        pacing::hurry(app, fx);
    }
}

/// The list could not be read: that is said, and the next reading waits longer.
fn fail(app: &mut App, fx: &mut Effects, place: PlaceId, failure: &Failure) {
    let refreshing = &mut app.places[place.0].refreshing;
    let was_well = refreshing.failure.replace(failure.clone()).is_none();
    pacing::slow_down(app, place, failure);
    if place == app.here {
        pacing::wait(app, fx);
        fx.draw = was_well;
    }
}

/// Changes are taken in once all are here: else those that are missing would be older than what is known.
fn take_changes(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    (mut round, since): (Round, Timestamp),
    page: Vec<Image>,
    next: Option<PageToken>,
) {
    let goes_on = app.places[place.0].images.lacks_behind(&page, since);
    round.images.extend(page);
    if let Some(next) = next.filter(|_| goes_on) {
        return go_on(app, fx, place, round, next);
    }
    let before = app.current_name();
    let renewed = take_in(app, place, |at, _| at.images.renew(round.images, &round.known_better));
    app.places[place.0].images.load.changes_at = Some(round.began);
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
        return go_on(app, fx, place, round, next);
    }
    let gone = app.places[place.0].images.unseen(&round.known_better);
    let now = app.now;
    let goes_on = app.browsers[place.0].pane == Pane::List;
    take_in(app, place, |at, list| remove(at, list, (&gone, goes_on), now));
    let at = &mut app.places[place.0];
    at.images.load.is_read(round.began);
    at.refreshing.is_whole();
    at.refreshing.forget(&gone);
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
    let at = &mut app.places[place.0];
    at.images.end_listing();
    let was_ill = at.refreshing.failure.is_some();
    at.refreshing.recover();
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
