//! The journal as the program holds it.

use std::collections::BTreeMap;

use crate::domain::ImageName;
use crate::edit::{Entry, EntryId, PlanEntry, Verdict};

/// The writes made at a place, newest first, over all sessions.
#[derive(Debug, Clone, Default)]
pub struct History {
    entries: Vec<Entry>,
    plans: Vec<PlanEntry>,
}

impl History {
    /// A journal of these entries, newest first, for tests to furnish.
    #[cfg(test)]
    pub(crate) fn for_tests(entries: Vec<Entry>) -> Self {
        Self { entries, plans: Vec::new() }
    }

    /// All entries, or those of one image.
    pub fn of<'a>(&'a self, image: Option<&'a ImageName>) -> impl Iterator<Item = &'a Entry> + 'a {
        self.entries.iter().filter(move |entry| image.is_none_or(|image| entry.subject().touches(image)))
    }

    /// The entry of that name.
    #[must_use]
    pub fn get(&self, id: &EntryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == *id)
    }

    /// The newest write that changed `image`, which is what undoing undoes.
    #[must_use]
    pub fn last_change(&self, image: &ImageName) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.subject().touches(image) && entry.changed_something())
    }

    /// The entries whose outcome was never noted, each with the next one of the same subject.
    pub fn unsettled(&self) -> impl Iterator<Item = (&Entry, Option<&Entry>)> + '_ {
        let mut newer = BTreeMap::new();
        let with_newer = self.entries.iter().map(move |entry| (entry, newer.insert(entry.subject(), entry)));
        with_newer.filter(|(entry, _)| entry.verdict.is_none())
    }

    /// Adds a write that goes out now.
    pub(in crate::app) fn add(&mut self, entry: Entry) {
        self.entries.insert(0, entry);
    }

    /// The plans of several steps, newest first.
    #[must_use]
    pub fn plans(&self) -> &[PlanEntry] {
        &self.plans
    }

    /// Adds a plan that is about to go out, or takes in what is newly known of one.
    pub(in crate::app) fn add_plan(&mut self, plan: PlanEntry) {
        self.plans.retain(|it| it.id != plan.id);
        self.plans.insert(0, plan);
    }

    /// Takes out an entry that is about to be entered anew.
    pub(in crate::app) fn remove(&mut self, id: &EntryId) {
        self.entries.retain(|entry| entry.id != *id);
    }

    /// Adds what earlier sessions noted; what this one noted itself stays.
    pub(in crate::app) fn recall(&mut self, entries: Vec<Entry>) {
        for entry in entries {
            if self.get(&entry.id).is_none() {
                self.entries.push(entry);
            }
        }
        self.entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    }

    /// Takes in what another holds of the same account and region.
    pub(in crate::app) fn merge(&mut self, other: &Self) {
        for entry in &other.entries {
            if let (Some(verdict), Some(_)) = (&entry.verdict, self.get(&entry.id)) {
                self.settle(&entry.id, verdict.clone());
            }
        }
        self.recall(other.entries.clone());
    }

    /// Notes an outcome; gives the entry as it stands then.
    pub(in crate::app) fn settle(&mut self, id: &EntryId, verdict: Verdict) -> Option<&Entry> {
        let entry = self.entries.iter_mut().find(|entry| entry.id == *id)?;
        entry.verdict = Some(verdict);
        Some(entry)
    }
}
