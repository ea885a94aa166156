//! What a `ListImages` request asks for.

use serde_json::Value;

use super::{
    pagination_token::fingerprint,
    paging::Paging,
    sort_words::{SORT_ORDER, meaning},
    time_span::TimeSpan,
};
use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, text_rule},
    store::{SortBy, SortOrder, StoredImage},
};

/// The words for what to sort by, in the order of the service's model.
const SORT_BY: [(&str, SortBy); 3] = [
    ("CREATION_TIME", SortBy::CreationTime),
    ("LAST_MODIFIED_TIME", SortBy::LastModifiedTime),
    ("IMAGE_NAME", SortBy::ImageName),
];

/// What a `ListImages` request asks for.
#[derive(Debug)]
pub(in crate::emulator::ops) struct ListQuery {
    pub(in crate::emulator::ops) paging: Paging,
    pub(in crate::emulator::ops) sort_by: SortBy,
    pub(in crate::emulator::ops) sort_order: SortOrder,
    name_contains: Option<String>,
    creation: TimeSpan,
    last_modified: TimeSpan,
}

impl ListQuery {
    /// Reads and validates a request's body.
    pub(in crate::emulator::ops) fn read(body: &Value) -> Result<Self, ServiceError> {
        let mut members = InputMembers::of(body)?;
        let creation = TimeSpan::read(&mut members, "CreationTimeAfter", "CreationTimeBefore")?;
        let last_modified = TimeSpan::read(&mut members, "LastModifiedTimeAfter", "LastModifiedTimeBefore")?;
        let name_contains = members.text("NameContains")?;
        let paging = Paging::read(&mut members)?;
        let (sort_by, sort_order) = (members.text("SortBy")?, members.text("SortOrder")?);
        members.finish()?;

        let mut violations = Violations::default();
        paging.check_size(&mut violations);
        violations.text("nameContains", name_contains.as_deref(), &text_rule::NAME_CONTAINS);
        paging.check_token(&mut violations);
        violations.word("sortBy", sort_by.as_deref(), &SORT_BY.map(|(word, _)| word));
        violations.word("sortOrder", sort_order.as_deref(), &SORT_ORDER.map(|(word, _)| word));
        violations.into_result()?;

        let sort_by = meaning(sort_by.as_deref(), &SORT_BY).unwrap_or_default();
        let sort_order = meaning(sort_order.as_deref(), &SORT_ORDER).unwrap_or_default();
        Ok(Self { paging, sort_by, sort_order, name_contains, creation, last_modified })
    }

    /// What a `NextToken` is bound to: the filters and the order, but not the size of a page.
    pub(in crate::emulator::ops) fn fingerprint(&self) -> u64 {
        let bound = (&self.name_contains, &self.creation, &self.last_modified, self.sort_by, self.sort_order);
        fingerprint("ListImages", &bound)
    }

    pub(in crate::emulator::ops) fn wants(&self, image: &StoredImage) -> bool {
        self.name_contains.as_deref().is_none_or(|part| image.name.contains(part))
            && self.creation.holds(image.created)
            && self.last_modified.holds(image.modified)
    }
}
