//! What was read, compared with what was read another time: what is taken for a change of someone else's.

use crate::edit::{AliasMoves, Call, Difference, Snapshot, Step};

use super::{aliases, asked_aliases, entries, tags, tags_of};

fn told(before: &Snapshot, now: &Snapshot) -> Vec<String> {
    let one = |it: Difference| match &it.image {
        Some(image) => format!("{image}: {}", it.words()),
        None => it.words(),
    };
    before.differences(now).into_iter().map(one).collect()
}

#[test]
fn an_alias_that_one_of_the_two_does_not_know_is_no_difference() {
    let listed = aliases(&[("latest", 3), ("old", 1)]);
    for (before, now, says) in [
        (listed.clone(), aliases(&[("latest", 5), ("old", 1)]), vec!["latest is ‘5’, not ‘3’"]),
        (listed.clone(), aliases(&[("latest", 3)]), vec!["old is nothing, not ‘1’"]),
        (listed.clone(), aliases(&[("latest", 3), ("new", 5), ("old", 1)]), vec!["new is ‘5’, not nothing"]),
        // `old` was not asked for: it is not gone.
        (listed.clone(), asked_aliases(&[("latest", 3)], &["latest"]), vec![]),
        (listed.clone(), asked_aliases(&[("latest", 5)], &["latest"]), vec!["latest is ‘5’, not ‘3’"]),
        (
            listed.clone(),
            asked_aliases(&[("latest", 3)], &["latest", "old"]),
            vec!["old is nothing, not ‘1’"],
        ),
        // And it is not new.
        (asked_aliases(&[("latest", 3)], &["latest"]), listed.clone(), vec![]),
        (asked_aliases(&[], &["latest"]), listed, vec!["latest is ‘3’, not nothing"]),
    ] {
        assert_eq!(told(&before, &now), says, "{before:?} {now:?}");
        assert_eq!(before.is_older_than(&now), !says.is_empty());
    }
}

#[test]
fn tags_are_told_by_their_keys_and_of_several_with_the_image() {
    let pair = tags_of(&[("a", &[("team", "vision")]), ("b", &[("team", "vision")])]);
    for (before, now, says) in [
        (
            tags(&[("owner", "ana"), ("team", "vision")]).into(),
            tags(&[("stage", "prod"), ("team", "")]).into(),
            vec!["owner is nothing, not ‘ana’", "team is ‘’, not ‘vision’", "stage is ‘prod’, not nothing"],
        ),
        // What belongs to AWS comes and goes by itself.
        (tags(&[("aws:stack", "s")]).into(), tags(&[]).into(), vec![]),
        (
            pair.clone(),
            tags_of(&[("a", &[("team", "vision")]), ("b", &[("owner", "eve")])]),
            vec!["b: team is nothing, not ‘vision’", "b: owner is ‘eve’, not nothing"],
        ),
        (pair.clone(), pair, vec![]),
    ] {
        assert_eq!(told(&before, &now), says, "{before:?} {now:?}");
    }
}

/// Why the first step would not be sent, with those that follow it.
fn foreign(steps: &[Step], now: &Snapshot) -> Option<Vec<String>> {
    let (first, rest) = steps.split_first().unwrap();
    let next: Vec<Call> = rest.iter().map(|step| step.call.clone()).collect();
    let found = first.foreign(now, &next)?;
    Some(found.iter().map(Difference::words).collect())
}

#[test]
fn what_the_steps_that_follow_touch_must_not_have_been_changed_either() {
    let base = Snapshot::from(tags(&[("old", "x"), ("owner", "ana"), ("team", "vision")]));
    let plan = entries(&[("team", "speech")], &["old"], AliasMoves::AtOnce).plan(&base);
    assert_eq!(plan.steps.len(), 2, "AddTags, then DeleteTags");
    for (now, says, alone) in [
        (tags(&[("old", "x"), ("owner", "ana"), ("team", "vision")]), None, None),
        // Neither step is about it.
        (tags(&[("old", "x"), ("owner", "eve"), ("team", "vision")]), None, None),
        (
            tags(&[("old", "x"), ("owner", "eve"), ("team", "x")]),
            Some("team is ‘x’, not ‘vision’"),
            Some("team is ‘x’, not ‘vision’"),
        ),
        // Only the second is about it.
        (tags(&[("old", "y"), ("owner", "eve"), ("team", "vision")]), Some("old is ‘y’, not ‘x’"), None),
    ] {
        let now = Snapshot::from(now);
        assert_eq!(foreign(&plan.steps, &now), says.map(|says| vec![says.to_owned()]), "{now:?}");
        assert_eq!(foreign(&plan.steps[..1], &now), alone.map(|says| vec![says.to_owned()]), "{now:?}");
    }
}
