//! What belongs to one image: its versions, their aliases, and its tags.

use std::collections::BTreeMap;

use super::{stored_version::StoredVersion, unix_millis::UnixMillis, version_edit::VersionEdit};

/// What belongs to one image.
#[derive(Clone, Debug, Default)]
pub(in crate::emulator) struct ImageContents {
    /// By number.
    pub(in crate::emulator) versions: BTreeMap<u32, StoredVersion>,
    /// Each alias, and the number of the version that holds it.
    pub(in crate::emulator) aliases: BTreeMap<Box<str>, u32>,
    pub(in crate::emulator) tags: BTreeMap<Box<str>, Box<str>>,
}

impl ImageContents {
    /// The number of the version that is meant where none is named: the highest, whatever its status.
    pub(in crate::emulator) fn latest(&self) -> Option<u32> {
        self.versions.last_key_value().map(|(number, _)| *number)
    }

    /// Changes a version and moves its `LastModifiedTime` on; false where there is none of this number.
    pub(in crate::emulator) fn amend(&mut self, number: u32, now: UnixMillis, edit: VersionEdit) -> bool {
        let Some(version) = self.versions.get_mut(&number) else { return false };
        version.apply(edit);
        version.modified = now.after(version.modified);
        true
    }

    /// Takes a version away with its aliases; false where there is none of this number.
    pub(in crate::emulator) fn remove_version(&mut self, number: u32) -> bool {
        self.aliases.retain(|_, holder| *holder != number);
        self.versions.remove(&number).is_some()
    }
}
