//! The shared configuration files, read so that every fault can be told and none spoils the rest.
//!
//! The SDK's own reader fails at the first bad line, and takes a file that it can't read for an empty
//! one. Here each section stands for itself: the SDK gets the good ones, and a profile with a bad one
//! fails alone, with a sentence that says where.
//!
//! ```text
//! origin ─► shared_file ─► reader (line, heading) ─► section ─► table ─► Files ─► the SDK
//!                                                                          └─► chain (sso), survey
//! ```

mod chain;
mod heading;
mod line;
mod origin;
mod reader;
mod section;
mod shared_file;
mod spot;
mod sso;
mod survey;
mod table;

use std::borrow::Cow;
use std::fmt::Write;

use aws_config::profile::{self, ProfileSet};
use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};
use aws_types::os_shim_internal::{Env, Fs};

use self::chain::Snag;
use self::heading::Kind;
use self::section::{Section, Setting};
use self::shared_file::SharedFile;
use self::table::Table;
use super::file_system::FileSystem;
use super::{cause, check_region};
use crate::domain::{ConfigFile, Failure, FailureClass, KeySource, Text};

pub(super) use self::survey::surroundings;

/// Both files, as they were when they were read.
pub(super) struct Files {
    both: [SharedFile; 2],
    profiles: Table,
    sso_sessions: Table,
    services: Table,
}

impl Files {
    /// Reads both files. Whatever is wrong with them is noted, never an error.
    pub(super) async fn read(env: &Env, fs: &FileSystem) -> Self {
        let both = [
            SharedFile::read(EnvConfigFileKind::Config, env, fs).await,
            SharedFile::read(EnvConfigFileKind::Credentials, env, fs).await,
        ];
        let merged = |kind| table::merged(kind, both.iter().flat_map(|file| &file.sections));
        Self {
            profiles: merged(Kind::Profile),
            sso_sessions: merged(Kind::SsoSession),
            services: merged(Kind::Services),
            both,
        }
    }

    /// The good sections alone: the SDK can parse all of it.
    pub(super) fn for_sdk(&self) -> EnvConfigFiles {
        let text = |file: &SharedFile| {
            let mut text = String::new();
            let good = file.sections.iter().filter(|section| section.is_for_sdk());
            good.for_each(|section| self.write_section(&mut text, section, file.kind()));
            text
        };
        let build = |builder: aws_runtime::env_config::file::Builder, file| {
            builder.with_contents(SharedFile::kind(file), text(file))
        };
        self.both.iter().fold(EnvConfigFiles::builder(), build).build()
    }

    /// The SDK's own view of the good sections, with the profile `selected`.
    ///
    /// # Errors
    ///
    /// [`FailureClass::BadConfig`], should the SDK's grammar ever be another than the one here.
    pub(super) async fn load(&self, selected: &str) -> Result<ProfileSet, Failure> {
        let (env, fs) = (Env::from_slice(&[]), Fs::from_slice(&[]));
        let selected = Some(selected.to_owned().into());
        let parsed = profile::load(&fs, &env, &self.for_sdk(), selected).await;
        parsed.map_err(|error| Failure::new(FailureClass::BadConfig, &cause::chain(&error)))
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

    /// A setting of a profile; its name in lower case.
    pub(super) fn get(&self, profile: &str, setting: &str) -> Option<&str> {
        self.profiles.get(profile)?.get(setting)
    }

    /// Where a profile's keys come from; a profile that is not there has none.
    pub(super) fn source(&self, profile: &str) -> KeySource {
        self.profiles.get(profile).map_or(KeySource::Elsewhere, chain::source)
    }

    /// The account that a profile names for its keys.
    pub(super) fn account(&self, profile: &str) -> Option<&str> {
        let entry = self.profiles.get(profile)?;
        match chain::source(entry) {
            KeySource::Sso => entry.get("sso_account_id"),
            KeySource::Role | KeySource::WebIdentity => entry.get("role_arn").and_then(account_in),
            KeySource::Console => entry.get("login_session").and_then(account_in),
            KeySource::Process | KeySource::Static | KeySource::Elsewhere => entry.get("aws_account_id"),
        }
    }

    /// The profile that has the SSO settings by which `profile` gets its keys, for
    /// `aws sso login --profile`.
    pub(super) fn sso_profile(&self, profile: &str) -> Option<String> {
        let chain = chain::resolve(self, profile).ok()?;
        (chain.source == KeySource::Sso).then_some(chain.base)
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
        let at = entry.spot("services");
        match self.services.get(services) {
            Some(found) => found.fault.clone(),
            None => Some(format!(
                "{at}: the profile {profile:?} names the services section {services:?}, and there is none. \
                 Add [services {services}], or correct the name."
            )),
        }
    }

    /// What keeps a profile's keys from being had. The SDK passes over some of it, and might end with
    /// the keys of this machine's own role: another account than the one asked for.
    pub(super) fn keys_trouble(&self, profile: &str) -> Option<String> {
        self.profiles.get(profile)?;
        let Snag { at, said } = chain::resolve(self, profile).err()?;
        let own = at == profile;
        Some(if own { said } else { format!("The profile {profile:?} takes its keys from {at:?}. {said}") })
    }

    /// What is wrong with a profile's `region`, which only counts where no other is given.
    fn region_trouble(&self, profile: &str) -> Option<String> {
        let entry = self.profiles.get(profile)?;
        let region = entry.get("region").filter(|region| !region.is_empty())?;
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
        let ignored = sections
            .filter(|section| section.heading.kind == Kind::Ignored && section.heading.name == profile)
            .filter_map(|section| section.fault.as_ref());
        let whole = self.both.iter().flat_map(|file| &file.troubles);
        ignored.chain(whole).map(String::as_str).collect()
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
        }
        for (name, entry) in &self.profiles {
            if entry.fault.is_none() {
                let own_keys = chain::resolve(self, name).err().filter(|snag| snag.at == *name);
                told.extend(self.section_trouble(name));
                told.extend(own_keys.map(|snag| snag.said));
                told.extend(self.region_trouble(name));
            }
        }
        let mut seen = std::collections::HashSet::new();
        told.retain(|trouble| seen.insert(trouble.clone()));
        told.iter().map(|trouble| Text::clean(trouble)).collect()
    }

    fn found(&self) -> Vec<ConfigFile> {
        self.both.iter().map(SharedFile::found).collect()
    }

    fn write_section(&self, text: &mut String, section: &Section, file: EnvConfigFileKind) {
        let heading = &section.heading;
        let word = match file {
            EnvConfigFileKind::Config if !heading.plain_default => format!("{} ", heading.kind.word()),
            _ => String::new(),
        };
        // Writing to a String can't fail.
        let _ = writeln!(text, "[{word}{}]", heading.name);
        let kept = section.settings.iter().filter(|setting| !self.repeats_session(section, setting));
        for setting in kept {
            for (at, line) in setting.lines.iter().enumerate() {
                let line = if at == 0 { apart_from_keyboard(&setting.name, line) } else { line.into() };
                text.push_str(&line);
                text.push('\n');
            }
        }
    }

    /// The SDK refuses a profile that repeats a setting of its SSO session; to the AWS CLI, and for
    /// older tools that know no sessions, the same value is fine.
    fn repeats_session(&self, section: &Section, setting: &Setting) -> bool {
        section.heading.kind == Kind::Profile
            && sso::IN_SESSION.contains(&setting.name.as_str())
            && self.profiles.get(&section.heading.name).is_some_and(|entry| {
                let session = entry.get("sso_session").and_then(|name| self.sso_sessions.get(name));
                session.is_some_and(|session| session.get(&setting.name) == entry.get(&setting.name))
            })
    }
}

/// A `credential_process` is begun by a shell. It gets no standard input: what is typed is for this
/// program.
fn apart_from_keyboard<'a>(setting: &str, line: &'a str) -> Cow<'a, str> {
    match line.split_once('=') {
        Some((name, command)) if setting == "credential_process" && !command.trim().is_empty() => {
            Cow::Owned(format!("{name}= exec </dev/null; {}", command.trim_start()))
        }
        _ => Cow::Borrowed(line),
    }
}

/// The account in an ARN.
fn account_in(arn: &str) -> Option<&str> {
    let account = arn.split(':').nth(4)?;
    (account.len() == 12 && account.bytes().all(|b| b.is_ascii_digit())).then_some(account)
}

#[cfg(test)]
mod tests;
