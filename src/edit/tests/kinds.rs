//! Versions, aliases and tags as kinds of edit: which calls a change becomes, and what is made of what is
//! read afterwards.

use crate::domain::{Failure, FailureClass, ImageVersion};
use crate::edit::kind::version::{HOROVOD, JOB_TYPE, ML_FRAMEWORK, PROCESSOR, RELEASE_NOTES};
use crate::edit::{AliasMoves, Evidence, FieldKey, Outcome, Plan, Snapshot, Step, Subject, Wanted};

use super::{aliases, entries, name, second, tags, tags_of, version};

/// What goes out, a body a line, without the blanks.
fn bodies(plan: &Plan) -> Vec<String> {
    plan.calls().map(|call| format!("{} {}", call.operation(), call.to_json_text(false))).collect()
}

#[test]
fn what_is_said_of_a_version_goes_out_as_far_as_it_changes() {
    let base = Snapshot::from(version());
    for (typed, body, command) in [
        (
            vec![(JOB_TYPE, "INFERENCE"), (ML_FRAMEWORK, "PyTorch 2.4")],
            r#"{"ImageName":"a","Version":7,"JobType":"INFERENCE"}"#,
            "--image-name a --version-number 7 --job-type=INFERENCE",
        ),
        (
            vec![(HOROVOD, "yes"), (PROCESSOR, "GPU")],
            r#"{"ImageName":"a","Version":7,"Processor":"GPU","Horovod":true}"#,
            "--image-name a --version-number 7 --processor=GPU --horovod",
        ),
        (
            vec![(HOROVOD, "no")],
            r#"{"ImageName":"a","Version":7,"Horovod":false}"#,
            "--image-name a --version-number 7 --no-horovod",
        ),
        (
            vec![(RELEASE_NOTES, "It's new")],
            r#"{"ImageName":"a","Version":7,"ReleaseNotes":"It's new"}"#,
            r"--image-name a --version-number 7 --release-notes='It'\''s new'",
        ),
    ] {
        let typed = typed.into_iter().map(|(key, text)| (key, text.to_owned())).collect();
        let plan = Wanted { typed, ..Wanted::default() }.plan(&base);
        assert_eq!(bodies(&plan), [format!("UpdateImageVersion {body}")]);
        let sent = plan.steps[0].call.to_command(&[]);
        assert_eq!(sent, format!("aws sagemaker update-image-version {command}"));
    }
    // Nothing is ever cleared.
    let typed = [(JOB_TYPE, String::new())].into();
    assert!(Wanted { typed, ..Wanted::default() }.plan(&base).is_empty());
}

#[test]
fn each_version_that_gets_or_loses_an_alias_is_a_call() {
    let base = aliases(&[("latest", 3), ("old", 1), ("prod", 3), ("stable", 2)]);
    let body = |version: u32, added: &str, deleted: &str| {
        let list = |member: &str, names: &str| {
            let names: Vec<_> = names.split_whitespace().map(|name| format!("{name:?}")).collect();
            if names.is_empty() { String::new() } else { format!(r#","{member}":[{}]"#, names.join(",")) }
        };
        let (added, deleted) = (list("AliasesToAdd", added), list("AliasesToDelete", deleted));
        format!(r#"UpdateImageVersion {{"ImageName":"a","Version":{version}{added}{deleted}}}"#)
    };
    for (typed, removed, at_once, in_two) in [
        (vec![("new", "5")], vec![], vec![body(5, "new", "")], vec![body(5, "new", "")]),
        (vec![], vec!["old"], vec![body(1, "", "old")], vec![body(1, "", "old")]),
        (vec![("latest", "3")], vec![], vec![], vec![]),
        (
            vec![("latest", "5")],
            vec![],
            vec![body(5, "latest", "")],
            vec![body(3, "", "latest"), body(5, "latest", "")],
        ),
        (
            vec![("latest", "5"), ("prod", "5"), ("stable", "5"), ("new", "5")],
            vec!["old"],
            vec![body(5, "latest new prod stable", ""), body(1, "", "old")],
            // The two halves of a move stand side by side.
            vec![
                body(5, "new", ""),
                body(1, "", "old"),
                body(2, "", "stable"),
                body(5, "stable", ""),
                body(3, "", "latest prod"),
                body(5, "latest prod", ""),
            ],
        ),
    ] {
        for (moves, expected) in [(AliasMoves::AtOnce, &at_once), (AliasMoves::InTwo, &in_two)] {
            let plan = entries(&typed, &removed, moves).plan(&base);
            assert_eq!(&bodies(&plan), expected, "{typed:?} {removed:?} {moves:?}");
            let gaps: Vec<_> =
                plan.gaps().iter().filter_map(|key| key.entry_name().map(str::to_owned)).collect();
            assert_eq!(gaps.is_empty(), moves == AliasMoves::AtOnce || in_two == at_once, "{gaps:?}");
            // However it goes, at the end each alias is where it is wanted.
            let after = plan.steps.iter().fold(base.clone(), |now, step| now.after(step.call.changes()));
            for (alias, number) in &typed {
                assert_eq!(after.value(&FieldKey::entry(alias)), Some(*number));
            }
            for alias in &removed {
                assert_eq!(after.value(&FieldKey::entry(alias)), None);
            }
        }
    }
}

#[test]
fn only_a_step_that_takes_an_alias_from_another_moves_it() {
    let base = aliases(&[("latest", 3)]);
    let moves = |typed, removed| {
        let plan = entries(typed, removed, AliasMoves::AtOnce).plan(&base);
        plan.steps.iter().any(Step::moves_alias)
    };
    assert!(moves(&[("latest", "5")], &[]));
    assert!(!moves(&[("new", "5")], &[]));
    assert!(!moves(&[], &["latest"]));
}

#[test]
fn a_move_is_refused_only_where_the_service_names_the_alias() {
    let base = aliases(&[("latest", 3), ("v2.4", 3)]);
    let step = |typed: &[(&str, &str)]| {
        entries(typed, &[], AliasMoves::AtOnce).plan(&base).steps.into_iter().next().unwrap()
    };
    let in_creation =
        "The image version arn:aws:sagemaker:us-east-1:1:image-version/latest/5 is in status CREATING.";
    for (typed, class, said, is_refused) in [
        ("latest", FailureClass::InUse, "Alias latest is already in use by ImageVersion 3.", true),
        ("latest", FailureClass::InUse, "The alias 'latest' belongs to another version.", true),
        ("v2.4", FailureClass::Invalid, "Another version has v2.4.", true),
        ("latest", FailureClass::InUse, in_creation, false),
        ("latest", FailureClass::InUse, "Version 5 is being changed.", false),
        ("latest", FailureClass::Throttled, "latest, slow down", false),
        (
            "latest",
            FailureClass::Invalid,
            "Value '[latest]' at 'aliasesToAdd' failed to satisfy constraint: Member must have length less",
            false,
        ),
        // It is new, so nobody holds it.
        ("new", FailureClass::InUse, "Alias new is already in use.", false),
    ] {
        let refusal = Failure::new(class, said);
        assert_eq!(step(&[(typed, "5")]).is_refused_move(&refusal), is_refused, "{typed}: {said}");
    }
    // Of two that one call gives to a version, the refusal has to name the one that another version holds.
    let both = step(&[("latest", "5"), ("new", "5")]);
    for (said, is_refused) in [("Alias new is already in use.", false), ("Alias latest is in use.", true)] {
        assert_eq!(both.is_refused_move(&Failure::new(FailureClass::InUse, said)), is_refused, "{said}");
    }
}

fn tag_plan(count: usize, typed: &[(&str, &str)], removed: &[&str]) -> Vec<&'static str> {
    let held: Vec<_> = (0..count).map(|at| (format!("k{at:02}"), "v")).collect();
    let held: Vec<_> = held.iter().map(|(key, value)| (key.as_str(), *value)).collect();
    let base = Snapshot::from(tags(&held));
    let plan = entries(typed, removed, AliasMoves::AtOnce).plan(&base);
    plan.calls().map(crate::edit::Call::operation).collect()
}

#[test]
fn tags_are_added_before_others_are_taken_away_unless_that_would_be_too_many() {
    for (count, typed, removed, calls) in [
        (3, vec![("new", "v")], vec![], vec!["AddTags"]),
        (3, vec![], vec!["k00"], vec!["DeleteTags"]),
        (3, vec![("new", "v")], vec!["k00"], vec!["AddTags", "DeleteTags"]),
        (49, vec![("new", "v")], vec!["k00"], vec!["AddTags", "DeleteTags"]),
        (50, vec![("new", "v")], vec!["k00"], vec!["DeleteTags", "AddTags"]),
        // Another value is no more tags.
        (50, vec![("k01", "other")], vec!["k00"], vec!["AddTags", "DeleteTags"]),
        (50, vec![("k01", "v")], vec![], vec![]),
    ] {
        assert_eq!(tag_plan(count, &typed, &removed), calls, "{count} {typed:?} {removed:?}");
    }
}

#[test]
fn tags_carry_only_the_difference_and_an_empty_value_is_one() {
    let base = Snapshot::from(tags(&[("owner", "ana"), ("stage", "prod"), ("team", "vision")]));
    let wanted = entries(&[("owner", "ana"), ("team", ""), ("Team", "x y")], &["stage"], AliasMoves::AtOnce);
    let arn = "arn:aws:sagemaker:us-east-1:123456789012:image/a";
    assert_eq!(
        bodies(&wanted.plan(&base)),
        [
            format!(
                r#"AddTags {{"ResourceArn":"{arn}","Tags":[{{"Key":"Team","Value":"x y"}},{{"Key":"team","Value":""}}]}}"#
            ),
            format!(r#"DeleteTags {{"ResourceArn":"{arn}","TagKeys":["stage"]}}"#),
        ]
    );
}

#[test]
fn what_belongs_to_aws_is_never_touched() {
    let held = [("aws:cloudformation:stack-name", "s"), ("Aws:x", "y"), ("team", "vision")];
    let base = Snapshot::from(tags(&held));
    assert_eq!(base.keys(), [FieldKey::entry("team")]);
    assert_eq!(base.counted(), 1);
    let wanted = entries(&[("Aws:x", "z")], &["aws:cloudformation:stack-name"], AliasMoves::AtOnce);
    assert!(wanted.plan(&base).is_empty());
}

#[test]
fn the_same_of_several_is_a_call_for_each_that_lacks_it() {
    let base =
        tags_of(&[("a", &[("team", "vision")]), ("b", &[("team", "speech"), ("old", "x")]), ("c", &[])]);
    let plan = entries(&[("team", "vision")], &["old"], AliasMoves::AtOnce).plan(&base);
    let calls: Vec<_> =
        plan.steps.iter().map(|step| (step.subject().to_string(), step.call.operation())).collect();
    let expected = [("tags of b", "AddTags"), ("tags of b", "DeleteTags"), ("tags of c", "AddTags")];
    assert_eq!(calls, expected.map(|(subject, call)| (subject.to_owned(), call)));
}

fn evidence(is_unanswered: bool, is_late: bool) -> Evidence {
    Evidence { begun: second(10), is_unanswered, is_late, is_earlier: false }
}

#[test]
fn of_tags_and_aliases_only_what_a_step_touches_counts() {
    let base = Snapshot::from(tags(&[("owner", "ana"), ("team", "vision")]));
    let plan = entries(&[("team", "speech")], &[], AliasMoves::AtOnce).plan(&base);
    let [step] = plan.steps.as_slice() else { panic!("{plan:?}") };
    for (now, is_foreign, outcome) in [
        (tags(&[("owner", "ana"), ("team", "speech")]), true, Some(Outcome::Verified)),
        (tags(&[("owner", "somebody"), ("team", "speech"), ("new", "x")]), true, Some(Outcome::Verified)),
        (tags(&[("owner", "somebody"), ("team", "vision")]), false, None),
        (tags(&[("owner", "ana")]), true, None),
    ] {
        let now = Snapshot::from(now);
        assert_eq!(step.foreign(&now, &[]).is_some(), is_foreign, "{now:?}");
        let judged = step.judge(&now, &evidence(false, false));
        match outcome {
            Some(outcome) => assert_eq!(judged, Some(outcome), "{now:?}"),
            None => assert_ne!(judged, Some(Outcome::Verified), "{now:?}"),
        }
    }
    let base = aliases(&[("latest", 3), ("prod", 2)]);
    let plan = entries(&[("latest", "5")], &[], AliasMoves::AtOnce).plan(&base);
    let [step] = plan.steps.as_slice() else { panic!("{plan:?}") };
    assert!(step.foreign(&aliases(&[("latest", 4), ("prod", 2)]), &[]).is_some(), "somebody moved it");
    assert!(step.foreign(&aliases(&[("latest", 3), ("prod", 9)]), &[]).is_none());
    let verified = step.judge(&aliases(&[("latest", 5)]), &evidence(false, false));
    assert_eq!(verified, Some(Outcome::Verified));
}

#[test]
fn a_version_that_was_modified_or_differs_is_foreign() {
    let base = Snapshot::from(version());
    let typed = [(JOB_TYPE, "INFERENCE".to_owned())].into();
    let plan = Wanted { typed, ..Wanted::default() }.plan(&base);
    let [step] = plan.steps.as_slice() else { panic!("{plan:?}") };
    assert!(step.foreign(&base, &[]).is_none());
    let modified = ImageVersion { modified: Some(second(5)), ..version() };
    assert!(step.foreign(&modified.into(), &[]).is_some());
    let sent = ImageVersion { modified: Some(second(20)), job_type: Some("INFERENCE".into()), ..version() };
    assert_eq!(step.judge(&sent.into(), &evidence(false, false)), Some(Outcome::Verified));
    let theirs = ImageVersion { modified: Some(second(20)), job_type: Some("NOTEBOOK".into()), ..version() };
    assert!(matches!(step.judge(&theirs.into(), &evidence(false, false)), Some(Outcome::Differs(_))));
    assert_eq!(step.judge(&base, &evidence(true, true)), Some(Outcome::NotApplied));
    assert_eq!(step.judge(&base, &evidence(true, false)), None, "it may be on its way");
}

#[test]
fn each_rule_of_the_service_is_told_in_words() {
    let subject = |kind: &str| match kind {
        "version" => Subject::Version(name(), 7),
        "alias" => Subject::Aliases(name()),
        _ => Subject::Tags(name()),
    };
    let long = |count: usize| "x".repeat(count);
    for (kind, key, value, says) in [
        ("version", JOB_TYPE, "TRAIN", "must be one of TRAINING, INFERENCE, NOTEBOOK_KERNEL"),
        ("version", HOROVOD, "true", "yes or no"),
        ("version", ML_FRAMEWORK, "PyTorch", "a version of two or three numbers"),
        ("version", ML_FRAMEWORK, "PyTorch 2.4", ""),
        ("version", RELEASE_NOTES, &long(256), "1 over the limit of 255"),
        ("version", RELEASE_NOTES, &long(255), ""),
        ("alias", FieldKey::added(1, crate::edit::Half::Name), ".latest", "can't begin with a dot"),
        ("alias", FieldKey::added(1, crate::edit::Half::Name), "v 2", "not ' '"),
        ("alias", FieldKey::added(1, crate::edit::Half::Name), "v2.4_x-1", ""),
        ("alias", FieldKey::added(1, crate::edit::Half::Name), &long(129), "1 over the limit of 128"),
        ("alias", FieldKey::entry("latest"), "007", "a version number"),
        ("alias", FieldKey::entry("latest"), "-1", "a version number"),
        ("alias", FieldKey::entry("latest"), "7", ""),
        ("tag", FieldKey::added(1, crate::edit::Half::Name), "AWS:x", "belong to AWS"),
        ("tag", FieldKey::added(1, crate::edit::Half::Name), &long(129), "1 over the limit of 128"),
        ("tag", FieldKey::entry("team"), &long(257), "1 over the limit of 256"),
        ("tag", FieldKey::entry("team"), "a#b", "not '#'"),
        ("tag", FieldKey::entry("team"), "Équipe 機械 _.:/=+-@", ""),
    ] {
        let field = subject(kind).fields().field(&key).unwrap();
        let said = field.problem(value).map(|problem| problem.0).unwrap_or_default();
        assert_eq!(said.is_empty(), says.is_empty(), "{kind} {value:?}: {said}");
        assert!(said.contains(says), "{kind} {value:?}: {said}");
    }
}
