//! From which profile to which the keys come, by the SDK's rules.

use super::table::Entry;
use super::{Files, sso};
use crate::domain::KeySource;

/// What `credential_source` can be; the SDK does not care for upper and lower case.
const SOURCES: [&str; 3] = ["Environment", "Ec2InstanceMetadata", "EcsContainer"];

/// Where the keys of a profile come from in the end.
pub(super) struct Chain {
    /// The last profile on the way, which may be the first.
    pub base: String,
    /// Where that one has its keys from.
    pub source: KeySource,
}

/// Why keys can't be had.
pub(super) struct Snag {
    /// The profile whose settings are at fault.
    pub at: String,
    /// A sentence that names file and line.
    pub said: String,
}

enum Step<'a> {
    /// The profile has keys of its own.
    Ends(KeySource),
    /// The profile holds nothing about keys.
    Bare,
    /// The keys are those of another profile.
    Next(&'a str),
}

/// Where a profile's keys come from, going by what is set and not by whether it is right.
pub(super) fn source(profile: &Entry) -> KeySource {
    if is_role(profile) { KeySource::Role } else { own_source(profile).unwrap_or(KeySource::Elsewhere) }
}

/// Follows the profiles from `name` on.
pub(super) fn resolve(files: &Files, name: &str) -> Result<Chain, Snag> {
    let mut path = vec![name];
    let Some(mut profile) = files.profiles.get(name) else {
        return Ok(Chain { base: name.into(), source: KeySource::Elsewhere });
    };
    loop {
        let at = path[path.len() - 1];
        let snag = |said| Snag { at: at.into(), said };
        let next = match step(files, at, profile, path.len() == 1).map_err(snag)? {
            Step::Ends(source) => return Ok(Chain { base: at.into(), source }),
            Step::Bare if path.len() == 1 => {
                return Ok(Chain { base: at.into(), source: KeySource::Elsewhere });
            }
            Step::Bare => return Err(bare(files, &path)),
            Step::Next(next) => next,
        };
        if let Some(start) = path.iter().position(|seen| *seen == next) {
            return Err(cycle(files, &path[start..]));
        }
        let Some(found) = files.profiles.get(next) else {
            let spot = profile.spot("source_profile");
            return Err(snag(format!(
                "{spot}: the profile {at:?} takes its keys from {next:?} (source_profile), and there is no \
                 such profile. Correct the name, or add the profile."
            )));
        };
        path.push(next);
        profile = found;
    }
}

/// The same words wherever one comes into it, so that it is told once.
fn cycle(files: &Files, members: &[&str]) -> Snag {
    let first = members.iter().enumerate().min_by_key(|(_, name)| **name).map_or(0, |(index, _)| index);
    let mut way = [&members[first..], &members[..first]].concat();
    way.push(members[first]);
    let at = spot_of_source(files, members[first]);
    let way = way.join(" → ");
    let said = format!("{at}: profiles take their keys from each other: {way}. Change one source_profile.");
    Snag { at: members[0].into(), said }
}

fn bare(files: &Files, path: &[&str]) -> Snag {
    let (from, empty) = (path[path.len() - 2], path[path.len() - 1]);
    let at = spot_of_source(files, from);
    let said = format!(
        "{at}: the profile {from:?} takes its keys from {empty:?} (source_profile), which has none. \
         Add them there, or name another profile."
    );
    Snag { at: from.into(), said }
}

fn spot_of_source(files: &Files, name: &str) -> String {
    files.profiles.get(name).map(|profile| profile.spot("source_profile").to_string()).unwrap_or_default()
}

fn step<'a>(files: &Files, name: &str, profile: &'a Entry, first: bool) -> Result<Step<'a>, String> {
    if let Some(fault) = &profile.fault {
        return Err(fault.clone());
    }
    let has = |setting: &str| profile.get(setting).is_some();
    if !first && has("aws_access_key_id") && has("aws_secret_access_key") {
        return Ok(Step::Ends(KeySource::Static));
    }
    if !is_role(profile) {
        return own_keys(files, name, profile).map(|own| own.map_or(Step::Bare, Step::Ends));
    }
    let at = profile.spot("role_arn");
    match (profile.get("source_profile"), has("credential_source")) {
        (Some(_), true) => Err(format!(
            "{at}: the profile {name:?} has both source_profile and credential_source. Remove one of them."
        )),
        (None, false) => Err(format!(
            "{at}: the profile {name:?} has a role_arn but nothing that gives keys for it. \
             Add source_profile, credential_source or web_identity_token_file."
        )),
        (Some(source), false) if source != name => Ok(Step::Next(source)),
        _ => own_keys(files, name, profile)?.map(Step::Ends).ok_or_else(|| {
            let at = profile.spot("source_profile");
            format!(
                "{at}: the profile {name:?} takes its keys from itself (source_profile) and has none. \
                 Add them, or name another profile."
            )
        }),
    }
}

fn is_role(profile: &Entry) -> bool {
    profile.get("role_arn").is_some() && profile.get("web_identity_token_file").is_none()
}

/// The first that counts of the ways to keys that a profile has itself.
fn own_source(profile: &Entry) -> Option<KeySource> {
    let has = |setting: &str| profile.get(setting).is_some();
    let keys = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"];
    [
        (has("credential_source"), KeySource::Elsewhere),
        (has("web_identity_token_file"), KeySource::WebIdentity),
        (sso::is_meant(profile), KeySource::Sso),
        (has("login_session"), KeySource::Console),
        (has("credential_process"), KeySource::Process),
        (keys.into_iter().any(has), KeySource::Static),
    ]
    .into_iter()
    .find_map(|(is_set, source)| is_set.then_some(source))
}

fn own_keys(files: &Files, name: &str, profile: &Entry) -> Result<Option<KeySource>, String> {
    let own = own_source(profile);
    match own {
        Some(KeySource::Elsewhere) => known_source(name, profile)?,
        Some(KeySource::WebIdentity) if profile.get("role_arn").is_none() => {
            let at = profile.spot("web_identity_token_file");
            return Err(format!(
                "{at}: the profile {name:?} has a web_identity_token_file but no role_arn. Add it."
            ));
        }
        Some(KeySource::Sso) => sso::check(files, name, profile)?,
        Some(KeySource::Static) => both_keys(name, profile)?,
        _ => {}
    }
    Ok(own)
}

fn known_source(name: &str, profile: &Entry) -> Result<(), String> {
    let source = profile.get("credential_source").unwrap_or_default();
    if SOURCES.iter().any(|known| known.eq_ignore_ascii_case(source)) {
        return Ok(());
    }
    let at = profile.spot("credential_source");
    let [one, two, three] = SOURCES;
    Err(format!(
        "{at}: credential_source of the profile {name:?} is {source:?}. It has to be {one}, {two} or {three}."
    ))
}

fn both_keys(name: &str, profile: &Entry) -> Result<(), String> {
    let keys = ["aws_access_key_id", "aws_secret_access_key"];
    let Some(lacking) = keys.into_iter().find(|key| profile.get(key).is_none()) else {
        return Ok(());
    };
    let given = [keys[0], keys[1], "aws_session_token"].into_iter().find(|key| profile.get(key).is_some());
    let given = given.unwrap_or_default();
    let at = profile.spot(given);
    Err(format!("{at}: the profile {name:?} has an {given} but no {lacking}. Add it, or remove the other."))
}
