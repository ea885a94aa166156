//! A plan of steps: how it is marked, and what nobody has for a moment.

use crate::domain::ImageName;
use crate::edit::{AliasMoves, Call, EntryId, FieldKey, Plan, Snapshot, Subject, Wanted};

use super::{aliases, entries, name, tags, tags_of};

fn gaps(plan: &Plan) -> Vec<&str> {
    let gaps = plan.gaps();
    let known = ["latest", "new", "old", "prod", "team"];
    known.into_iter().filter(|name| gaps.contains(&FieldKey::entry(name))).collect()
}

#[test]
fn nobody_has_for_a_moment_what_is_taken_away_and_given_again() {
    let held = aliases(&[("latest", 3), ("old", 1), ("prod", 3)]);
    let moved: &[(&str, &str)] = &[("latest", "5"), ("prod", "6")];
    for (typed, removed, moves, expected) in [
        (moved, vec![], AliasMoves::InTwo, vec!["latest", "prod"]),
        (moved, vec![], AliasMoves::AtOnce, vec![]),
        (&[("new", "5")], vec!["old"], AliasMoves::InTwo, vec![]),
        (&[("latest", "5"), ("new", "5")], vec!["old"], AliasMoves::InTwo, vec!["latest"]),
    ] {
        let plan = entries(typed, &removed, moves).plan(&held);
        assert_eq!(gaps(&plan), expected, "{typed:?} {removed:?} {moves:?}");
    }
}

#[test]
fn a_tag_that_one_image_loses_and_another_gets_is_missed_by_neither() {
    let pair = tags_of(&[("a", &[("team", "vision")]), ("b", &[])]);
    let preset = |image: &str, value: Option<&str>| {
        let image = ImageName::parse(image).unwrap();
        (Subject::Tags(image), [(FieldKey::entry("team"), value.map(str::to_owned))].into())
    };
    let presets = [preset("a", None), preset("b", Some("vision"))].into();
    let plan = Wanted { presets, ..Wanted::default() }.plan(&pair);
    assert_eq!(plan.steps.len(), 2);
    assert_eq!(gaps(&plan), Vec::<&str>::new());

    // Nor is a new one missed that has to wait for the room that another one makes.
    let held: Vec<_> = (0..49).map(|at| (format!("k{at:02}"), "v")).collect();
    let held: Vec<_> = held.iter().map(|(key, value)| (key.as_str(), *value)).chain([("old", "v")]).collect();
    let plan = entries(&[("new", "v")], &["old"], AliasMoves::AtOnce).plan(&tags(&held).into());
    let operations: Vec<_> = plan.calls().map(Call::operation).collect();
    assert_eq!(operations, ["DeleteTags", "AddTags"]);
    assert_eq!(gaps(&plan), Vec::<&str>::new());
}

#[test]
fn only_a_plan_of_one_step_says_in_its_step_what_it_undoes() {
    let base = Snapshot::from(tags(&[("old", "x"), ("team", "vision")]));
    let undone = EntryId("e1".into());
    for (typed, removed, entry, steps) in [
        (vec![("team", "speech")], vec![], Some(&undone), vec![Some(&undone)]),
        (vec![("team", "speech")], vec![], None, vec![None]),
        (vec![("team", "speech")], vec!["old"], Some(&undone), vec![None, None]),
        (vec![], vec![], Some(&undone), vec![]),
    ] {
        let plan = entries(&typed, &removed, AliasMoves::AtOnce).plan(&base);
        let marked = plan.clone().undoing(entry);
        let marks: Vec<_> = marked.steps.iter().map(|step| step.undoes.as_ref()).collect();
        assert_eq!(marks, steps, "{typed:?} {removed:?}");
        assert!(marked.calls().eq(plan.calls()), "what is sent stays the same");
        assert!(marked.steps.iter().all(|step| step.subject() == Subject::Tags(name())));
    }
}
