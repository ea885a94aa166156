//! Both shared files together.

use aws_config::profile::{self, ProfileSet};
use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};
use aws_types::os_shim_internal::{Env, Fs};

use super::for_sdk;
use super::heading::SectionKind;
use super::line;
use super::shared_file::SharedFile;
use super::table::{self, Table};
use crate::aws::environment::FileSystem;
use crate::aws::failure::cause;
use crate::domain::{ConfigFile, Failure, FailureClass};

/// The profile that is meant where none is named.
pub(in crate::aws) const DEFAULT_PROFILE: &str = "default";

/// Both files, as they were when they were read.
pub(in crate::aws) struct SharedFiles {
    pub(super) both: [SharedFile; 2],
    pub(super) profiles: Table,
    pub(super) sso_sessions: Table,
    pub(super) services: Table,
}

impl SharedFiles {
    /// Reads both files. Whatever is wrong with them is noted, never an error.
    pub(in crate::aws) async fn read(env: &Env, fs: &FileSystem) -> Self {
        let both = [
            SharedFile::read(EnvConfigFileKind::Config, env, fs).await,
            SharedFile::read(EnvConfigFileKind::Credentials, env, fs).await,
        ];
        Self {
            profiles: table::merged(SectionKind::Profile, &both),
            sso_sessions: table::merged(SectionKind::SsoSession, &both),
            services: table::merged(SectionKind::Services, &both),
            both,
        }
    }

    /// What the SDK is to know of `profile`, as a file of its own, where the profile is [`for_sdk::NAME`].
    pub(in crate::aws) fn for_sdk(&self, profile: &str) -> EnvConfigFiles {
        let profile = self.profiles.get(profile).filter(|entry| entry.fault.is_none());
        let services = profile.and_then(|entry| self.services.get(entry.get("services")?));
        let text = for_sdk::text(profile, services);
        EnvConfigFiles::builder().with_contents(EnvConfigFileKind::Config, text).build()
    }

    /// The SDK's own view of `profile`, which it knows as [`for_sdk::NAME`].
    ///
    /// # Errors
    ///
    /// [`FailureClass::BadConfig`], should the SDK's grammar ever be another than the one it is written in.
    pub(in crate::aws) async fn load(&self, profile: &str) -> Result<ProfileSet, Failure> {
        let (env, fs) = (Env::from_slice(&[]), Fs::from_slice(&[]));
        let parsed = profile::load(&fs, &env, &self.for_sdk(profile), Some(for_sdk::NAME.into())).await;
        parsed.map_err(|error| Failure::new(FailureClass::BadConfig, &cause::chain(&error)))
    }

    /// Whether there is such a profile, whatever its state.
    pub(in crate::aws) fn has(&self, profile: &str) -> bool {
        self.profiles.contains_key(profile)
    }

    /// The names of the profiles, sorted, `default` first.
    pub(in crate::aws) fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.profiles.keys().map(String::as_str).collect();
        names.sort_by_key(|name| *name != DEFAULT_PROFILE);
        names
    }

    /// The `region` of a profile, where it is not empty.
    pub(in crate::aws) fn region(&self, profile: &str) -> Option<&str> {
        let region = self.profiles.get(profile)?.get("region").map(line::without_comment);
        region.filter(|region| !region.is_empty())
    }

    /// What to say where `profile` is in neither file.
    pub(in crate::aws) fn missing(&self, profile: &str) -> String {
        let said = format!("There is no profile {profile:?} in the AWS config and credentials files.");
        [&[said.as_str()], &self.hints(profile)[..]].concat().join(" ")
    }

    /// What may be the reason that `profile` is in neither file, as sentences.
    pub(in crate::aws) fn hints(&self, profile: &str) -> Vec<&str> {
        let sections = self.both.iter().flat_map(|file| &file.sections);
        let near = sections.filter_map(|section| {
            let heading = &section.heading;
            match heading.kind {
                SectionKind::Ignored if heading.name == profile => section.fault.as_ref(),
                _ if heading.meant.as_deref() == Some(profile) => section.notes.first(),
                _ => None,
            }
        });
        let whole = self.both.iter().flat_map(|file| &file.troubles);
        near.chain(whole).map(String::as_str).collect()
    }

    /// Why nobody can know which file is meant.
    pub(in crate::aws) fn unknown_location(&self) -> Option<&str> {
        self.both.iter().find_map(SharedFile::unknown_location)
    }

    /// What is wrong with the files as a whole, where one of them can't be read.
    pub(in crate::aws) fn unreadable(&self) -> Option<&str> {
        let file = self.both.iter().find(|file| file.is_unreadable())?;
        file.troubles.first().map(String::as_str)
    }

    /// The first fault of a file as a whole.
    pub(in crate::aws) fn whole_trouble(&self) -> Option<&str> {
        self.both.iter().flat_map(|file| &file.troubles).next().map(String::as_str)
    }

    pub(super) fn found(&self) -> Vec<ConfigFile> {
        self.both.iter().map(SharedFile::found).collect()
    }
}
