//! The page that a request asks for of a list.

use serde_json::{Value, json};

use super::pagination_token::PaginationToken;
use crate::emulator::{
    rules::{InputMembers, ServiceError, Violations, text_rule},
    store::Position,
};

/// The page that a request asks for: where it begins, and how much it holds.
///
/// It begins beyond the last item of the page before, by that item's own place in the order. So items that come and go
/// between pages lead to no doubles and no gaps among the others.
#[derive(Debug)]
pub(in crate::emulator::ops) struct Paging {
    max_results: Option<i64>,
    next_token: Option<String>,
}

impl Paging {
    pub(in crate::emulator::ops) fn read(members: &mut InputMembers) -> Result<Self, ServiceError> {
        Ok(Self { max_results: members.number("MaxResults")?, next_token: members.text("NextToken")? })
    }

    /// What is wrong with the size, where 1 to 100 is right.
    pub(in crate::emulator::ops) fn check_size(&self, violations: &mut Violations) {
        violations.number("maxResults", self.max_results, 1, 100);
    }

    /// What is wrong with the size, where 50 and more is right.
    pub(in crate::emulator::ops) fn check_size_of_tags(&self, violations: &mut Violations) {
        violations.number_from("maxResults", self.max_results, 50);
    }

    pub(in crate::emulator::ops) fn check_token(&self, violations: &mut Violations) {
        violations.text("nextToken", self.next_token.as_deref(), &text_rule::NEXT_TOKEN);
    }

    /// How many items the page holds at most; 10 where the request does not say.
    pub(in crate::emulator::ops) fn size(&self) -> usize {
        self.max_results.and_then(|size| usize::try_from(size).ok()).unwrap_or(10)
    }

    /// Where the page begins: just beyond this. `query` is the fingerprint of what is listed and how: a token serves its
    /// own query only.
    pub(in crate::emulator::ops) fn beyond(&self, query: u64) -> Result<Option<Position>, ServiceError> {
        let Some(token) = self.next_token.as_deref() else { return Ok(None) };
        let token = PaginationToken::read(token).filter(|token| token.query == query);
        token.map(|token| Some(token.position)).ok_or_else(|| ServiceError::invalid("Invalid NextToken."))
    }
}

/// One page of a list.
pub(in crate::emulator::ops) struct Page<T> {
    items: Vec<T>,
    /// Where more follow.
    next_token: Option<String>,
}

impl<T> Page<T> {
    /// The first `size` items; `query` is what the next page's token is bound to, `place` where an item stands.
    pub(in crate::emulator::ops) fn of(
        mut items: impl Iterator<Item = T>,
        size: usize,
        query: u64,
        place: impl Fn(&T) -> Position,
    ) -> Self {
        let page: Vec<T> = items.by_ref().take(size).collect();
        let more = items.next().and(page.last());
        let next_token = more.map(|last| PaginationToken { query, position: place(last) }.token());
        Self { items: page, next_token }
    }

    /// What a list answers: each item as `told` has it, in this member, and a `NextToken` where more follow.
    pub(in crate::emulator::ops) fn answer(self, member: &str, told: impl Fn(T) -> Value) -> Value {
        let items: Vec<Value> = self.items.into_iter().map(told).collect();
        let mut answer = json!({ member: items });
        if let Some(token) = self.next_token {
            answer["NextToken"] = json!(token);
        }
        answer
    }
}
