//! The journal as the program holds it.

use std::collections::BTreeMap;

use crate::domain::ImageName;
use crate::edit::{Entry, EntryId, PlanEntry, Snapshot, Verdict};

/// One row of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryRow<'a> {
    /// A change of several images; its steps follow.
    Plan(&'a PlanEntry),
    /// A change of one.
    Step(&'a Entry),
}

impl<'a> HistoryRow<'a> {
    /// What it goes by.
    #[must_use]
    pub fn id(self) -> &'a EntryId {
        match self {
            Self::Plan(plan) => &plan.id,
            Self::Step(entry) => &entry.id,
        }
    }
}

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

    /// The rows, newest first: of one image its changes, or all, with the steps of each plan below it. Of a
    /// plan that is about other images too, an image has its own steps only.
    #[must_use]
    pub fn rows<'a>(&'a self, image: Option<&'a ImageName>) -> Vec<HistoryRow<'a>> {
        let is_only_of =
            |plan: &PlanEntry, image| plan.subjects().all(|subject| subject.images().eq([image]));
        let is_shown = |plan: &PlanEntry| image.is_none_or(|image| is_only_of(plan, image));
        let is_top = |entry: &&Entry| self.plan_of(entry).is_none_or(|plan| !is_shown(plan));
        let single = self.of(image).filter(is_top);
        let mut tops: Vec<_> = single.map(|entry| (entry.at, HistoryRow::Step(entry))).collect();
        let plans = self.plans.iter().filter(|plan| is_shown(plan));
        tops.extend(plans.map(|plan| (plan.at, HistoryRow::Plan(plan))));
        tops.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        let mut rows = Vec::new();
        for (_, row) in tops {
            rows.push(row);
            if let HistoryRow::Plan(plan) = row {
                rows.extend(self.steps_of(plan).into_iter().map(HistoryRow::Step));
            }
        }
        rows
    }

    /// The plan that an entry is part of, if it is known.
    #[must_use]
    pub fn plan_of(&self, entry: &Entry) -> Option<&PlanEntry> {
        self.plan(&entry.part_of.as_ref()?.plan)
    }

    /// The plan of that name.
    #[must_use]
    pub fn plan(&self, id: &EntryId) -> Option<&PlanEntry> {
        self.plans.iter().find(|plan| plan.id == *id)
    }

    /// What was noted of the steps of a plan, in their order.
    #[must_use]
    pub fn steps_of(&self, plan: &PlanEntry) -> Vec<&Entry> {
        let is_its = |entry: &&Entry| entry.part_of.as_ref().is_some_and(|part| part.plan == plan.id);
        let mut steps: Vec<_> = self.entries.iter().filter(is_its).collect();
        steps.sort_by_key(|entry| entry.part_of.as_ref().map(|part| part.step));
        steps
    }

    /// The steps of a plan that were not sent: never begun with, or certainly without effect.
    #[must_use]
    pub fn unsent(&self, plan: &PlanEntry) -> Vec<(Snapshot, Snapshot)> {
        let steps = self.steps_of(plan);
        let is_sent = |at: usize| {
            let noted = steps.iter().find(|entry| entry.part_of.as_ref().is_some_and(|it| it.step == at));
            noted.is_some_and(|entry| match entry.verdict {
                Some(Verdict::NotApplied | Verdict::Refused(_)) => false,
                None
                | Some(
                    Verdict::Verified
                    | Verdict::Failed(_)
                    | Verdict::Differs
                    | Verdict::Gone
                    | Verdict::Unknowable,
                ) => true,
            })
        };
        let unsent = plan.steps.iter().enumerate().filter(|(at, _)| !is_sent(*at));
        unsent.map(|(_, step)| step.clone()).collect()
    }

    /// The plans of which something was not sent and not left either.
    pub fn unfinished(&self) -> impl Iterator<Item = &PlanEntry> + '_ {
        self.plans.iter().filter(|plan| !plan.is_left && !self.unsent(plan).is_empty())
    }

    /// The person has left what of a plan was not sent, or goes on with it by another; gives the plan as
    /// it stands then.
    pub(in crate::app) fn leave(&mut self, id: &EntryId) -> Option<&PlanEntry> {
        let plan = self.plans.iter_mut().find(|plan| plan.id == *id)?;
        plan.is_left = true;
        Some(plan)
    }

    /// Takes out a plan of which nothing was sent.
    pub(in crate::app) fn remove_plan(&mut self, id: &EntryId) {
        self.plans.retain(|plan| plan.id != *id);
    }

    /// Adds the plans that earlier sessions noted; what this one noted itself stays.
    pub(in crate::app) fn recall_plans(&mut self, plans: Vec<PlanEntry>) {
        for plan in plans {
            if self.plan(&plan.id).is_none() {
                self.plans.push(plan);
            }
        }
        self.plans.sort_by_key(|plan| std::cmp::Reverse(plan.at));
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
        for plan in other.plans.iter().filter(|plan| plan.is_left) {
            let _ = self.leave(&plan.id);
        }
        self.recall_plans(other.plans.clone());
    }

    /// Notes an outcome; gives the entry as it stands then.
    pub(in crate::app) fn settle(&mut self, id: &EntryId, verdict: Verdict) -> Option<&Entry> {
        let entry = self.entries.iter_mut().find(|entry| entry.id == *id)?;
        entry.verdict = Some(verdict);
        Some(entry)
    }
}
