//! The journal of writes.

use sagescope::edit::{Entry, PlanEntry, Record};

use super::is_harmless;
use super::kept::{recall, with_disk};

/// Any file is read: what is a line of ours is found, at most once, and noted again it is found as the same.
pub fn check(data: &[u8]) {
    let prepare = |state: &std::path::Path| {
        std::fs::write(state.join("journal.jsonl"), data).expect("a file");
    };
    let mut first = None;
    with_disk(prepare, |disk| {
        let found = recall(disk);
        let lines = data.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
        assert!(found.entries.len() + found.plans.len() <= lines);
        let names =
            found.entries.iter().map(|entry| &entry.id).chain(found.plans.iter().map(|plan| &plan.id));
        assert!(names.into_iter().all(|name| is_harmless(&name.0)));
        first = Some((found.entries, found.plans));
    });
    let (entries, plans) = first.unwrap_or_default();
    check_noted(&entries, &plans);
}

/// In a folder of their own, in the order in which they were found, from the oldest on.
fn check_noted(entries: &[Entry], plans: &[PlanEntry]) {
    let plans_first = plans.iter().rev().cloned().map(Record::Plan);
    let steps = entries.iter().rev().cloned().map(|entry| Record::Step(Box::new(entry)));
    let records: Vec<_> = plans_first.chain(steps).collect();
    if records.is_empty() {
        return;
    }
    with_disk(
        |_| {},
        |disk| {
            disk.note_all(&records).expect("what was read can be noted");
            let again = recall(disk);
            assert!(again.troubles.is_empty(), "{:?}", again.troubles);
            assert_eq!(again.entries, entries);
            assert_eq!(again.plans, plans);
        },
    );
}
