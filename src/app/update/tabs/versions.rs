//! Reading the versions of an image: page after page, then their aliases, and in full the one in focus.

use crate::app::ticket::{Purpose, Reason};
use crate::app::{App, Dated, Effects, LoadStage, PageToken, PlaceId, RawSubject, Remote, Tab};
use crate::domain::{Failure, ImageName, ImageVersion};
use crate::edit::Subject;
use crate::service::Read;

use super::{listing, raw};

/// A page of versions, and where the next begins.
type Page = (Vec<ImageVersion>, Option<PageToken>);

/// Reads the versions of an image, unless they were read just now or are being read.
pub fn read(app: &mut App, fx: &mut Effects, image: &ImageName) {
    let now = app.now;
    let versions = app.place_mut().versions_mut(image);
    versions.looked_at = Some(now);
    if versions.want_reading(now) {
        listing::ask(app, fx, image);
    } else if !versions.load.is_loading() && versions.aliases().wants_reading(now) {
        read_aliases(app, fx, image);
    }
    read_focus(app, fx, image);
}

/// Reads them, however new what is known of them is; a round that is under way is given up.
pub fn ask(app: &mut App, fx: &mut Effects, image: &ImageName) {
    listing::ask(app, fx, image);
    if let Some(number) = shown_in_full(app, image).first() {
        ask_version(app, fx, image, *number);
    }
}

/// Reads in full the version in focus and the marked one, unless that was done just now. One at a time,
/// as only the newest of such reads goes on.
pub fn read_focus(app: &mut App, fx: &mut Effects, image: &ImageName) {
    let now = app.now;
    let wanted = first_in_full(app, image, |described| match described {
        Some(described) => described.wants_reading(now),
        None => true,
    });
    if let Some(number) = wanted {
        ask_version(app, fx, image, number);
    }
}

/// A version was read in full: so is the other one that is shown, if that was never done.
pub fn described_came(app: &mut App, fx: &mut Effects, place: PlaceId, image: &ImageName) {
    if is_open(app, place, image) {
        read_missing(app, fx, image);
    }
}

fn read_missing(app: &mut App, fx: &mut Effects, image: &ImageName) {
    let wanted = first_in_full(app, image, |described| {
        described.is_none_or(|described| matches!(described.value, Remote::Idle))
    });
    if let Some(number) = wanted {
        ask_version(app, fx, image, number);
    }
}

/// A page has come, or has not. The next is read as long as the tab is looked at.
pub fn page_came(
    app: &mut App,
    fx: &mut Effects,
    place: PlaceId,
    image: &ImageName,
    page: Result<Page, Failure>,
) {
    let now = app.now;
    let (is_open, is_raw) = (is_open(app, place, image), is_open_raw(app, place, image));
    let versions = app.places[place.0].versions_mut(image);
    let next = versions.take_page(page, now);
    let is_whole = matches!(versions.load.stage, LoadStage::Idle);
    match next {
        // The newest comes first, and no more than one of them is shown.
        _ if is_raw => {
            versions.break_off();
            if app.raw_of().is_some() {
                raw::read(app, fx, image);
            }
        }
        _ if !is_open => versions.break_off(),
        Some(_) if !are_all_shown(app, image) => app.place_mut().versions_mut(image).break_off(),
        Some(after) => {
            let read = Read::Versions { image: image.clone(), after: Some(after) };
            app.read(fx, place, Purpose::Versions(image.clone()), read);
            read_missing(app, fx, image);
        }
        None => {
            if is_whole {
                read_aliases(app, fx, image);
            }
            read_missing(app, fx, image);
        }
    }
}

fn is_open(app: &App, place: PlaceId, image: &ImageName) -> bool {
    let shows_versions = match app.tab() {
        Tab::Versions => true,
        // A scan asks for enough at once.
        Tab::Usage => app.place().usage.running().is_none(),
        Tab::Details | Tab::Tags | Tab::Raw => false,
    };
    shows_versions && is_looked_at(app, place, image)
}

/// Whether the open tab has to know of every version of an image: who uses it may point to the latest only.
fn are_all_shown(app: &App, image: &ImageName) -> bool {
    match app.tab() {
        Tab::Versions => true,
        Tab::Usage => app.place().has_pin_to_check(image),
        Tab::Details | Tab::Tags | Tab::Raw => false,
    }
}

/// Whether the answer about a version of it is shown as it came.
fn is_open_raw(app: &App, place: PlaceId, image: &ImageName) -> bool {
    is_looked_at(app, place, image)
        && app.tab() == Tab::Raw
        && app.browser().raw.subject == RawSubject::Version
}

fn is_looked_at(app: &App, place: PlaceId, image: &ImageName) -> bool {
    place == app.here && app.shows_detail() && app.current_name().as_ref() == Some(image)
}

/// The versions of which the open tab says more than a list does: the one in focus and the marked one, or
/// those that users of the image are pinned to.
fn shown_in_full(app: &App, image: &ImageName) -> Vec<u32> {
    let Some(versions) = app.place().versions_of(image) else { return Vec::new() };
    match app.tab() {
        Tab::Versions => {
            let tab = &app.browser().versions;
            [tab.focus(image, versions), tab.marked(image, versions)].into_iter().flatten().collect()
        }
        Tab::Usage => app.place().pinned_versions(image),
        Tab::Details | Tab::Tags | Tab::Raw => Vec::new(),
    }
}

/// The first of them of which `wants` says so; none while one is on its way.
fn first_in_full(
    app: &App,
    image: &ImageName,
    wants: impl Fn(Option<&Dated<ImageVersion>>) -> bool,
) -> Option<u32> {
    let versions = app.place().versions_of(image)?;
    let shown = shown_in_full(app, image).into_iter();
    let mut shown = shown.map(|number| (number, versions.described(number)));
    let is_coming = |described: Option<&Dated<ImageVersion>>| {
        described.is_some_and(|described| described.value.is_loading())
    };
    let (number, described) = shown.find(|(_, described)| is_coming(*described) || wants(*described))?;
    (!is_coming(described)).then_some(number)
}

fn ask_version(app: &mut App, fx: &mut Effects, image: &ImageName, number: u32) {
    let here = app.here;
    let subject = Subject::Version(image.clone(), number);
    app.read_subject(fx, here, &subject, Reason::Detail);
    app.place_mut().versions_mut(image).described_mut(number).value.start();
    fx.draw = true;
}

/// Reads the aliases, if the open tab shows any.
fn read_aliases(app: &mut App, fx: &mut Effects, image: &ImageName) {
    let are_shown = match app.tab() {
        Tab::Versions => true,
        Tab::Usage => app.place().has_pinned_alias(image),
        Tab::Details | Tab::Tags | Tab::Raw => false,
    };
    if are_shown {
        ask_aliases(app, fx, image);
    }
}

/// Asks for the aliases of versions that are all known, so that the service need not be asked for them.
fn ask_aliases(app: &mut App, fx: &mut Effects, image: &ImageName) {
    let here = app.here;
    let numbers = app.place().versions_of(image).map(|versions| versions.rows().iter().map(|row| row.number));
    let versions = numbers.map(Iterator::collect);
    let purpose = Purpose::Read(Subject::Aliases(image.clone()), Reason::Detail);
    app.read(fx, here, purpose, Read::Aliases { image: image.clone(), versions, instead: None });
    app.place_mut().versions_mut(image).start_aliases();
    fx.draw = true;
}
