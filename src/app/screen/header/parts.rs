//! The parts of the header, each as briefly as is asked for.

use crate::app::cells::{middled, shortened};
use crate::app::{App, LoadStage, Place, Remote};
use crate::domain::Text;

use super::brevity::{ALL, Brevity, Wording};
use super::line::HeaderPart;

/// A longer word would push the account away.
const LONGEST_WORD: usize = 16;
const ENVIRONMENT: &str = "environment credentials";

pub fn profile(app: &App, brevity: Brevity) -> Option<HeaderPart> {
    let place = app.place();
    let named = place.location.profile.as_ref().or(place.aim.profile.as_ref()).map(Text::as_str);
    let has_words = brevity.words != Wording::None;
    let (lead, name) = match (place.location.environment_keys, named) {
        (true, Some(named)) if brevity.words == Wording::All => {
            ("", format!("{ENVIRONMENT}, profile {named}"))
        }
        (true, _) if has_words => ("", ENVIRONMENT.to_owned()),
        (true, _) => ("", "env creds".to_owned()),
        (false, Some(named)) => (if has_words { "profile " } else { "" }, named.to_owned()),
        (false, None) if has_words => ("", "default credentials".to_owned()),
        (false, None) => ("", "default".to_owned()),
    };
    let word = app.mark_of(place).and_then(|mark| mark.word.as_ref());
    let word = word.map(|word| shortened(word.as_str(), LONGEST_WORD).into_owned());
    let name = middled(&name, brevity.profile).into_owned();
    (!name.is_empty() || word.is_some()).then_some(HeaderPart::Profile { lead, name, word })
}

pub fn place(app: &App) -> [HeaderPart; 2] {
    [HeaderPart::Account(account(app.place())), HeaderPart::Region(region(app.place()))]
}

/// The account in words: its id, with `…` while it is asked for anew.
#[must_use]
pub fn account(place: &Place) -> String {
    let has_failed = matches!(place.images.load.stage, LoadStage::Failed { .. });
    match &place.account {
        Remote::Ready(id) => id.to_string(),
        Remote::Loading { old: Some(id) } => format!("{id} …"),
        Remote::Failed { .. } => "account unknown".into(),
        Remote::Idle if has_failed => "account unknown".into(),
        Remote::Idle | Remote::Loading { old: None } => "account …".into(),
    }
}

/// The region in words.
#[must_use]
pub fn region(place: &Place) -> String {
    let unknown = if place.is_lost { "no region" } else { "region …" };
    place.location.region.as_ref().map_or(unknown, Text::as_str).to_owned()
}

pub fn endpoint(app: &App, brevity: Brevity) -> Option<HeaderPart> {
    let endpoint = app.place().location.endpoint.as_ref()?.as_str();
    let host = endpoint.split_once("://").map_or(endpoint, |(_, rest)| rest);
    let is_whole = brevity.endpoint == ALL && brevity.words != Wording::None;
    let words = match shortened(host, brevity.endpoint) {
        _ if is_whole => format!("endpoint {endpoint}"),
        host => host.into_owned(),
    };
    Some(HeaderPart::Endpoint(words))
}

pub fn badges(app: &App, brevity: Brevity) -> Vec<&'static str> {
    let read_only = if brevity.badge_words { "READ-ONLY" } else { "RO" };
    let badges = [(app.is_read_only() && !app.is_picker(), read_only), (app.mode.demo, "DEMO")];
    badges.into_iter().filter_map(|(is_on, badge)| is_on.then_some(badge)).collect()
}
