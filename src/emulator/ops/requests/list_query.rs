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
    name_contains: Option<String>,
    creation: TimeSpan,
    last_modified: TimeSpan,
    sort_by: Option<String>,
    sort_order: Option<String>,
}

impl ListQuery {
    /// Reads and validates a request's body.
    pub(in crate::emulator::ops) fn read(body: &Value) -> Result<Self, ServiceError> {
        let mut members = InputMembers::of(body)?;
        let query = Self {
            paging: Paging::read(&mut members)?,
            name_contains: members.text("NameContains")?,
            creation: TimeSpan::read(&mut members, "CreationTimeAfter", "CreationTimeBefore")?,
            last_modified: TimeSpan::read(&mut members, "LastModifiedTimeAfter", "LastModifiedTimeBefore")?,
            sort_by: members.text("SortBy")?,
            sort_order: members.text("SortOrder")?,
        };
        members.finish()?;
        query.validate()?;
        Ok(query)
    }

    fn validate(&self) -> Result<(), ServiceError> {
        let mut violations = Violations::default();
        self.paging.check_size(&mut violations);
        violations.text("nameContains", self.name_contains.as_deref(), &text_rule::NAME_CONTAINS);
        self.paging.check_token(&mut violations);
        violations.word("sortBy", self.sort_by.as_deref(), &SORT_BY.map(|(word, _)| word));
        violations.word("sortOrder", self.sort_order.as_deref(), &SORT_ORDER.map(|(word, _)| word));
        violations.into_result()
    }

    pub(in crate::emulator::ops) fn sort_by(&self) -> SortBy {
        meaning(self.sort_by.as_deref(), &SORT_BY)
    }

    pub(in crate::emulator::ops) fn sort_order(&self) -> SortOrder {
        meaning(self.sort_order.as_deref(), &SORT_ORDER)
    }

    /// What a `NextToken` is bound to: the filters and the order, but not the size of a page.
    pub(in crate::emulator::ops) fn fingerprint(&self) -> u64 {
        let bound =
            (&self.name_contains, &self.creation, &self.last_modified, self.sort_by(), self.sort_order());
        fingerprint(&format!("{bound:?}"))
    }

    pub(in crate::emulator::ops) fn wants(&self, image: &StoredImage) -> bool {
        self.name_contains.as_deref().is_none_or(|part| image.name.contains(part))
            && self.creation.holds(image.created)
            && self.last_modified.holds(image.modified)
    }
}
