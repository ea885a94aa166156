//! One domain of Studio of a catalogue, and what is in it.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::studio_details::StudioDetails;
use crate::emulator::{
    rules::{Shape, studio_model},
    store::{Arns, InStudio, StudioKind, StudioRecord, UnixMillis},
};

/// A domain as a [`Catalogue`](super::Catalogue) describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct CatalogueDomain {
    /// `DomainId`: `d-` and up to 61 small letters and digits.
    pub id: String,
    /// `DomainName`.
    pub name: String,
    /// What else is said of it.
    #[serde(flatten)]
    pub details: StudioDetails,
    /// Its user profiles.
    #[serde(default, rename = "profile")]
    pub profiles: Vec<CatalogueUserProfile>,
    /// Its spaces.
    #[serde(default, rename = "space")]
    pub spaces: Vec<CatalogueSpace>,
    /// The apps of both.
    #[serde(default, rename = "app")]
    pub apps: Vec<CatalogueApp>,
}

/// A user profile as a [`Catalogue`](super::Catalogue) describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct CatalogueUserProfile {
    /// `UserProfileName`.
    pub name: String,
    /// What else is said of it.
    #[serde(flatten)]
    pub details: StudioDetails,
}

/// A space as a [`Catalogue`](super::Catalogue) describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct CatalogueSpace {
    /// `SpaceName`.
    pub name: String,
    /// What else is said of it.
    #[serde(flatten)]
    pub details: StudioDetails,
}

/// An app as a [`Catalogue`](super::Catalogue) describes it: of a user profile or of a space.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct CatalogueApp {
    /// The user profile that it belongs to.
    pub profile: Option<String>,
    /// The space that it belongs to.
    pub space: Option<String>,
    /// `AppType`, as `JupyterLab`.
    #[serde(rename = "type")]
    pub app_type: String,
    /// `AppName`.
    pub name: String,
    /// What else is said of it.
    #[serde(flatten)]
    pub details: StudioDetails,
}

/// An app image config as a [`Catalogue`](super::Catalogue) describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct CatalogueAppImageConfig {
    /// `AppImageConfigName`.
    pub name: String,
    /// What else is said of it.
    #[serde(flatten)]
    pub details: StudioDetails,
}

/// One thing of a catalogue on its way into the store.
struct Entry {
    kind: StudioKind,
    path: String,
    /// The members that name it.
    names: Vec<(&'static str, String)>,
    details: StudioDetails,
}

impl Entry {
    /// The members that every kind but app image configs has.
    fn in_domain(what: InStudio, names: &[(&'static str, &str)], details: StudioDetails) -> Self {
        let status = details.status.clone().unwrap_or_else(|| "InService".to_owned());
        let names = names.iter().map(|(member, name)| (*member, (*name).to_owned()));
        let names = names.chain([("Status", status)]).collect();
        Self { kind: what.kind(), path: what.path(), names, details }
    }

    fn broken_rules(&self) -> Vec<String> {
        let broken = self.details.broken_rules(shape(self.kind), &self.names).into_iter();
        broken.map(|words| format!("{} {}: {words}", self.kind.noun(), self.path)).collect()
    }

    fn into_record(self, arns: &Arns, now: UnixMillis) -> StudioRecord {
        self.details.into_record(self.kind, &self.path, &self.names, (arns, now))
    }
}

fn shape(kind: StudioKind) -> &'static Shape {
    match kind {
        StudioKind::Domain => &studio_model::DOMAIN,
        StudioKind::UserProfile => &studio_model::USER_PROFILE,
        StudioKind::Space => &studio_model::SPACE,
        StudioKind::App => &studio_model::APP,
        StudioKind::AppImageConfig => &studio_model::APP_IMAGE_CONFIG,
    }
}

impl CatalogueDomain {
    /// A domain that was created just now, in service, with nothing in it.
    pub fn named(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { id: id.into(), name: name.into(), ..Self::default() }
    }

    /// What the service's own rules for each member, and their kinship, have against it and what is in it; empty where it
    /// could come from the real service.
    #[must_use]
    pub fn broken_rules(&self) -> Vec<String> {
        let entries = self.clone().into_entries();
        let mut found: Vec<String> = entries.iter().flat_map(Entry::broken_rules).collect();
        let mut paths = BTreeSet::new();
        for Entry { kind, path, .. } in &entries {
            if !paths.insert((*kind, path)) {
                found.push(format!("There are two of {} {path}", kind.noun()));
            }
        }
        found.extend(self.apps.iter().filter_map(|app| self.not_an_owner(app)));
        found
    }

    /// An app belongs to one of the user profiles or to one of the spaces; `domain-shared` is the domain's own.
    fn not_an_owner(&self, app: &CatalogueApp) -> Option<String> {
        let is_owned = match (&app.profile, &app.space) {
            (Some(owner), None) => {
                owner == "domain-shared" || self.profiles.iter().any(|profile| profile.name == *owner)
            }
            (None, Some(owner)) => self.spaces.iter().any(|space| space.name == *owner),
            (None, None) | (Some(_), Some(_)) => false,
        };
        (!is_owned)
            .then(|| format!("The app {} belongs to no user profile and no space of the domain", app.name))
    }

    /// It and all that is in it, as they are stored.
    pub(in crate::emulator) fn into_records(self, arns: &Arns, now: UnixMillis) -> Vec<StudioRecord> {
        self.into_entries().into_iter().map(|entry| entry.into_record(arns, now)).collect()
    }

    fn into_entries(self) -> Vec<Entry> {
        let Self { id, name, details, profiles, spaces, apps } = self;
        let own = [("DomainId", id.as_str()), ("DomainName", &name)];
        let own = Entry::in_domain(InStudio::Domain(&id), &own, details);
        let profiles = profiles.into_iter().map(|CatalogueUserProfile { name, details }| {
            let names = [("DomainId", id.as_str()), ("UserProfileName", &name)];
            Entry::in_domain(InStudio::UserProfile(&id, &name), &names, details)
        });
        let spaces = spaces.into_iter().map(|CatalogueSpace { name, details }| {
            let names = [("DomainId", id.as_str()), ("SpaceName", &name)];
            Entry::in_domain(InStudio::Space(&id, &name), &names, details)
        });
        let apps = apps.into_iter().map(|app| app.into_entry(&id));
        [own].into_iter().chain(profiles).chain(spaces).chain(apps).collect()
    }
}

impl CatalogueApp {
    fn into_entry(self, domain: &str) -> Entry {
        let Self { profile, space, app_type, name, details } = self;
        let owner = space.as_ref().or(profile.as_ref()).map_or("", String::as_str);
        let what = InStudio::App(domain, owner, &app_type, &name);
        let member = if space.is_some() { "SpaceName" } else { "UserProfileName" };
        let names = [("DomainId", domain), (member, owner), ("AppType", &app_type), ("AppName", &name)];
        Entry::in_domain(what, &names, details)
    }
}

impl CatalogueAppImageConfig {
    /// What the service's own rules have against it; empty where it could come from the real service.
    #[must_use]
    pub fn broken_rules(&self) -> Vec<String> {
        self.clone().into_entry().broken_rules()
    }

    /// As it is stored.
    pub(in crate::emulator) fn into_record(self, arns: &Arns, now: UnixMillis) -> StudioRecord {
        self.into_entry().into_record(arns, now)
    }

    fn into_entry(self) -> Entry {
        let Self { name, details } = self;
        let names = vec![("AppImageConfigName", name.clone())];
        let what = InStudio::AppImageConfig(&name);
        Entry { kind: what.kind(), path: what.path(), names, details }
    }
}
