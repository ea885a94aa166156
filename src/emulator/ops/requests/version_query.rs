//! What a `ListImageVersions` request asks for.

use std::cmp::Ordering;

use serde_json::Value;

use super::{
    pagination_token::fingerprint,
    paging::Paging,
    sort_words::{SORT_ORDER, meaning},
    time_span::TimeSpan,
};
use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, text_rule},
    store::{Position, SortOrder, StoredVersion, UnixMillis},
};

/// What `ListImageVersions` sorts by; versions of the same time follow each other by number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum VersionSortBy {
    #[default]
    CreationTime,
    LastModifiedTime,
    Version,
}

/// The words for what to sort by, in the order of the service's model.
const SORT_BY: [(&str, VersionSortBy); 3] = [
    ("CREATION_TIME", VersionSortBy::CreationTime),
    ("LAST_MODIFIED_TIME", VersionSortBy::LastModifiedTime),
    ("VERSION", VersionSortBy::Version),
];

/// What a `ListImageVersions` request asks for.
#[derive(Debug)]
pub(in crate::emulator::ops) struct VersionQuery {
    pub(in crate::emulator::ops) image: String,
    pub(in crate::emulator::ops) paging: Paging,
    creation: TimeSpan,
    last_modified: TimeSpan,
    sort_by: VersionSortBy,
    sort_order: SortOrder,
}

impl VersionQuery {
    /// Reads and validates a request's body.
    pub(in crate::emulator::ops) fn read(body: &Value) -> Result<Self, ServiceError> {
        let mut members = InputMembers::of(body)?;
        let creation = TimeSpan::read(&mut members, "CreationTimeAfter", "CreationTimeBefore")?;
        let image = members.text("ImageName")?;
        let last_modified = TimeSpan::read(&mut members, "LastModifiedTimeAfter", "LastModifiedTimeBefore")?;
        let paging = Paging::read(&mut members)?;
        let (sort_by, sort_order) = (members.text("SortBy")?, members.text("SortOrder")?);
        members.finish()?;

        let mut violations = Violations::default();
        violations.required_text("imageName", image.as_deref(), &text_rule::IMAGE_NAME);
        paging.check_size(&mut violations);
        paging.check_token(&mut violations);
        violations.word("sortBy", sort_by.as_deref(), &SORT_BY.map(|(word, _)| word));
        violations.word("sortOrder", sort_order.as_deref(), &SORT_ORDER.map(|(word, _)| word));
        violations.into_result()?;

        let sort_by = meaning(sort_by.as_deref(), &SORT_BY).unwrap_or_default();
        let sort_order = meaning(sort_order.as_deref(), &SORT_ORDER).unwrap_or_default();
        Ok(Self { image: image.unwrap_or_default(), paging, creation, last_modified, sort_by, sort_order })
    }

    /// What a `NextToken` is bound to: image, filters and order, but not the size of a page.
    pub(in crate::emulator::ops) fn fingerprint(&self) -> u64 {
        let bound = (&self.image, &self.creation, &self.last_modified, self.sort_by, self.sort_order);
        fingerprint("ListImageVersions", &bound)
    }

    pub(in crate::emulator::ops) fn wants(&self, version: &StoredVersion) -> bool {
        self.creation.holds(version.created) && self.last_modified.holds(version.modified)
    }

    /// Which of two versions is listed first.
    pub(in crate::emulator::ops) fn order(&self, one: &StoredVersion, other: &StoredVersion) -> Ordering {
        self.sort_order.of(self.key(one).cmp(&self.key(other)))
    }

    /// Whether a version is listed after the last one of the page before.
    pub(in crate::emulator::ops) fn is_beyond(&self, version: &StoredVersion, last: &Position) -> bool {
        let number = last.name.parse().unwrap_or_default();
        let last = (self.sort_by != VersionSortBy::Version).then_some(last.time);
        self.sort_order.of(self.key(version).cmp(&(last, number))) == Ordering::Greater
    }

    /// Where a version stands in the order, for a `NextToken`.
    pub(in crate::emulator::ops) fn place(&self, version: &StoredVersion) -> Position {
        let (time, number) = self.key(version);
        Position { time: time.unwrap_or(version.created), name: number.to_string().into() }
    }

    fn key(&self, version: &StoredVersion) -> (Option<UnixMillis>, u32) {
        let time = match self.sort_by {
            VersionSortBy::CreationTime => Some(version.created),
            VersionSortBy::LastModifiedTime => Some(version.modified),
            VersionSortBy::Version => None,
        };
        (time, version.number)
    }
}
