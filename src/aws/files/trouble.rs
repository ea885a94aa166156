//! What is wrong with the files and with each profile, as sentences.

use super::for_sdk;
use super::heading::quoted;
use super::key_plan::KeyPlan;
use super::own::{EnvironmentToken, OwnKeys};
use super::shared_files::SharedFiles;
use crate::domain::{Text, check_region};

impl SharedFiles {
    /// Everything that is wrong with a profile, the worst first, as a sentence.
    pub(super) fn profile_trouble(&self, profile: &str) -> Option<String> {
        let worst = self.section_trouble(profile).or_else(|| self.keys_trouble(profile));
        worst.or_else(|| self.region_trouble(profile))
    }

    /// What keeps a profile's settings from being read at all.
    pub(in crate::aws) fn section_trouble(&self, profile: &str) -> Option<String> {
        let entry = self.profiles.get(profile)?;
        if let Some(fault) = &entry.fault {
            return Some(fault.clone());
        }
        // Without its endpoints the SDK would speak to AWS itself.
        let services = entry.get("services")?;
        match self.services.get(services) {
            Some(found) => found.fault.clone().or_else(|| for_sdk::unused_service(services, found)),
            None => Some(format!(
                "{at}: the profile {profile:?} names the services section {services:?}, and there is none. \
                 Add [services {}], or fix the name.",
                quoted(services),
                at = entry.spot("services"),
            )),
        }
    }

    /// What is wrong with a profile's keys. Half of what they take is passed over where others are found.
    fn keys_trouble(&self, profile: &str) -> Option<String> {
        self.profiles.get(profile)?;
        match self.plan(profile, &EnvironmentToken::default()) {
            Ok(KeyPlan { own: OwnKeys::Nothing(remark), .. }) => remark,
            Ok(_) => None,
            Err(said) => Some(said),
        }
    }

    /// The same as [`Self::keys_trouble`], unless it is another profile's.
    fn own_keys_trouble(&self, name: &str) -> Option<String> {
        match KeyPlan::of(self, name, &EnvironmentToken::default()) {
            Ok(KeyPlan { own: OwnKeys::Nothing(remark), .. }) => remark,
            Ok(_) => None,
            Err(plan_error) => (plan_error.at == name).then_some(plan_error.said),
        }
    }

    /// What is wrong with a profile's `region`, which only counts where no other is given.
    fn region_trouble(&self, profile: &str) -> Option<String> {
        let entry = self.profiles.get(profile)?;
        let region = self.region(profile)?;
        let why = check_region(region).err()?;
        let at = entry.spot("region");
        Some(format!("{at}: the region {region:?} of the profile {profile:?} is invalid: {why}. Fix it."))
    }

    /// Everything that is wrong, each fault once.
    pub(super) fn troubles(&self) -> Vec<Text> {
        let mut told: Vec<String> = Vec::new();
        for file in &self.both {
            told.extend(file.troubles.iter().cloned());
            told.extend(file.sections.iter().filter_map(|section| section.fault.clone()));
            told.extend(file.sections.iter().flat_map(|section| section.notes.iter().cloned()));
        }
        for (name, entry) in &self.profiles {
            if entry.fault.is_none() {
                told.extend(self.section_trouble(name));
                told.extend(self.own_keys_trouble(name));
                told.extend(self.region_trouble(name));
            }
        }
        let mut seen = std::collections::HashSet::new();
        told.retain(|trouble| seen.insert(trouble.clone()));
        told.iter().map(|trouble| Text::clean(trouble)).collect()
    }
}
