//! One image of a catalogue.

use std::{
    collections::{BTreeMap, BTreeSet},
    num::NonZeroU32,
    time::Duration,
};

use super::catalogue_version::CatalogueVersion;
use crate::emulator::{
    rules::{Violations, pattern, text_rule},
    store::{Arns, ImageContents, ImageStatus, StoredImage, UnixMillis},
};

/// An image as a [`Catalogue`](super::Catalogue) describes it. Its ages count from the start of the service, so that a
/// catalogue always looks alive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CatalogueImage {
    /// `ImageName`: 1 to 63 letters, digits and single `-` or `.` between them.
    pub name: String,
    /// `DisplayName`: 1 to 128 characters.
    pub display_name: Option<String>,
    /// `Description`: 1 to 512 characters.
    pub description: Option<String>,
    /// The role: an ARN, or the name or path of a role in the service's account.
    pub role: Option<String>,
    /// `ImageStatus`. CREATING, UPDATING and DELETING given here last until somebody sets another.
    pub status: ImageStatus,
    /// `FailureReason`: up to 1024 characters. `{account}` and `{region}` in it stand for the service's own.
    pub failure_reason: Option<String>,
    /// How long before the start it was created.
    pub created_ago: Duration,
    /// How long before the start it was last modified.
    pub modified_ago: Duration,
    /// Its versions, each under a number of its own.
    pub versions: Vec<CatalogueVersion>,
    /// Its tags: each key of 1 to 128 characters with its value of up to 256.
    pub tags: BTreeMap<String, String>,
    /// The number of an image that [`Catalogue::made`](super::Catalogue::made) made, counted from 1: its versions and tags
    /// are made when they are asked for, and none are given here.
    pub made: Option<NonZeroU32>,
}

impl CatalogueImage {
    /// An image that was created just now and has nothing but a name.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// What the service's own rules for each member (and their kinship: a failed image says why, none is modified before
    /// it is created) have against it; empty where it could come from the real service.
    #[must_use]
    pub fn broken_rules(&self) -> Vec<String> {
        let arns = Arns::example();
        let role = self.role.as_deref().map(|role| arns.role(role));
        let reason = self.reason_in(&arns);
        let mut violations = Violations::default();
        violations.required_text("imageName", Some(&self.name), &text_rule::IMAGE_NAME);
        violations.text("displayName", self.display_name.as_deref(), &text_rule::DISPLAY_NAME);
        violations.text("description", self.description.as_deref(), &text_rule::DESCRIPTION);
        violations.text("roleArn", role.as_deref(), &text_rule::ROLE_ARN);
        violations.text("failureReason", reason.as_deref(), &text_rule::FAILURE_REASON);
        let mut found = violations.into_sentences();
        if self.modified_ago > self.created_ago {
            found.push("It was modified before it was created".to_owned());
        }
        let status = self.status;
        if status.has_failed() != self.failure_reason.is_some() {
            found.push(format!("A failure reason belongs to a failed image, and this one is {status}"));
        }
        let versions = self.versions.iter().flat_map(|version| {
            let said = version.broken_rules(&arns).into_iter();
            said.map(|words| format!("Version {}: {words}", version.number))
        });
        found.extend(versions);
        found.extend(self.doubles());
        found.extend(self.broken_tags());
        found
    }

    /// What is there twice.
    fn doubles(&self) -> Vec<String> {
        let (mut numbers, mut aliases) = (BTreeSet::new(), BTreeSet::new());
        let mut found = Vec::new();
        for version in &self.versions {
            if !numbers.insert(version.number) {
                found.push(format!("It has two versions numbered {}", version.number));
            }
            let twice = version.aliases.iter().filter(|alias| !aliases.insert(alias.as_str()));
            found.extend(twice.map(|alias| format!("The alias {alias} belongs to two versions")));
        }
        found
    }

    fn broken_tags(&self) -> Vec<String> {
        let mut violations = Violations::default();
        for (key, value) in &self.tags {
            violations.text("key", Some(key), &text_rule::TAG_KEY);
            violations.text("value", Some(value), &text_rule::TAG_VALUE);
        }
        let mut found = violations.into_sentences();
        let counted = self.tags.keys().filter(|key| !pattern::is_key_of_aws(key)).count();
        if counted > pattern::MOST_TAGS {
            found.push(format!("It has {counted} tags, and {} is the most", pattern::MOST_TAGS));
        }
        found
    }

    pub(in crate::emulator) fn into_image(self, arns: &Arns, now: UnixMillis) -> StoredImage {
        let failure_reason = self.reason_in(arns).map(String::into_boxed_str);
        StoredImage {
            name: self.name.into(),
            display_name: self.display_name.map(String::into_boxed_str),
            description: self.description.map(String::into_boxed_str),
            role_arn: self.role.map(|role| arns.role(&role).into_boxed_str()),
            status: self.status,
            failure_reason,
            created: now.minus(self.created_ago),
            modified: now.minus(self.modified_ago),
            made: self.made,
        }
    }

    /// What belongs to it; none where nothing does, or where that is made when it is asked for.
    pub(in crate::emulator) fn take_contents(
        &mut self,
        arns: &Arns,
        now: UnixMillis,
    ) -> Option<ImageContents> {
        if self.versions.is_empty() && self.tags.is_empty() {
            return None;
        }
        let mut contents = ImageContents::default();
        for version in std::mem::take(&mut self.versions) {
            version.put_into(&mut contents, arns, now);
        }
        let tags = std::mem::take(&mut self.tags).into_iter();
        contents.tags = tags.map(|(key, value)| (key.into(), value.into())).collect();
        Some(contents)
    }

    fn reason_in(&self, arns: &Arns) -> Option<String> {
        self.failure_reason.as_deref().map(|reason| arns.told(reason))
    }
}
