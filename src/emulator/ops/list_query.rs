//! What a `ListImages` request asks for.

use serde_json::Value;

use super::pagination_token::fingerprint;
use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, text_rule},
    store::{SortBy, SortOrder, StoredImage, UnixMillis},
};

/// The words for what to sort by, in the order of the service's model.
const SORT_BY: [(&str, SortBy); 3] = [
    ("CREATION_TIME", SortBy::CreationTime),
    ("LAST_MODIFIED_TIME", SortBy::LastModifiedTime),
    ("IMAGE_NAME", SortBy::ImageName),
];
const SORT_ORDER: [(&str, SortOrder); 2] =
    [("ASCENDING", SortOrder::Ascending), ("DESCENDING", SortOrder::Descending)];

/// Half a microsecond: clients hand timestamps back through binary fractions.
const TOLERANCE: f64 = 5e-7;

/// What a `ListImages` request asks for.
#[derive(Debug)]
pub(super) struct ListQuery {
    max_results: Option<i64>,
    pub(super) next_token: Option<String>,
    name_contains: Option<String>,
    creation: Span,
    last_modified: Span,
    sort_by: Option<String>,
    sort_order: Option<String>,
}

/// A span of time, in seconds since 1970, both ends included.
#[derive(Debug)]
struct Span {
    after: Option<f64>,
    before: Option<f64>,
}

impl ListQuery {
    /// Reads and validates a request's body.
    pub(super) fn read(body: &Value) -> Result<Self, ServiceError> {
        let mut members = InputMembers::of(body)?;
        let query = Self {
            max_results: members.number("MaxResults")?,
            next_token: members.text("NextToken")?,
            name_contains: members.text("NameContains")?,
            creation: Span::read(&mut members, "CreationTimeAfter", "CreationTimeBefore")?,
            last_modified: Span::read(&mut members, "LastModifiedTimeAfter", "LastModifiedTimeBefore")?,
            sort_by: members.text("SortBy")?,
            sort_order: members.text("SortOrder")?,
        };
        members.finish()?;
        query.validate()?;
        Ok(query)
    }

    fn validate(&self) -> Result<(), ServiceError> {
        let mut violations = Violations::default();
        violations.number("maxResults", self.max_results, 1, 100);
        violations.text("nameContains", self.name_contains.as_deref(), &text_rule::NAME_CONTAINS);
        violations.text("nextToken", self.next_token.as_deref(), &text_rule::NEXT_TOKEN);
        violations.word("sortBy", self.sort_by.as_deref(), &SORT_BY.map(|(word, _)| word));
        violations.word("sortOrder", self.sort_order.as_deref(), &SORT_ORDER.map(|(word, _)| word));
        violations.into_result()
    }

    /// How many images a page holds: 1 to 100, and 10 where the request does not say.
    pub(super) fn page_size(&self) -> usize {
        self.max_results.and_then(|size| usize::try_from(size).ok()).unwrap_or(10)
    }

    pub(super) fn sort_by(&self) -> SortBy {
        meaning(self.sort_by.as_deref(), &SORT_BY)
    }

    pub(super) fn sort_order(&self) -> SortOrder {
        meaning(self.sort_order.as_deref(), &SORT_ORDER)
    }

    /// What a `NextToken` is bound to: the filters and the order, but not the size of a page.
    pub(super) fn fingerprint(&self) -> u64 {
        let bound =
            (&self.name_contains, &self.creation, &self.last_modified, self.sort_by(), self.sort_order());
        fingerprint(&format!("{bound:?}"))
    }

    pub(super) fn wants(&self, image: &StoredImage) -> bool {
        self.name_contains.as_deref().is_none_or(|part| image.name.contains(part))
            && self.creation.holds(image.created)
            && self.last_modified.holds(image.modified)
    }
}

impl Span {
    fn read(members: &mut InputMembers, after: &str, before: &str) -> Result<Self, ServiceError> {
        Ok(Self { after: members.seconds(after)?, before: members.seconds(before)? })
    }

    fn holds(&self, moment: UnixMillis) -> bool {
        let seconds = moment.seconds();
        self.after.is_none_or(|after| seconds >= after - TOLERANCE)
            && self.before.is_none_or(|before| seconds <= before + TOLERANCE)
    }
}

/// What a validated word means; the service's default where there is none.
fn meaning<T: Copy + Default>(word: Option<&str>, words: &[(&str, T)]) -> T {
    let named = words.iter().find(|(named, _)| Some(*named) == word);
    named.map(|(_, meaning)| *meaning).unwrap_or_default()
}
