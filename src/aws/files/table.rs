//! The sections of both files, put together by name as the AWS CLI does it.

use std::collections::BTreeMap;

use aws_runtime::env_config::file::EnvConfigFileKind;

use super::heading::SectionKind;
use super::section::{Section, Setting};
use super::shared_file::SharedFile;
use super::spot::Spot;

/// Settings by name.
type MergedSettings = BTreeMap<String, (String, Spot)>;

/// A profile, an SSO session or a services section. It holds secrets, and so can't be printed.
pub(super) struct MergedSection {
    /// Where its first section stands.
    pub(super) at: Spot,
    /// What keeps it from being used, as a sentence.
    pub(super) fault: Option<String>,
    config: MergedSettings,
    credentials: MergedSettings,
}

/// What one of the two files says of a profile.
#[derive(Clone, Copy)]
pub(super) struct Half<'a>(&'a MergedSettings, &'a Spot);

impl MergedSection {
    /// The value of a setting; the name in lower case. The credentials file wins.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.found(name).map(|(value, _)| value.as_str())
    }

    /// Where that setting stands, or the section.
    pub(super) fn spot(&self, name: &str) -> &Spot {
        self.found(name).map_or(&self.at, |(_, at)| at)
    }

    /// All of it, the credentials file's over the config file's.
    pub(super) fn all(&self) -> BTreeMap<&str, &str> {
        let both = self.config.iter().chain(&self.credentials);
        both.map(|(name, (value, _))| (name.as_str(), value.as_str())).collect()
    }

    /// What the config file says.
    pub(super) fn in_config(&self) -> Half<'_> {
        Half(&self.config, &self.at)
    }

    /// What the credentials file says.
    pub(super) fn in_credentials(&self) -> Half<'_> {
        Half(&self.credentials, &self.at)
    }

    fn found(&self, name: &str) -> Option<&(String, Spot)> {
        self.credentials.get(name).or_else(|| self.config.get(name))
    }

    fn of(section: &Section, defaults: Option<&Section>, kind: EnvConfigFileKind) -> Self {
        let fault = section.fault.as_ref().or(defaults.and_then(|defaults| defaults.fault.as_ref()));
        let settings = settings(defaults.into_iter().chain([section]));
        let (config, credentials) = match kind {
            EnvConfigFileKind::Config => (settings, MergedSettings::new()),
            EnvConfigFileKind::Credentials => (MergedSettings::new(), settings),
        };
        Self { at: section.at.clone(), fault: fault.cloned(), config, credentials }
    }
}

impl<'a> Half<'a> {
    /// The value of a setting; the name in lower case.
    pub(super) fn get(self, name: &str) -> Option<&'a str> {
        self.0.get(name).map(|(value, _)| value.as_str())
    }

    /// Where that setting stands, or the section.
    pub(super) fn spot(self, name: &str) -> &'a Spot {
        self.0.get(name).map_or(self.1, |(_, at)| at)
    }
}

fn settings<'a>(sections: impl Iterator<Item = &'a Section>) -> MergedSettings {
    let one = |setting: &Setting| (setting.name.clone(), (setting.value(), setting.at.clone()));
    sections.flat_map(|section| &section.settings).map(one).collect()
}

/// Entries of one kind, by name.
pub(super) type Table = BTreeMap<String, MergedSection>;

/// The entries of `kind`. In the config file one heading replaces another with the same name, as
/// `[profile default]` and `[default]`; what the credentials file says comes on top.
pub(super) fn merged(kind: SectionKind, files: &[SharedFile]) -> Table {
    let mut table = Table::new();
    for file in files {
        let defaults = file.sections.iter().find(|section| section.heading.kind == SectionKind::Defaults);
        let mut of_file = Table::new();
        for section in file.sections.iter().filter(|section| section.heading.kind == kind) {
            let entry = MergedSection::of(section, defaults, file.kind());
            of_file.insert(section.heading.name.clone(), entry);
        }
        for (name, later) in of_file {
            match table.get_mut(&name) {
                Some(entry) => {
                    entry.fault = entry.fault.take().or(later.fault);
                    entry.credentials = later.credentials;
                }
                None => {
                    table.insert(name, later);
                }
            }
        }
    }
    table
}
