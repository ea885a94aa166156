//! What the lists of Studio ask for: all four in the same way.

use std::cmp::Ordering;

use serde_json::Value;

use super::narrowing::Narrowing;
use crate::emulator::{
    ops::{
        handler::Output,
        requests::{Page, Paging, fingerprint, meaning},
    },
    rules::{InputMembers, ServiceError, Violations, lower_camel},
    store::{Account, Position, SortOrder, StudioKind, StudioRecord, UnixMillis},
};

/// What a list of Studio is sorted by; things of the same time follow each other by their paths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum StudioSortBy {
    #[default]
    CreationTime,
    LastModifiedTime,
}

/// The words for what to sort by.
pub(super) const BY_CREATION: (&str, StudioSortBy) = ("CreationTime", StudioSortBy::CreationTime);
/// The words for what to sort by.
pub(super) const BY_MODIFICATION: (&str, StudioSortBy) = ("LastModifiedTime", StudioSortBy::LastModifiedTime);

/// The words for the order. Unlike with images, the default is the first.
const SORT_ORDER: [(&str, SortOrder); 2] =
    [("Ascending", SortOrder::Ascending), ("Descending", SortOrder::Descending)];

/// How a list of Studio is asked for.
pub(super) struct StudioList {
    pub(super) kind: StudioKind,
    /// The member of the answer that holds the page.
    pub(super) answered: &'static str,
    /// What can be sorted by; where that is nothing, the order can't be chosen either.
    pub(super) sort_by: &'static [(&'static str, StudioSortBy)],
    /// In the order of their names.
    pub(super) narrowings: &'static [Narrowing],
}

/// What one request asks for.
pub(super) struct StudioQuery {
    list: &'static StudioList,
    paging: Paging,
    /// As many as the list has narrowings.
    wanted: Vec<Option<String>>,
    sort_by: StudioSortBy,
    sort_order: SortOrder,
}

impl StudioQuery {
    /// Reads and validates a request's body.
    pub(super) fn read(list: &'static StudioList, body: &Value) -> Result<Self, ServiceError> {
        let mut members = InputMembers::of(body)?;
        let paging = Paging::read(&mut members)?;
        let narrowings = list.narrowings.iter();
        let wanted = narrowings.map(|it| members.text(it.sent)).collect::<Result<Vec<_>, _>>()?;
        let (mut sort_by, mut sort_order) = (None, None);
        if !list.sort_by.is_empty() {
            (sort_by, sort_order) = (members.text("SortBy")?, members.text("SortOrder")?);
        }
        members.finish()?;

        let mut violations = Violations::default();
        let narrowings = || list.narrowings.iter().zip(&wanted);
        let check = |(narrowing, wanted): (&Narrowing, &Option<String>), violations: &mut Violations| {
            violations.text(&lower_camel(narrowing.sent), wanted.as_deref(), &narrowing.rule);
        };
        narrowings().filter(|(it, _)| it.sent < "MaxResults").for_each(|it| check(it, &mut violations));
        paging.check_size(&mut violations);
        paging.check_token(&mut violations);
        let words: Vec<&str> = list.sort_by.iter().map(|(word, _)| *word).collect();
        violations.word("sortBy", sort_by.as_deref(), &words);
        violations.word("sortOrder", sort_order.as_deref(), &SORT_ORDER.map(|(word, _)| word));
        narrowings().filter(|(it, _)| it.sent > "MaxResults").for_each(|it| check(it, &mut violations));
        violations.into_result()?;

        let sort_by = meaning(sort_by.as_deref(), list.sort_by).unwrap_or_default();
        let sort_order = meaning(sort_order.as_deref(), &SORT_ORDER).unwrap_or(SortOrder::Ascending);
        Ok(Self { list, paging, wanted, sort_by, sort_order })
    }

    /// What a member narrows the list to, if it was sent.
    pub(super) fn wanted(&self, sent: &str) -> Option<&str> {
        let at = self.list.narrowings.iter().position(|it| it.sent == sent)?;
        self.wanted.get(at)?.as_deref()
    }

    /// One page of summaries, and a `NextToken` where more follow.
    pub(super) fn answer(&self, account: &Account) -> Output {
        let bound = (&self.wanted, self.sort_by, self.sort_order);
        let query = fingerprint(self.list.answered, &bound);
        let beyond = self.paging.beyond(query)?;
        let studio = account.studio();
        let is_beyond = |record: &&StudioRecord| {
            beyond.as_ref().is_none_or(|last| {
                self.sort_order.of(self.key(record).cmp(&(last.time, &*last.name))) == Ordering::Greater
            })
        };
        let listed = studio.of_kind(self.list.kind).filter(|record| self.wants(record)).filter(is_beyond);
        let mut listed: Vec<&StudioRecord> = listed.collect();
        listed.sort_by(|one, other| self.sort_order.of(self.key(one).cmp(&self.key(other))));
        let place = |record: &&StudioRecord| {
            let (time, path) = self.key(record);
            Position { time, name: path.into() }
        };
        let page = Page::of(listed.into_iter(), self.paging.size(), query, place);
        Ok(page.answer(self.list.answered, |record| record.summary(&account.arns)))
    }

    fn wants(&self, record: &StudioRecord) -> bool {
        let mut narrowings = self.list.narrowings.iter().zip(&self.wanted);
        narrowings.all(|(it, wanted)| wanted.as_deref().is_none_or(|wanted| it.takes(record, wanted)))
    }

    fn key<'record>(&self, record: &'record StudioRecord) -> (UnixMillis, &'record str) {
        let time = match self.sort_by {
            StudioSortBy::CreationTime => record.created,
            StudioSortBy::LastModifiedTime => record.modified,
        };
        (time, &record.path)
    }
}
