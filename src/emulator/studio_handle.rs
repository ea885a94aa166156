//! What tests do to domains of Studio and to what is in them.

use serde_json::Value;
use tokio::time::Instant;

use super::{
    catalogue::{CatalogueAppImageConfig, CatalogueDomain},
    emulator_handle::Emulator,
};
use crate::emulator::store::{InStudio, StudioRecord};

impl Emulator {
    /// Adds a domain with all that is in it, unvalidated, in place of one of the same id and all that was in it. Its ages count from now.
    pub fn add_domain(&self, domain: CatalogueDomain) {
        let account = self.account();
        let mut studio = account.studio();
        studio.remove(InStudio::Domain(&domain.id));
        let records = domain.into_records(&account.arns, account.clock.at(Instant::now()));
        for record in records {
            studio.insert(record);
        }
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
        self.account().studio().remove(what)
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
        let account = self.account();
        Some(account.studio().get(what)?.described(&account.arns))
    }

    fn change_in_studio(&self, what: InStudio, change: impl FnOnce(&mut StudioRecord)) -> bool {
        let account = self.account();
        account.studio().amend(what, account.clock.at(Instant::now()), change)
    }
}
