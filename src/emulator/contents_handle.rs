//! What tests do to versions, aliases and tags.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use tokio::time::Instant;

use super::{catalogue::CatalogueVersion, emulator_handle::Emulator};
use crate::emulator::store::{ImageContents, ImageStatus, VersionEdit};

impl Emulator {
    /// Adds a version to an image, unvalidated, in place of one of the same number. Its ages count from now, and it takes
    /// its aliases from the versions that hold them. False where there is no such image.
    #[must_use]
    pub fn add_version(&self, image_name: &str, version: CatalogueVersion) -> bool {
        let account = self.account();
        let now = account.clock.at(Instant::now());
        self.change(image_name, |contents| version.put_into(contents, &account.arns, now)).is_some()
    }

    /// Takes a version away with its aliases. False where there is no such version.
    #[must_use]
    pub fn remove_version(&self, image_name: &str, number: u32) -> bool {
        self.change(image_name, |contents| contents.remove_version(number)).unwrap_or_default()
    }

    /// Puts a version in a status, for a reason if it failed. False where there is no such version.
    #[must_use]
    pub fn set_version_status(
        &self,
        image_name: &str,
        number: u32,
        status: ImageStatus,
        failure_reason: Option<&str>,
    ) -> bool {
        let now = self.account().clock.at(Instant::now());
        let change = |contents: &mut ImageContents| {
            let found = contents.amend(number, now, VersionEdit::default());
            if let Some(version) = contents.versions.get_mut(&number) {
                version.status = status;
                version.failure_reason = failure_reason.map(Box::from);
            }
            found
        };
        self.change(image_name, change).unwrap_or_default()
    }

    /// Someone else's edit of a version: applied at once, unvalidated; `LastModifiedTime` moves on. False where there is no
    /// such version.
    #[must_use]
    pub fn edit_version_as_someone_else(&self, image_name: &str, number: u32, edit: VersionEdit) -> bool {
        let now = self.account().clock.at(Instant::now());
        self.change(image_name, |contents| contents.amend(number, now, edit)).unwrap_or_default()
    }

    /// From now on the service answers this for a member of a version, whatever is stored and written: a status that nobody
    /// has heard of, a member that the model does not have, a value of another type. False where there is no such version.
    #[must_use]
    pub fn impose(&self, image_name: &str, number: u32, member: &str, value: Value) -> bool {
        let impose = |contents: &mut ImageContents| {
            let version = contents.versions.get_mut(&number)?;
            let imposed = version.imposed.get_or_insert_with(|| Box::new(Map::new()));
            imposed.insert(member.to_owned(), value);
            Some(())
        };
        self.change(image_name, impose).flatten().is_some()
    }

    /// Lets an alias stand for a version, unvalidated, whatever it stood for before. False where there is no such version.
    #[must_use]
    pub fn set_alias(&self, image_name: &str, alias: &str, number: u32) -> bool {
        let set = |contents: &mut ImageContents| {
            let found = contents.versions.contains_key(&number);
            if found {
                contents.aliases.insert(alias.into(), number);
            }
            found
        };
        self.change(image_name, set).unwrap_or_default()
    }

    /// Takes an alias away. False where there is no such alias.
    #[must_use]
    pub fn remove_alias(&self, image_name: &str, alias: &str) -> bool {
        self.change(image_name, |contents| contents.aliases.remove(alias).is_some()).unwrap_or_default()
    }

    /// Gives an image a tag, unvalidated, also one of AWS and one too many. False where there is no such image.
    #[must_use]
    pub fn set_tag(&self, image_name: &str, key: &str, value: &str) -> bool {
        self.change(image_name, |contents| contents.tags.insert(key.into(), value.into())).is_some()
    }

    /// Takes a tag from an image. False where there is no such tag.
    #[must_use]
    pub fn remove_tag(&self, image_name: &str, key: &str) -> bool {
        self.change(image_name, |contents| contents.tags.remove(key).is_some()).unwrap_or_default()
    }

    /// A version as `DescribeImageVersion` would answer it now.
    #[must_use]
    pub fn describe_version(&self, image_name: &str, number: u32) -> Option<Value> {
        let described = |contents: &ImageContents| {
            Some(contents.versions.get(&number)?.described(image_name, &self.account().arns))
        };
        self.look(image_name, described)?
    }

    /// The numbers of an image's versions, in order; none where there is no such image.
    #[must_use]
    pub fn versions(&self, image_name: &str) -> Vec<u32> {
        self.look(image_name, |contents| contents.versions.keys().copied().collect()).unwrap_or_default()
    }

    /// Each alias of an image, and the number of the version that holds it; none where there is no such image.
    #[must_use]
    pub fn aliases(&self, image_name: &str) -> BTreeMap<String, u32> {
        let aliases = |contents: &ImageContents| {
            contents.aliases.iter().map(|(alias, number)| (String::from(&**alias), *number)).collect()
        };
        self.look(image_name, aliases).unwrap_or_default()
    }

    /// Each tag of an image with its value; none where there is no such image.
    #[must_use]
    pub fn tags(&self, image_name: &str) -> BTreeMap<String, String> {
        let tags = |contents: &ImageContents| {
            contents.tags.iter().map(|(key, value)| (String::from(&**key), String::from(&**value))).collect()
        };
        self.look(image_name, tags).unwrap_or_default()
    }

    fn change<T>(&self, image_name: &str, change: impl FnOnce(&mut ImageContents) -> T) -> Option<T> {
        let account = self.account();
        account.images().contents_mut(image_name, &account.arns).map(change)
    }

    fn look<T>(&self, image_name: &str, look: impl FnOnce(&ImageContents) -> T) -> Option<T> {
        let account = self.account();
        account.images().contents(image_name, &account.arns).map(|contents| look(&contents))
    }
}
