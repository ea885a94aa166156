//! An image whose ARN was given: here, or at another place.

use crate::app::update::selection;
use crate::app::update::tabs::reading;
use crate::app::{
    App, AskElsewhere, Effects, Filter, ListedImage, Overlay, Pane, Place, PlaceId, Remote, Tab, Tone,
};
use crate::domain::{Aim, ImageArn, ImageHome, ImageName, Profile, Text};

use super::switch;

/// Where the image of an ARN is.
enum Whereabouts {
    /// At the place on the screen, as far as is known of that.
    Here,
    /// Where this leads.
    There(Aim),
    /// In an account that no profile is known to lead to.
    Nowhere,
    /// It is still being looked up which profiles there are.
    NotYetKnown,
}

/// It is known by now where a place is, as far as it can be: an image whose ARN was given is looked for.
pub fn located(app: &mut App, fx: &mut Effects, place: PlaceId) {
    if place == app.here
        && let Some(arn) = app.sought.take()
        && seek(app, &arn)
    {
        show(app, fx, &arn);
    }
}

/// It is known by now which profiles there are: an image that waited for that is looked for.
pub fn surveyed(app: &mut App, fx: &mut Effects) {
    match app.place().account {
        Remote::Idle | Remote::Loading { .. } => {}
        Remote::Ready(_) | Remote::Failed { .. } => located(app, fx, app.here),
    }
}

/// Whether the image of `arn` is to be looked for here. Where it is elsewhere, says so, and offers to go
/// there.
pub fn seek(app: &mut App, arn: &ImageArn) -> bool {
    app.forget_said_of_filter();
    match whereabouts(app, arn) {
        Whereabouts::Here => return true,
        Whereabouts::There(aim) => {
            app.open(Overlay::AskElsewhere(Box::new(AskElsewhere { arn: arn.clone(), aim })));
        }
        Whereabouts::Nowhere => say_nothing_leads_there(app, arn),
        Whereabouts::NotYetKnown => app.sought = Some(arn.clone()),
    }
    false
}

/// Says why the image of an ARN can't be gone to, as long as its filter is in force.
fn say_nothing_leads_there(app: &mut App, arn: &ImageArn) {
    let ImageArn { home: ImageHome { account, region, .. }, name, .. } = arn;
    let why = match region_in_demo(app, account) {
        None if app.mode.demo => "the demo has no such account".into(),
        None => "no AWS profile is known for it".into(),
        Some(home) => format!("each demo account has one region, this one {home}"),
    };
    let words = format!("{name} is in account {account}, {region}; {why}.");
    let said = app.notices.add(Tone::Bad, true, Some(app.here), words);
    app.browser_mut().said_of_filter = Some(said);
}

/// The region of an account of the demo.
fn region_in_demo<'a>(app: &'a App, account: &Text) -> Option<&'a Text> {
    let place = app.place();
    if !app.mode.demo {
        return None;
    }
    if place.known_account() == Some(account) {
        return place.location.region.as_ref();
    }
    let profiles = &app.aws_setup.value()?.profiles;
    profiles.iter().find(|profile| profile.account.as_ref() == Some(account))?.region.as_ref()
}

/// Opens the image of `arn`, or offers to go where it is.
pub fn open(app: &mut App, fx: &mut Effects, arn: &ImageArn) {
    if seek(app, arn) {
        show(app, fx, arn);
    }
}

/// Goes where the image is that was asked about.
pub fn go_there(app: &mut App, fx: &mut Effects) {
    let Some(Overlay::AskElsewhere(asked)) = app.place_mut().overlays.pop() else { return };
    let AskElsewhere { arn, aim } = *asked;
    // It was typed to get there, and would hide everything here.
    if app.browser().list.filter().arn().is_some() {
        app.set_filter(Filter::default());
    }
    app.browser_mut().typing = None;
    switch::to(app, fx, aim);
    if matches!(app.place().account, Remote::Ready(_)) {
        if seek(app, &arn) {
            show(app, fx, &arn);
        }
    } else {
        app.sought = Some(arn);
    }
}

/// Selects the image of an ARN in the list.
pub fn select(app: &mut App, fx: &mut Effects, arn: &ImageArn) {
    let name = name_here(app, arn);
    selection::select(app, fx, &name);
}

/// Opens the detail of the image of an ARN; of a version, with that in focus.
fn show(app: &mut App, fx: &mut Effects, arn: &ImageArn) {
    let name = name_here(app, arn);
    let (place, browser) = app.place_and_browser();
    browser.list.select(&place.images, name.clone());
    browser.pane = Pane::Detail;
    browser.detail_scroll = 0;
    if let Some(number) = arn.number() {
        browser.tab = Tab::Versions;
        browser.versions.set_focus(&name, number);
    }
    reading::read_open(app, fx);
}

/// What the image is called here: the ARN of a version may have it in lower case.
fn name_here(app: &App, arn: &ImageArn) -> ImageName {
    let images = &app.place().images;
    if images.get(&arn.name).is_some() {
        return arn.name.clone();
    }
    let is_meant = |listed: &ListedImage<'_>| listed.name_str().eq_ignore_ascii_case(arn.name.as_str());
    images.rows().iter().find(is_meant).map_or_else(|| arn.name.clone(), |listed| listed.name())
}

fn whereabouts(app: &App, arn: &ImageArn) -> Whereabouts {
    let place = app.place();
    let is_of_account = place.known_account().is_none_or(|account| *account == arn.home.account);
    if is_of_account && place.location.region.as_ref() == Some(&arn.home.region) {
        return Whereabouts::Here;
    }
    let there = |profile: Option<Text>| Aim { profile, region: Some(arn.home.region.clone()) };
    // Each account of the demo is in one region.
    if is_of_account && !app.mode.demo {
        return Whereabouts::There(there(place.aim.profile.clone()));
    }
    let Some(found) = app.aws_setup.value() else { return Whereabouts::NotYetKnown };
    let leads_there = |profile: &&Profile| {
        let is_in_region = !app.mode.demo || profile.region.as_ref() == Some(&arn.home.region);
        let is_of_account = profile.account.as_ref() == Some(&arn.home.account);
        is_of_account && is_in_region && profile.trouble.is_none() && !leads_elsewhere(app, profile, arn)
    };
    let profile = found.profiles.iter().find(leads_there);
    profile.map_or(Whereabouts::Nowhere, |profile| Whereabouts::There(there(Some(profile.name.clone()))))
}

/// Whether a profile was gone to, and led to another account than its configuration says.
fn leads_elsewhere(app: &App, profile: &Profile, arn: &ImageArn) -> bool {
    app.places.iter().any(|place| {
        profile_of(place) == Some(profile.name.as_str())
            && place.known_account().is_some_and(|account| *account != arn.home.account)
    })
}

/// The profile whose keys a place has.
fn profile_of(place: &Place) -> Option<&str> {
    match (&place.aim.profile, &place.location) {
        (Some(named), _) => Some(named.as_str()),
        (None, location) if location.environment_keys => None,
        (None, location) => Some(location.profile.as_ref().map_or("default", Text::as_str)),
    }
}
