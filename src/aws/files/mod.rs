//! The shared configuration files, read as the AWS CLI reads them, so that every fault can be told and
//! none spoils the rest.
//!
//! The SDK's own reader knows neither indented sections nor most names, fails at the first bad line, and
//! takes a file that it can't read for an empty one. Here each section stands for itself; the SDK gets the
//! chosen profile alone, under a name of ours, and without its keys.
//!
//! ```text
//! origin ─► shared_file ─► reader (line, heading) ─► section ─► table ─► Files ─► for_sdk
//!                                                                          └─► plan (own, sso), survey
//! ```

mod for_sdk;
mod heading;
mod line;
mod origin;
mod own;
mod plan;
mod reader;
mod section;
mod shared_file;
mod spot;
mod sso;
mod survey;
mod table;

use aws_config::profile::{self, ProfileSet};
use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};
use aws_types::os_shim_internal::{Env, Fs};

use self::heading::Kind;
use self::shared_file::SharedFile;
use self::table::Table;
use super::file_system::FileSystem;
use super::{cause, check_region};
use crate::domain::{ConfigFile, Failure, FailureClass, KeySource, Text};

pub(super) use self::for_sdk::NAME as SDK_NAME;
pub(super) use self::own::{Outside, Own, Pair, WebIdentity};
pub(super) use self::plan::{Plan, Role};
pub(super) use self::sso::Login;
pub(super) use self::survey::aws_setup;

/// Both files, as they were when they were read.
pub(super) struct Files {
    both: [SharedFile; 2],
    profiles: Table,
    sso_sessions: Table,
    services: Table,
}

/// Why keys can't be had.
pub(super) struct Snag {
    /// The profile whose settings are at fault.
    pub at: String,
    /// A sentence that names file and line.
    pub said: String,
}

impl Files {
    /// Reads both files. Whatever is wrong with them is noted, never an error.
    pub(super) async fn read(env: &Env, fs: &FileSystem) -> Self {
        let both = [
            SharedFile::read(EnvConfigFileKind::Config, env, fs).await,
            SharedFile::read(EnvConfigFileKind::Credentials, env, fs).await,
        ];
        Self {
            profiles: table::merged(Kind::Profile, &both),
            sso_sessions: table::merged(Kind::SsoSession, &both),
            services: table::merged(Kind::Services, &both),
            both,
        }
    }

    /// What the SDK is to know of `profile`, as a file of its own, where the profile is [`SDK_NAME`].
    pub(super) fn for_sdk(&self, profile: &str) -> EnvConfigFiles {
        let profile = self.profiles.get(profile).filter(|entry| entry.fault.is_none());
        let services = profile.and_then(|entry| self.services.get(entry.get("services")?));
        let text = for_sdk::text(profile, services);
        EnvConfigFiles::builder().with_contents(EnvConfigFileKind::Config, text).build()
    }

    /// The SDK's own view of `profile`, which it knows as [`SDK_NAME`].
    ///
    /// # Errors
    ///
    /// [`FailureClass::BadConfig`], should the SDK's grammar ever be another than the one it is written in.
    pub(super) async fn load(&self, profile: &str) -> Result<ProfileSet, Failure> {
        let (env, fs) = (Env::from_slice(&[]), Fs::from_slice(&[]));
        let parsed = profile::load(&fs, &env, &self.for_sdk(profile), Some(SDK_NAME.into())).await;
        parsed.map_err(|error| Failure::new(FailureClass::BadConfig, &cause::chain(&error)))
    }

    /// How the keys of `profile` are had.
    ///
    /// # Errors
    ///
    /// What keeps them from being had. The CLI refuses it too; to pass over it might end with the keys of
    /// this machine's own role, another account than the one asked for.
    pub(super) fn plan(&self, profile: &str, outside: &Outside) -> Result<Plan, String> {
        Plan::of(self, profile, outside).map_err(|Snag { at, said }| {
            let own = at == profile;
            if own { said } else { format!("The profile {profile:?} takes its keys from {at:?}. {said}") }
        })
    }

    /// Whether there is such a profile, whatever its state.
    pub(super) fn has(&self, profile: &str) -> bool {
        self.profiles.contains_key(profile)
    }

    /// The names of the profiles, sorted, `default` first.
    pub(super) fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.profiles.keys().map(String::as_str).collect();
        names.sort_by_key(|name| *name != super::profiles::DEFAULT);
        names
    }

    /// The `region` of a profile, where it is not empty.
    pub(super) fn region(&self, profile: &str) -> Option<&str> {
        let region = self.profiles.get(profile)?.get("region").map(line::without_comment);
        region.filter(|region| !region.is_empty())
    }

    /// Where a profile's keys come from; a profile that is not there has none.
    pub(super) fn source(&self, profile: &str) -> KeySource {
        match self.profiles.get(profile) {
            Some(entry) if plan::is_role(entry) => KeySource::Role,
            Some(entry) => own::source(entry),
            None => KeySource::Elsewhere,
        }
    }

    /// The account that a profile names for its keys.
    pub(super) fn account(&self, profile: &str) -> Option<&str> {
        let entry = self.profiles.get(profile)?;
        match self.source(profile) {
            KeySource::Sso => entry.get("sso_account_id"),
            KeySource::Role | KeySource::WebIdentity => entry.get("role_arn").and_then(account_in),
            KeySource::Console => entry.get("login_session").and_then(account_in),
            KeySource::Process | KeySource::Static | KeySource::Elsewhere => entry.get("aws_account_id"),
        }
    }

    /// Everything that is wrong with a profile, the worst first, as a sentence.
    pub(super) fn profile_trouble(&self, profile: &str) -> Option<String> {
        let worst = self.section_trouble(profile).or_else(|| self.keys_trouble(profile));
        worst.or_else(|| self.region_trouble(profile))
    }

    /// What keeps a profile's settings from being read at all.
    pub(super) fn section_trouble(&self, profile: &str) -> Option<String> {
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
                 Add [services {}], or correct the name.",
                quoted(services),
                at = entry.spot("services"),
            )),
        }
    }

    /// What is wrong with a profile's keys. Half of what they take is passed over where others are found.
    fn keys_trouble(&self, profile: &str) -> Option<String> {
        self.profiles.get(profile)?;
        match self.plan(profile, &Outside::default()) {
            Ok(Plan { own: Own::Nothing(remark), .. }) => remark,
            Ok(_) => None,
            Err(said) => Some(said),
        }
    }

    /// What is wrong with a profile's `region`, which only counts where no other is given.
    fn region_trouble(&self, profile: &str) -> Option<String> {
        let entry = self.profiles.get(profile)?;
        let region = self.region(profile)?;
        let why = check_region(region).err()?;
        let at = entry.spot("region");
        Some(format!(
            "{at}: the region {region:?} of the profile {profile:?} can't be one: {why}. Correct it."
        ))
    }

    /// What to say where `profile` is in neither file.
    pub(super) fn missing(&self, profile: &str) -> String {
        let said = format!("There is no profile {profile:?} in the AWS config and credentials files.");
        [&[said.as_str()], &self.hints(profile)[..]].concat().join(" ")
    }

    /// What may be the reason that `profile` is in neither file, as sentences.
    pub(super) fn hints(&self, profile: &str) -> Vec<&str> {
        let sections = self.both.iter().flat_map(|file| &file.sections);
        let near = sections.filter_map(|section| {
            let heading = &section.heading;
            match heading.kind {
                Kind::Ignored if heading.name == profile => section.fault.as_ref(),
                _ if heading.meant.as_deref() == Some(profile) => section.notes.first(),
                _ => None,
            }
        });
        let whole = self.both.iter().flat_map(|file| &file.troubles);
        near.chain(whole).map(String::as_str).collect()
    }

    /// Why nobody can know which file is meant.
    pub(super) fn lost(&self) -> Option<&str> {
        self.both.iter().find_map(SharedFile::lost)
    }

    /// What is wrong with the files as a whole, where one of them can't be read.
    pub(super) fn unreadable(&self) -> Option<&str> {
        let file = self.both.iter().find(|file| file.is_unreadable())?;
        file.troubles.first().map(String::as_str)
    }

    /// The first fault of a file as a whole.
    pub(super) fn whole_trouble(&self) -> Option<&str> {
        self.both.iter().flat_map(|file| &file.troubles).next().map(String::as_str)
    }

    /// Everything that is wrong, each fault once.
    fn troubles(&self) -> Vec<Text> {
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

    /// The same as [`Self::keys_trouble`], unless it is another profile's.
    fn own_keys_trouble(&self, name: &str) -> Option<String> {
        match Plan::of(self, name, &Outside::default()) {
            Ok(Plan { own: Own::Nothing(remark), .. }) => remark,
            Ok(_) => None,
            Err(snag) => (snag.at == name).then_some(snag.said),
        }
    }

    fn found(&self) -> Vec<ConfigFile> {
        self.both.iter().map(SharedFile::found).collect()
    }
}

/// A name as it has to stand in a heading.
fn quoted(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_-/.%@:+".contains(c);
    if name.chars().all(plain) { name.to_owned() } else { format!("{name:?}") }
}

/// The account in an ARN.
fn account_in(arn: &str) -> Option<&str> {
    let account = arn.split(':').nth(4)?;
    (account.len() == 12 && account.bytes().all(|b| b.is_ascii_digit())).then_some(account)
}

#[cfg(test)]
mod tests;
