//! The parts of the header, each as briefly as is asked for.

use std::borrow::Cow;

use crate::app::cells::{middled, shortened};
use crate::app::{App, LoadStage, Place, Remote};
use crate::domain::Text;

use super::brevity::{ALL, Brevity, Wording};
use super::line::HeaderPart;

/// A longer word would push the account away.
const LONGEST_WORD: usize = 16;
const ENVIRONMENT: &str = "environment credentials";

pub fn profile(app: &App, brevity: Brevity) -> Option<HeaderPart<'_>> {
    let place = app.place();
    let named = place.location.profile.as_ref().or(place.aim.profile.as_ref()).map(Text::as_str);
    let has_words = brevity.words != Wording::None;
    let (lead, name) = match (place.location.environment_keys, named) {
        (true, Some(named)) if brevity.words == Wording::All => {
            ("", Cow::from(format!("{ENVIRONMENT}, profile {named}")))
        }
        (true, _) if has_words => ("", ENVIRONMENT.into()),
        (true, _) => ("", "env creds".into()),
        (false, Some(named)) => (if has_words { "profile " } else { "" }, named.into()),
        (false, None) if has_words => ("", "default credentials".into()),
        (false, None) => ("", "default".into()),
    };
    let word = app.mark_of(place).and_then(|mark| mark.word.as_ref());
    let word = word.map(|word| shortened(word.as_str(), LONGEST_WORD));
    let name = match name {
        Cow::Borrowed(name) => middled(name, brevity.profile),
        Cow::Owned(name) => middled(&name, brevity.profile).into_owned().into(),
    };
    (!name.is_empty() || word.is_some()).then_some(HeaderPart::Profile { lead, name, word })
}

pub fn place(app: &App) -> [HeaderPart<'_>; 2] {
    [HeaderPart::Account(account(app.place())), HeaderPart::Region(region(app.place()))]
}

/// The account in words: its id, with `…` while it is asked for anew.
#[must_use]
pub fn account(place: &Place) -> Cow<'_, str> {
    let has_failed = matches!(place.images.load.stage, LoadStage::Failed { .. });
    match &place.account {
        Remote::Ready(id) => id.as_str().into(),
        Remote::Loading { old: Some(id) } => format!("{id} …").into(),
        Remote::Failed { .. } => "account unknown".into(),
        Remote::Idle if has_failed => "account unknown".into(),
        Remote::Idle | Remote::Loading { old: None } => "account …".into(),
    }
}

/// The region in words.
#[must_use]
pub fn region(place: &Place) -> &str {
    let unknown = if place.is_lost { "no region" } else { "region …" };
    place.location.region.as_ref().map_or(unknown, Text::as_str)
}

pub fn endpoint(app: &App, brevity: Brevity) -> Option<HeaderPart<'_>> {
    let endpoint = app.place().location.endpoint.as_ref()?.as_str();
    let host = endpoint.split_once("://").map_or(endpoint, |(_, rest)| rest);
    let is_whole = brevity.endpoint == ALL && brevity.words != Wording::None;
    Some(if is_whole {
        HeaderPart::Endpoint { lead: "endpoint ", name: endpoint.into() }
    } else {
        HeaderPart::Endpoint { lead: "", name: shortened(host, brevity.endpoint) }
    })
}

pub fn badges(app: &App, brevity: Brevity) -> [Option<&'static str>; 2] {
    let read_only = if brevity.badge_words { "READ-ONLY" } else { "RO" };
    [(app.is_read_only() && !app.is_picker()).then_some(read_only), app.mode.demo.then_some("DEMO")]
}
