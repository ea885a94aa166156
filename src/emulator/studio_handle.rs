//! What tests do to domains of Studio and to what is in them.

use serde_json::Value;
use tokio::time::Instant;

use super::{
    catalogue::{
        CatalogueApp, CatalogueAppImageConfig, CatalogueDomain, CatalogueSpace, CatalogueUserProfile,
    },
    emulator_handle::Emulator,
};
use crate::emulator::store::{StudioKind, StudioRecord};

/// Which thing of Studio is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InStudio<'name> {
    /// The domain of this id.
    Domain(&'name str),
    /// A user profile, by the domain's id and its own name.
    UserProfile(&'name str, &'name str),
    /// A space, by the domain's id and its own name.
    Space(&'name str, &'name str),
    /// An app, by the domain's id, the name of the user profile or space, `AppType` and `AppName`.
    App(&'name str, &'name str, &'name str, &'name str),
    /// The app image config of this name.
    AppImageConfig(&'name str),
}

impl InStudio<'_> {
    fn key(self) -> (StudioKind, String) {
        match self {
            Self::Domain(id) => (StudioKind::Domain, id.to_owned()),
            Self::UserProfile(domain, name) => (StudioKind::UserProfile, [domain, name].join("/")),
            Self::Space(domain, name) => (StudioKind::Space, [domain, name].join("/")),
            Self::App(domain, owner, app_type, name) => {
                (StudioKind::App, [domain, owner, app_type, name].join("/"))
            }
            Self::AppImageConfig(name) => (StudioKind::AppImageConfig, name.to_owned()),
        }
    }
}

impl Emulator {
    /// Adds a domain with all that is in it, unvalidated, in place of what is there already. Its ages count from now.
    pub fn add_domain(&self, domain: CatalogueDomain) {
        let account = self.account();
        let records = domain.into_records(&account.arns, account.clock.at(Instant::now()));
        let mut studio = account.studio();
        for record in records {
            studio.insert(record);
        }
    }

    /// Adds a user profile to a domain, unvalidated, in place of one of the same name.
    pub fn add_user_profile(&self, domain: &str, profile: CatalogueUserProfile) {
        self.add_into(domain, |domain| domain.profiles.push(profile));
    }

    /// Adds a space to a domain, unvalidated, in place of one of the same name.
    pub fn add_space(&self, domain: &str, space: CatalogueSpace) {
        self.add_into(domain, |domain| domain.spaces.push(space));
    }

    /// Adds an app to a domain, unvalidated, in place of one of the same owner, type and name.
    pub fn add_app(&self, domain: &str, app: CatalogueApp) {
        self.add_into(domain, |domain| domain.apps.push(app));
    }

    /// Adds an app image config, unvalidated, in place of one of the same name.
    pub fn add_app_image_config(&self, config: CatalogueAppImageConfig) {
        let account = self.account();
        let record = config.into_record(&account.arns, account.clock.at(Instant::now()));
        account.studio().insert(record);
    }

    /// Takes something of Studio away, and what is in it. False where it is not there.
    #[must_use]
    pub fn remove_from_studio(&self, what: InStudio) -> bool {
        let (kind, path) = what.key();
        self.account().studio().remove(kind, &path)
    }

    /// Puts something of Studio in a status, as `Deleting`, for a reason if it failed. False where it is not there.
    #[must_use]
    pub fn set_studio_status(&self, what: InStudio, status: &str, failure_reason: Option<&str>) -> bool {
        self.change_in_studio(what, |record| {
            record.members.insert("Status".to_owned(), status.into());
            match failure_reason {
                Some(reason) => record.members.insert("FailureReason".to_owned(), reason.into()),
                None => record.members.remove("FailureReason"),
            };
        })
    }

    /// Sets a member of something of Studio, as `UserSettings`, unvalidated; `null` takes it away. False where what it is a
    /// member of is not there.
    #[must_use]
    pub fn set_in_studio(&self, what: InStudio, member: &str, value: Value) -> bool {
        self.change_in_studio(what, |record| {
            match value {
                Value::Null => record.members.remove(member),
                value => record.members.insert(member.to_owned(), value),
            };
        })
    }

    /// From now on the service answers this for a member of something of Studio, whatever is stored: a status that nobody
    /// has heard of, a member that the model does not have, a value of another type. Lists answer it too. False where what
    /// it is a member of is not there.
    #[must_use]
    pub fn impose_in_studio(&self, what: InStudio, member: &str, value: Value) -> bool {
        self.change_in_studio(what, |record| {
            record.imposed.insert(member.to_owned(), value);
        })
    }

    /// Something of Studio as the service would describe it now.
    #[must_use]
    pub fn describe_in_studio(&self, what: InStudio) -> Option<Value> {
        let (kind, path) = what.key();
        let account = self.account();
        Some(account.studio().get(kind, &path)?.described(&account.arns))
    }

    fn change_in_studio(&self, what: InStudio, change: impl FnOnce(&mut StudioRecord)) -> bool {
        let account = self.account();
        let (kind, path) = what.key();
        account.studio().amend(kind, &path, account.clock.at(Instant::now()), change)
    }

    fn add_into(&self, domain: &str, add: impl FnOnce(&mut CatalogueDomain)) {
        let account = self.account();
        let mut stub = CatalogueDomain::named(domain, "");
        add(&mut stub);
        let records = stub.into_records(&account.arns, account.clock.at(Instant::now()));
        let mut studio = account.studio();
        for record in records.into_iter().filter(|record| record.kind != StudioKind::Domain) {
            studio.insert(record);
        }
    }
}
