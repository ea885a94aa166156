//! A write of an earlier session, which did not learn what became of it.

use jiff::SignedDuration;

use crate::domain::PlaceKey;
use crate::edit::tests::{image, second, several};
use crate::edit::{Entry, EntryId};
use crate::flow::{Flow, Write};

use super::script::{Script, plan};

fn place() -> PlaceKey {
    PlaceKey { account: "123456789012".into(), region: "us-east-1".into() }
}

/// So long after it was sent.
fn looked_up_after(minutes: i64) -> Script {
    let step = plan(1).steps.remove(0);
    let entry = Entry {
        id: EntryId("step 1".into()),
        at: second(0),
        profile: None,
        place: place(),
        before: step.base.clone(),
        after: step.after(),
        undoes: None,
        part_of: None,
        verdict: None,
    };
    let now = second(0).checked_add(SignedDuration::from_mins(minutes)).unwrap();
    let write = Write::of_earlier(&entry, now).unwrap();
    assert_eq!((&write.step, &write.entry), (&step, &Some(entry.id)), "what was noted says all of it");
    assert!(write.shows_in(&step.after()) && !write.shows_in(&step.base));
    Script { flow: Flow::of_earlier(write) }
}

#[test]
fn what_became_of_it_is_told_by_what_is_read() {
    for (event, asks, state) in [
        ("1 woken", "1 read", "unknown"),
        ("1 read: verified", "1 verified, with what was read, over", "verified"),
        ("1 read: failed", "1 failed, with what was read, over", "failed"),
        ("1 read: archived", "1 otherwise, with what was read, over", "otherwise"),
        ("1 read: differs", "1 differs, with what was read, over", "differs"),
        ("1 read: differs, much later", "1 unknowable, with what was read, over", "unknowable"),
        ("1 read: updating", "1 wait 2", "unknown"),
        ("1 read: elsewhere", "1 another, over", "unknowable"),
        ("1 read: gone", "1 gone, over", "gone"),
        ("1 read: throttled", "1 postpone", "unknown"),
        ("1 read: gone in doubt", "1 postpone", "unknown"),
        // It was sent by a session that is not there any more: there is nothing to take back.
        ("call off", "", "unknown"),
    ] {
        for minutes in [1, 60] {
            let _ = looked_up_after(minutes).plays(&[(event, asks, state)]);
        }
    }
}

#[test]
fn a_request_that_may_still_be_on_its_way_is_waited_for() {
    let _ = looked_up_after(60).plays(&[(
        "1 read: stale",
        "1 not applied, with what was read, over",
        "not applied",
    )]);
    let _ = looked_up_after(1).plays(&[
        ("1 read: stale", "1 wait 2", "unknown"),
        ("1 read: stale", "1 wait 4", "unknown"),
        ("1 read: stale", "1 wait 8", "unknown"),
        ("1 read: stale", "1 not applied, with what was read, over", "not applied"),
    ]);
}

#[test]
fn an_entry_of_several_stands_for_no_write() {
    let several = several([image("a"), image("b")]);
    let write = looked_up_after(1).flow.parts.remove(0);
    let entry = Entry {
        id: EntryId("plan".into()),
        at: second(0),
        profile: None,
        place: place(),
        before: several.clone(),
        after: several.after(write.step().call.changes()),
        undoes: None,
        part_of: None,
        verdict: None,
    };
    assert_eq!(Write::of_earlier(&entry, second(0)), None);
}
