//! What is said where it can't be told whether pins on versions are any good.

use crate::app::{App, LoadStage};
use crate::domain::{Failure, ImageName, Pin, operation};
use crate::view::text::failure;
use crate::view::text::lines::Lines;
use crate::view::theme::Theme;

/// Writes why pins are not marked that may be no good.
pub fn write_unchecked(app: &App, theme: Theme, image: &ImageName, lines: &mut Lines) {
    let place = app.place();
    if !place.has_pin_to_check(image) {
        return;
    }
    if place.usage.running().is_some() {
        lines.gap();
        lines.text(1, "Pinned versions are checked after that.", theme.dim());
        return;
    }
    for (operation, failure) in failures(app, image) {
        lines.gap();
        let mut block = lines.within(1);
        let what = format!("Couldn't check all pinned versions ({operation})");
        failure::write(app, &mut block, theme, &what, failure);
        lines.behind(&" ".into(), block);
    }
}

/// Whether it can't be told whether a pin is any good, since what would tell it could not be read.
#[must_use]
pub fn is_unchecked(app: &App, image: &ImageName, pin: &Pin) -> bool {
    let Some(versions) = app.place().versions_of(image) else { return false };
    let is_unlisted = versions.count().is_none() && matches!(versions.load.stage, LoadStage::Failed { .. });
    let is_unread = || {
        let number = app.place().pinned_version(image, pin);
        let described = number.and_then(|number| versions.described(number));
        described.is_some_and(|described| described.value.failure().is_some())
    };
    match pin {
        Pin::Version(_) => is_unlisted || is_unread(),
        Pin::Alias(_) => is_unlisted || versions.aliases().value.failure().is_some() || is_unread(),
        Pin::Latest | Pin::Unreadable(_) => false,
    }
}

/// Whether something could not be read that would tell of each pin whether it is any good.
#[must_use]
pub fn are_incomplete(app: &App, image: &ImageName) -> bool {
    app.place().has_pin_to_check(image) && failures(app, image).next().is_some()
}

/// What kept from knowing the versions, the aliases and the pinned versions, each once.
fn failures<'a>(app: &'a App, image: &ImageName) -> impl Iterator<Item = (&'static str, &'a Failure)> {
    let versions = app.place().versions_of(image);
    let listing = versions.and_then(|versions| match &versions.load.stage {
        LoadStage::Failed { failure, .. } => Some((operation::LIST_IMAGE_VERSIONS, failure)),
        LoadStage::Idle | LoadStage::Loading { .. } => None,
    });
    let aliases = versions
        .filter(|_| app.place().has_pinned_alias(image))
        .and_then(|versions| Some((operation::LIST_ALIASES, versions.aliases().value.failure()?)));
    let described = versions.and_then(|versions| {
        let pinned = app.place().pinned_versions(image);
        let mut failures = pinned.iter().filter_map(|number| versions.described(*number)?.value.failure());
        Some((operation::DESCRIBE_IMAGE_VERSION, failures.next()?))
    });
    [listing, aliases, described].into_iter().flatten()
}
