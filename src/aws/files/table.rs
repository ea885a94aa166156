//! The sections of both files, merged by name as the SDK merges them.

use std::collections::BTreeMap;

use super::heading::Kind;
use super::section::Section;
use super::spot::Spot;

/// A profile, an SSO session or a services section, put together from all its sections.
pub(super) struct Entry {
    /// Where its first section stands.
    pub(super) at: Spot,
    /// What keeps it from being used, as a sentence.
    pub(super) fault: Option<String>,
    settings: BTreeMap<String, (String, Spot)>,
}

impl Entry {
    /// The value of a setting; the name in lower case.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.settings.get(name).map(|(value, _)| value.as_str())
    }

    /// Where that setting stands, or the section.
    pub(super) fn spot(&self, name: &str) -> &Spot {
        self.settings.get(name).map_or(&self.at, |(_, at)| at)
    }
}

/// Entries of one kind, by name.
pub(super) type Table = BTreeMap<String, Entry>;

/// The entries of `kind`. What comes later wins, and so the credentials file over the config file.
pub(super) fn merged<'a>(kind: Kind, sections: impl Iterator<Item = &'a Section>) -> Table {
    let mut table = Table::new();
    for section in sections.filter(|section| section.heading.kind == kind) {
        let entry = table.entry(section.heading.name.clone()).or_insert_with(|| Entry {
            at: section.at.clone(),
            fault: None,
            settings: BTreeMap::new(),
        });
        if entry.fault.is_none() {
            entry.fault.clone_from(&section.fault);
        }
        for setting in &section.settings {
            entry.settings.insert(setting.name.clone(), (setting.value.clone(), setting.at.clone()));
        }
    }
    table
}
