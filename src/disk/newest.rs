//! Which of the records of a journal are kept while it is read.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::Timestamp;

use crate::edit::{Entry, EntryId, PlanEntry, Record};

/// The newest steps of a journal, and the plans that go with them: those that one of the steps is part
/// of, however old, and those that were begun with and none of whose steps was ever noted.
#[derive(Debug)]
pub struct Newest {
    /// So many steps, and so many plans without one.
    most: usize,
    entries: ByTime<Entry>,
    plans: ByTime<PlanEntry>,
    /// The plans one of whose steps was noted, whether it is among the newest or not.
    begun: HashSet<EntryId>,
}

impl Newest {
    /// At most so many steps, and nothing yet.
    pub fn of(most: usize) -> Self {
        Self { most, entries: ByTime::default(), plans: ByTime::default(), begun: HashSet::new() }
    }

    /// Takes the record in; the last of an id counts.
    pub fn add(&mut self, record: Record) {
        match record {
            Record::Step(entry) => {
                self.begun.extend(entry.part_of.as_ref().map(|part| part.plan.clone()));
                self.entries.add(entry.id.clone(), entry.at, *entry);
                if self.entries.len() > self.most {
                    self.entries.remove_oldest();
                }
            }
            Record::Plan(plan) => {
                self.plans.add(plan.id.clone(), plan.at, plan);
                // Not at each: which are needed is told by all that follows. No more than this can be.
                if self.plans.len() > self.most.saturating_mul(3) {
                    self.remove_plans();
                }
            }
        }
    }

    /// Lets go of the plans that are not needed.
    fn remove_plans(&mut self) {
        let parts = self.entries.newest_first().filter_map(|entry| entry.part_of.as_ref());
        let needed: HashSet<_> = parts.map(|part| part.plan.clone()).collect();
        let mut not_begun = 0;
        self.plans.retain_newest_first(|plan| {
            let is_one = !self.begun.contains(&plan.id);
            not_begun += usize::from(is_one);
            needed.contains(&plan.id) || is_one && not_begun <= self.most
        });
    }

    /// The steps and the plans, newest first.
    pub fn parted(mut self) -> (Vec<Entry>, Vec<PlanEntry>) {
        self.remove_plans();
        (self.entries.into_newest_first(), self.plans.into_newest_first())
    }
}

/// Records by when they were sent, then by where they first stood.
#[derive(Debug)]
struct ByTime<T> {
    lines: u64,
    records: BTreeMap<(Timestamp, u64), (EntryId, T)>,
    places: HashMap<EntryId, (Timestamp, u64)>,
}

impl<T> Default for ByTime<T> {
    fn default() -> Self {
        Self { lines: 0, records: BTreeMap::new(), places: HashMap::new() }
    }
}

impl<T> ByTime<T> {
    fn len(&self) -> usize {
        self.records.len()
    }

    /// Takes a record in, in place of what there was of its id.
    fn add(&mut self, id: EntryId, at: Timestamp, record: T) {
        self.lines += 1;
        let line = match self.places.get(&id) {
            Some(before) => {
                self.records.remove(before);
                before.1
            }
            None => self.lines,
        };
        self.places.insert(id.clone(), (at, line));
        self.records.insert((at, line), (id, record));
    }

    fn remove_oldest(&mut self) {
        if let Some((_, (id, _))) = self.records.pop_first() {
            self.places.remove(&id);
        }
    }

    /// Asks for each whether it stays, the newest first.
    fn retain_newest_first(&mut self, mut stays: impl FnMut(&T) -> bool) {
        let gone: Vec<_> =
            self.records.iter().rev().filter(|(_, (_, it))| !stays(it)).map(|(at, _)| *at).collect();
        for at in gone {
            if let Some((id, _)) = self.records.remove(&at) {
                self.places.remove(&id);
            }
        }
    }

    fn newest_first(&self) -> impl Iterator<Item = &T> + '_ {
        self.records.values().rev().map(|(_, record)| record)
    }

    fn into_newest_first(self) -> Vec<T> {
        self.records.into_values().rev().map(|(_, record)| record).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Image, ImageName, PlaceKey};
    use crate::edit::{PlanPart, Snapshot, Verdict};

    fn place() -> PlaceKey {
        PlaceKey { account: "123456789012".into(), region: "us-east-1".into() }
    }

    fn moment(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn image() -> Snapshot {
        Image::named(ImageName::received("subject")).into()
    }

    /// `s3`: a step sent in second 3, by itself; `s3/p1`: part of the plan p1; `p1`: a plan of second 1;
    /// `p1!`: the same, left. A `+` behind a step: its outcome.
    fn record(word: &str) -> Record {
        let (head, plan) = word.split_once('/').map_or((word, None), |(head, plan)| (head, Some(plan)));
        let id = head.trim_end_matches(['!', '+']);
        let at = moment(id[1..].parse().unwrap());
        let part_of = plan.map(|plan| PlanPart { plan: EntryId(plan.trim_end_matches('+').into()), step: 0 });
        let (id, profile, undoes) = (EntryId(id.into()), None, None);
        if head.starts_with('p') {
            let (steps, is_left) = (vec![(image(), image())], head.ends_with('!'));
            return Record::Plan(PlanEntry { id, at, profile, place: place(), steps, undoes, is_left });
        }
        let verdict = word.ends_with('+').then_some(Verdict::Verified);
        let (before, after) = (image(), image());
        Record::Step(Box::new(Entry {
            id,
            at,
            profile,
            place: place(),
            before,
            after,
            undoes,
            part_of,
            verdict,
        }))
    }

    /// What is kept of these records, in the same words.
    fn kept(most: usize, records: &str) -> String {
        let mut newest = Newest::of(most);
        records.split_whitespace().for_each(|word| newest.add(record(word)));
        let (entries, plans) = newest.parted();
        let entries = entries.iter().map(|entry| {
            let plan = entry.part_of.as_ref().map(|part| format!("/{}", part.plan.0)).unwrap_or_default();
            format!("{}{plan}{}", entry.id.0, if entry.verdict.is_some() { "+" } else { "" })
        });
        let plans = plans.iter().map(|plan| format!("{}{}", plan.id.0, if plan.is_left { "!" } else { "" }));
        entries.chain(plans).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_newest_steps_are_kept_with_the_plans_they_are_part_of() {
        for (most, records, right) in [
            (9, "", ""),
            (9, "s1 s2 s1+", "s2 s1+"),
            (2, "s1 s2 s3", "s3 s2"),
            // A late outcome makes no step new.
            (2, "s1 s2 s3 s1+", "s3 s2"),
            (9, "p1 s2/p1 s3/p1 s2/p1+", "s3/p1 s2/p1+ p1"),
            // A plan counts for no step, and none takes its place.
            (2, "p1 s2/p1 s3/p1", "s3/p1 s2/p1 p1"),
            // It is needed by one step: it stays, however old.
            (2, "p1 s2/p1 s3 s4 s5 s6/p1", "s6/p1 s5 p1"),
            // It is not any more.
            (2, "p1 s2/p1 s3/p1 s4 s5", "s5 s4"),
            (2, "p1 s2/p1 s3/p1 s4 s5 p1!", "s5 s4"),
            (2, "p1 s2/p1 s3/p1 s4 s5 s3/p1+", "s5 s4"),
            // None of its steps was noted.
            (2, "p1 s2 s3 s4", "s4 s3 p1"),
            (2, "p1 p2 s3/p2 s4 s5", "s5 s4 p1"),
            (2, "p1 p2 p3 p4", "p4 p3"),
            (2, "s9 p1 p2 p3 p1!", "s9 p3 p2"),
            // The last line of a plan counts.
            (9, "p1 s2/p1 p3 p1!", "s2/p1 p3 p1!"),
            // A plan that could be noted only after its steps; one that is not there at all.
            (9, "s2/p1 s3/p1 p1", "s3/p1 s2/p1 p1"),
            (9, "s2/p1 s3/p9", "s3/p9 s2/p1"),
            (0, "p1 s2/p1 p3", ""),
        ] {
            assert_eq!(kept(most, records), right, "{most} of {records}");
        }
    }

    #[test]
    fn of_many_plans_the_needed_ones_are_kept_and_the_others_are_let_go_of_on_the_way() {
        let mut newest = Newest::of(3);
        for second in 0..10_000 {
            newest.add(record(&format!("p{second}")));
            newest.add(record(&format!("s{second}/p{second}")));
            assert!(newest.plans.len() <= 10 && newest.entries.len() <= 3);
        }
        let (entries, plans) = newest.parted();
        assert_eq!((entries.len(), plans.len()), (3, 3));
        assert_eq!(plans[0].id, EntryId("p9999".into()));
        let mut newest = Newest::of(3);
        newest.add(record("p0"));
        newest.add(record("s99999/p0"));
        (1..10_000).for_each(|second| newest.add(record(&format!("p{second}"))));
        let (_, plans) = newest.parted();
        let ids: Vec<_> = plans.iter().map(|plan| plan.id.0.as_str()).collect();
        assert_eq!(ids, ["p9999", "p9998", "p9997", "p0"]);
    }
}
