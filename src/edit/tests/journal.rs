//! What the journal says of what was sent.

use crate::domain::{PlaceKey, TagSet, Text};
use crate::edit::{Entry, EntryId, PlanEntry, Record, Snapshot, Subject, Verdict};

use super::{aliases, image, name, second, tags};

fn place() -> PlaceKey {
    PlaceKey { account: Text::clean("123456789012"), region: Text::clean("us-east-1") }
}

fn entry(verdict: Option<Verdict>) -> Entry {
    Entry {
        id: EntryId("e1".into()),
        at: second(5),
        profile: None,
        place: place(),
        before: image("a").into(),
        after: image("a").into(),
        undoes: None,
        part_of: None,
        verdict,
    }
}

fn plan(steps: Vec<Snapshot>) -> PlanEntry {
    PlanEntry {
        id: EntryId("p1".into()),
        at: second(9),
        profile: None,
        place: place(),
        steps: steps.into_iter().map(|before| (before.clone(), before)).collect(),
        undoes: None,
        is_left: false,
    }
}

/// What may be offered to be undone.
#[test]
fn a_step_changed_something_unless_it_did_nothing_or_nobody_knows() {
    for (verdict, has_changed) in [
        (None, false),
        (Some(Verdict::Verified), true),
        // The service took it, though it came to nothing in the end.
        (Some(Verdict::Failed(None)), true),
        (Some(Verdict::Failed(Some("The role could not be assumed.".into()))), true),
        (Some(Verdict::Differs), true),
        (Some(Verdict::NotApplied), false),
        (Some(Verdict::Refused("Denied.".into())), false),
        (Some(Verdict::Gone), false),
        (Some(Verdict::Unknowable), false),
    ] {
        assert_eq!(entry(verdict.clone()).changed_something(), has_changed, "{verdict:?}");
    }
}

#[test]
fn a_plan_names_the_subject_of_each_step_in_order() {
    let of_b = TagSet { image: image("b").name, ..tags(&[]) };
    let all = plan(vec![of_b.clone().into(), tags(&[]).into(), of_b.into(), aliases(&[])]);
    let b = || image("b").name;
    assert_eq!(
        all.subjects().collect::<Vec<_>>(),
        [Subject::Tags(b()), Subject::Tags(name()), Subject::Tags(b()), Subject::Aliases(name())]
    );
    assert_eq!(plan(vec![]).subjects().count(), 0);
}

#[test]
fn each_line_says_what_it_is_called_and_when_and_where_it_was_sent() {
    for (record, id, at) in [
        (Record::Step(Box::new(entry(None))), "e1", second(5)),
        (Record::Plan(plan(vec![image("a").into()])), "p1", second(9)),
    ] {
        assert_eq!((record.id().0.as_str(), record.at(), record.place()), (id, at, &place()), "{record:?}");
    }
}
