//! Writes of versions, aliases and tags in the journal, and plans of several calls of one subject.

use std::fs;

use sagescope::domain::{AliasMap, TagSet};
use sagescope::edit::kind::version::RELEASE_NOTES;
use sagescope::edit::{AliasMoves, FieldKey, PlanEntry, PlanPart, Verdict};

use super::kinds::{aliases, tags, version};
use super::*;

/// A write that took its subject from this to that, sent `second` seconds into some minute.
pub fn write(before: impl Into<Snapshot>, after: impl Into<Snapshot>, second: i64) -> Entry {
    Entry { before: before.into(), after: after.into(), ..entry("", second) }
}

pub fn of_version(second: i64) -> Entry {
    let before = Snapshot::from(version("geospatial", 7));
    let mut after = before.clone();
    after.set(&RELEASE_NOTES, Some("Changed"));
    write(before, after, second)
}

pub fn of_aliases(second: i64) -> Entry {
    let before = aliases("geospatial");
    let after = AliasMap { holders: [("latest".into(), 6)].into(), ..before.clone() };
    write(before, after, second)
}

pub fn of_tags(image: &str, second: i64) -> Entry {
    let before = tags(image);
    let mut after = before.clone();
    after.tags.insert("team".into(), "".into());
    write(before, after, second)
}

/// The steps that these changes of a subject take.
fn steps_of(base: &Snapshot, typed: &[(&str, &str)], removed: &[&str]) -> Vec<(Snapshot, Snapshot)> {
    let typed = typed.iter().map(|(name, text)| (FieldKey::entry(name), (*text).to_owned())).collect();
    let removed = removed.iter().map(|name| FieldKey::entry(name)).collect();
    let wanted = Wanted { typed, removed, moves: AliasMoves::InTwo, ..Wanted::default() };
    let plan = wanted.plan(base);
    plan.steps.iter().map(|step| (step.base.clone(), step.after())).collect()
}

pub fn plan_of(steps: Vec<(Snapshot, Snapshot)>, second: i64) -> PlanEntry {
    let Entry { id, at, profile, place, .. } = entry("", second);
    PlanEntry { id, at, profile, place, steps, undoes: None, is_left: false }
}

/// An alias that goes from one version to another in two calls.
pub fn move_in_two(second: i64) -> PlanEntry {
    let steps = steps_of(&aliases("geospatial").into(), &[("latest", "7")], &[]);
    assert_eq!(steps.len(), 2);
    plan_of(steps, second)
}

/// A tag that is added and another that is taken away, of each of these images.
pub fn tags_of(images: &[&str], second: i64) -> PlanEntry {
    let base = Snapshot::TagsOf(images.iter().map(|it| (name(it), tags(it))).collect());
    let steps = steps_of(&base, &[("cost-centre", "4711")], &["empty"]);
    assert_eq!(steps.len(), 2 * images.len());
    plan_of(steps, second)
}

pub fn part(plan: &PlanEntry, step: usize) -> Entry {
    let (before, after) = plan.steps[step].clone();
    let second = i64::try_from(step).unwrap() + 1;
    let at = plan.at + jiff::SignedDuration::from_secs(second);
    let part_of = Some(PlanPart { plan: plan.id.clone(), step });
    Entry { at, part_of, ..write(before, after, 0) }
}

#[test]
fn what_was_written_comes_back_and_the_last_line_of_each_counts() {
    let home = Home::new();
    let program = home.start();
    let noted = [of_version(1), of_aliases(2), of_tags("geospatial", 3)];
    program.note_all(&steps(&noted)).unwrap();
    assert!(program.recall(&place()).entries.iter().rev().eq(&noted));
    let verdicts = [Verdict::Verified, Verdict::Refused("too many".into()), Verdict::Unknowable];
    let known = noted.into_iter().zip(verdicts);
    let known: Vec<_> = known.map(|(entry, verdict)| Entry { verdict: Some(verdict), ..entry }).collect();
    program.note_all(&steps(&known)).unwrap();
    drop(program);
    let recalled = home.start().recall(&place());
    assert!(recalled.entries.iter().rev().eq(&known));
    assert_eq!(recalled.troubles, []);
    let subjects: Vec<_> = recalled.entries.iter().map(Entry::subject).collect();
    let of = || name("geospatial");
    assert_eq!(subjects, [Subject::Tags(of()), Subject::Aliases(of()), Subject::Version(of(), 7)]);
}

/// Killed between two calls of one subject: the plan says what was still to be sent.
#[test]
fn plans_of_several_calls_of_one_subject_come_back_half_done() {
    let home = Home::new();
    let program = home.start();
    let (moved, tagged) = (move_in_two(0), tags_of(&["geospatial", "jupyter"], 10));
    let done = Entry { verdict: Some(Verdict::Verified), ..part(&moved, 0) };
    let out = part(&tagged, 2);
    let records = [Record::Plan(moved.clone()), step(&done), Record::Plan(tagged.clone()), step(&out)];
    for record in &records {
        program.note(record).unwrap();
    }
    drop(program);
    let recalled = home.start().recall(&place());
    assert_eq!(recalled.troubles, []);
    assert_eq!(recalled.plans, [tagged.clone(), moved.clone()]);
    assert_eq!(recalled.entries, [out, done]);
    let latest = FieldKey::entry("latest");
    let values = moved.steps.iter().map(|(before, after)| (before.value(&latest), after.value(&latest)));
    assert_eq!(values.collect::<Vec<_>>(), [(Some("6"), None), (None, Some("7"))]);
    let subjects: Vec<_> = tagged.subjects().collect();
    let of = |raw| Subject::Tags(name(raw));
    assert_eq!(subjects, [of("geospatial"), of("geospatial"), of("jupyter"), of("jupyter")]);
}

#[test]
fn other_programs_find_what_is_written_where_they_are_used_to() {
    let home = Home::new();
    let moved = move_in_two(0);
    home.start()
        .note_all(&[Record::Plan(moved.clone()), step(&part(&moved, 1)), step(&of_version(3))])
        .unwrap();
    let text = fs::read_to_string(home.journal()).unwrap();
    let lines: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let heads: Vec<_> = lines.iter().map(|line| (line["version"].clone(), line["kind"].clone())).collect();
    assert_eq!(heads, [(3.into(), "plan".into()), (3.into(), "step".into()), (3.into(), "step".into())]);
    assert_eq!(
        (&lines[0]["id"], &lines[1]["part_of"]["plan"]),
        (&moved.id.0.as_str().into(), &moved.id.0.as_str().into())
    );
    assert_eq!(lines[0]["steps"][1]["after"]["aliases"]["holders"]["latest"], 7);
    assert_eq!(lines[1]["subject"]["aliases"], "geospatial");
    assert_eq!((&lines[1]["part_of"]["step"], &lines[1]["profile"]), (&1.into(), &"research".into()));
    assert_eq!(lines[2]["subject"]["version"]["number"], 7);
    assert_eq!(lines[2]["after"]["version"]["release_notes"], "Changed");
}

#[test]
fn what_an_older_sagescope_can_hold_is_written_for_it() {
    let home = Home::new();
    let program = home.start();
    let image = entry("geospatial", 0);
    let images = plan_of(vec![(image.before.clone(), image.after.clone())], 0);
    let mixed = [&image, &of_version(0)].map(|it| (it.before.clone(), it.after.clone()));
    let records = [
        (step(&image), 1),
        (step(&part(&images, 0)), 2),
        (Record::Plan(images), 2),
        (Record::Plan(plan_of(mixed.into(), 0)), 3),
        (step(&of_tags("geospatial", 0)), 3),
    ];
    for (record, _) in &records {
        program.note(record).unwrap();
    }
    let text = fs::read_to_string(home.journal()).unwrap();
    for (line, (record, version)) in text.lines().zip(&records) {
        assert!(line.starts_with(&format!("{{\"version\":{version},")), "{record:?}");
    }
}

#[test]
fn lines_that_make_no_sense_are_passed_over_and_counted() {
    let home = Home::new();
    let program = home.start();
    let (tagged, one) = (tags_of(&["geospatial", "jupyter"], 0), of_version(5));
    let records = [Record::Plan(tagged.clone()), step(&one), step(&part(&tagged, 0))];
    program.note_all(&records).unwrap();
    let text = fs::read_to_string(home.journal()).unwrap();
    let lines: Vec<_> = text.lines().collect();
    let (plan, of_version, of_part) = (lines[0], lines[1], lines[2]);
    let of_7 = r#""subject":{"version":{"image":"geospatial","number":7}}"#;
    let first = plan.find("\"steps\":[").unwrap() + "\"steps\":".len();
    let with_steps = |steps: &str| {
        let end = plan.find(",\"undoes\"").unwrap();
        format!("{}{steps}{}", &plan[..first], &plan[end..])
    };
    let planned: Vec<serde_json::Value> =
        serde_json::from_str(&plan[first..plan.find(",\"undoes\"").unwrap()]).unwrap();
    let in_order = |order: &[usize]| {
        let steps: Vec<_> = order.iter().map(|at| planned[*at].clone()).collect();
        with_steps(&serde_json::to_string(&steps).unwrap())
    };
    fs::write(home.journal(), format!("{text}{}\n", in_order(&[0, 1, 2, 3]))).unwrap();
    assert_eq!(program.recall(&place()).troubles, [], "what is put together here is a plan otherwise");
    for bad in [
        plan[..plan.len() / 2].to_owned(),
        of_version[..of_version.len() - 1].to_owned(),
        with_steps("[]"),
        with_steps("{}"),
        with_steps(r#"[{"subject":{"tags":"geospatial"}}]"#),
        in_order(&[0, 2, 1]),
        in_order(&[0, 2, 3, 1]),
        plan.replacen(r#""subject":{"tags":"geospatial"}"#, r#""subject":{"tags":"another"}"#, 1),
        plan.replacen(r#""subject":{"tags":"geospatial"}"#, r#""subject":{"tags-of":["geospatial"]}"#, 1),
        plan.replacen(r#""before":{"tags":{"#, r#""before":{"aliases":{"#, 1),
        plan.replace("\"kind\":\"plan\"", "\"kind\":\"step\""),
        plan.replace("\"is_left\":false", "\"is_left\":0"),
        of_version.replace(of_7, r#""subject":{"version":{"image":"geospatial","number":8}}"#),
        of_version.replace(of_7, r#""subject":{"version":{"image":"another","number":7}}"#),
        of_version.replace(of_7, r#""subject":{"image":"geospatial"}"#),
        of_version.replace(of_7, r#""image":"geospatial""#),
        of_version.replacen(r#""number":7,"arn""#, r#""number":8,"arn""#, 1),
        of_version.replacen(r#""number":7"#, r#""number":4294967296"#, 1),
        of_version.replacen(r#""number":7"#, r#""number":1e400"#, 1),
        of_version.replace("\"part_of\":null", "\"part_of\":7"),
        of_version.replace("\"verdict\":null", "\"verdict\":{\"verdict\":\"lost\"}"),
        of_version.replace("\"kind\":\"step\"", "\"kind\":\"campaign\""),
        of_part.replace("\"step\":0", "\"step\":-1"),
        of_part.replace("\"step\":0", "\"step\":18446744073709551616"),
        of_part.replacen(r#""team":"vision""#, r#""team":"vision","team":"speech""#, 1),
        of_part.replacen(r#""team":"vision""#, r#""team":7"#, 1),
    ] {
        assert!(!lines.contains(&bad.as_str()), "{bad}");
        fs::write(home.journal(), format!("{text}{bad}\n")).unwrap();
        let recalled = program.recall(&place());
        assert_eq!(recalled.plans, std::slice::from_ref(&tagged), "{bad}");
        assert_eq!(recalled.entries.len(), 2);
        let said = recalled.troubles.iter().map(ToString::to_string).collect::<String>();
        assert!(said.contains("line 4 is damaged"), "{bad}: {said}");
        // Where the program stopped in the middle, the next line is whole.
        fs::write(home.journal(), format!("{text}{bad}")).unwrap();
        program.note(&step(&part(&tagged, 1))).unwrap();
        assert_eq!(program.recall(&place()).entries.len(), 3, "{bad}");
    }
}

#[test]
fn what_is_no_step_or_plan_is_not_written() {
    let home = Home::new();
    let program = home.start();
    let other = write(version("geospatial", 7), version("geospatial", 8), 0);
    let of_two_kinds = write(version("geospatial", 7), tags("geospatial"), 0);
    let all = |tags: TagSet| Snapshot::TagsOf([(tags.image.clone(), tags)].into());
    let of_several = write(all(tags("geospatial")), all(tags("geospatial")), 0);
    for entry in [other, of_two_kinds, of_several] {
        assert!(program.note(&step(&entry)).is_err(), "{entry:?}");
        assert!(program.note(&Record::Plan(plan_of(vec![(entry.before, entry.after)], 0))).is_err());
    }
    assert!(program.note(&Record::Plan(plan_of(Vec::new(), 0))).is_err());
    assert!(!home.journal().exists());
}

#[test]
fn what_a_line_holds_is_cleaned() {
    let home = Home::new();
    let program = home.start();
    program.note(&step(&of_tags("geospatial", 0))).unwrap();
    let text = fs::read_to_string(home.journal()).unwrap();
    let hostile = text
        .replace(r#""geospatial""#, r#""geo\u001b[2Jspatial""#)
        .replace(r#""team""#, r#""te\u001b[2Jam""#)
        .replace("\"kind\":\"step\"", "\"kind\":\"step\",\"what\":{\"is\":[1e9]}");
    fs::write(home.journal(), hostile).unwrap();
    let recalled = program.recall(&place());
    assert_eq!(recalled.troubles, []);
    assert_eq!(recalled.entries[0].subject(), Subject::Tags(name("geo\u{fffd}spatial")));
    assert_eq!(recalled.entries[0].before.value(&FieldKey::entry("te\u{fffd}am")), Some("vision"));
}

/// Tags as the largest that the service lets an image have.
fn largest(image: &str) -> TagSet {
    let tag = |number: usize| {
        let key = format!("{number:02}{}", "k".repeat(126));
        (Text::clean(&key), Text::clean(&"v".repeat(256)))
    };
    TagSet { tags: (0..50).map(tag).collect(), ..TagSet::none(name(image), "arn".into()) }
}

#[test]
fn what_is_too_large_says_whose_it_is_and_what_to_do() {
    let home = Home::new();
    let program = home.start();
    let plan = |count: usize| {
        let names = (0..count).map(|number| format!("image-{number:02}"));
        plan_of(names.map(|name| (largest(&name).into(), largest(&name).into())).collect(), 0)
    };
    let some = plan(20);
    program.note(&Record::Plan(some.clone())).unwrap();
    assert_eq!(program.recall(&place()).plans, [some]);
    let said = program.note(&Record::Plan(plan(100))).unwrap_err().to_string();
    let words = "The change to tags of 100 images is too large for the journal";
    assert!(said.contains(words) && said.ends_with("change fewer at once."), "{said}");
}
