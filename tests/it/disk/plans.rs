//! Plans of several steps in the journal.

use std::fs;

use sagescope::edit::{PlanEntry, PlanPart, Verdict};

use super::*;

/// A plan that changes these images, sent `second` seconds into some minute.
fn plan(images: &[&str], second: i64) -> PlanEntry {
    let Entry { id, at, profile, place, .. } = entry("", second);
    let step = |image: &&str| {
        let Entry { before, after, .. } = entry(image, second);
        (before, after)
    };
    let steps = images.iter().map(step).collect();
    PlanEntry { id, at, profile, place, steps, undoes: None, is_left: false }
}

/// A step of a plan, sent so many seconds later.
fn part(plan: &PlanEntry, step: usize) -> Entry {
    let (before, after) = plan.steps[step].clone();
    let second = i64::try_from(step).unwrap() + 1;
    let at = plan.at + jiff::SignedDuration::from_secs(second);
    let part_of = Some(PlanPart { plan: plan.id.clone(), step });
    Entry { at, before, after, part_of, ..entry("", 0) }
}

fn note(program: &Disk, records: &[Record]) {
    for record in records {
        program.note(record).unwrap();
    }
}

#[test]
fn a_plan_and_its_steps_come_back_and_the_last_line_of_each_counts() {
    let home = Home::new();
    let program = home.start();
    let all = plan(&["alpha", "beta", "gamma"], 0);
    let (first, second) = (part(&all, 0), part(&all, 1));
    let known = Entry { verdict: Some(Verdict::Verified), ..first.clone() };
    let left = PlanEntry { is_left: true, ..all.clone() };
    let records = [Record::Plan(all.clone()), step(&first), step(&known), step(&second)];
    note(&program, &records);
    assert_eq!(program.recall(&place()).plans, [all]);
    note(&program, &[Record::Plan(left.clone())]);
    for program in [&program, &home.start()] {
        let recalled = program.recall(&place());
        assert_eq!(recalled.plans, std::slice::from_ref(&left));
        assert_eq!(recalled.entries, [second.clone(), known.clone()]);
        assert_eq!(recalled.troubles, []);
        let elsewhere = PlaceKey { account: "210987654321".into(), ..place() };
        assert_eq!(program.recall(&elsewhere).plans, []);
    }
}

/// As `docs/files.md` says: `jq -s 'group_by(.id) | map(.[-1])'`.
#[test]
fn other_programs_find_the_id_and_what_it_is_where_they_are_used_to() {
    let home = Home::new();
    let program = home.start();
    let all = plan(&["alpha", "beta"], 0);
    let records = [Record::Plan(all.clone()), step(&part(&all, 1)), step(&entry("alone", 3))];
    note(&program, &records);
    let text = fs::read_to_string(home.journal()).unwrap();
    let lines: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<_> = lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert_eq!(ids, records.iter().map(|record| record.id().0.as_str()).collect::<Vec<_>>());
    let heads: Vec<_> = lines.iter().map(|line| (line["version"].clone(), line["kind"].clone())).collect();
    assert_eq!(heads, [(2.into(), "plan".into()), (2.into(), "step".into()), (1.into(), ().into())]);
    assert_eq!(lines[0]["steps"][1]["image"], "beta");
    assert_eq!(lines[0]["is_left"], false);
    assert_eq!((&lines[1]["image"], &lines[1]["part_of"]["step"]), (&"beta".into(), &1.into()));
    assert_eq!(lines[1]["part_of"]["plan"], all.id.0);
    assert_eq!(lines[1]["after"]["description"], "After");
}

#[test]
fn a_plan_that_is_cut_short_or_makes_no_sense_is_passed_over_and_counted() {
    let home = Home::new();
    let program = home.start();
    let all = plan(&["alpha", "beta"], 0);
    note(&program, &[Record::Plan(all.clone()), step(&part(&all, 0))]);
    let text = fs::read_to_string(home.journal()).unwrap();
    let (of_plan, of_step) = text.split_once('\n').unwrap();
    let of_step = of_step.trim_end();
    let steps = of_plan.find("\"steps\":").unwrap()..of_plan.find(",\"undoes\"").unwrap();
    let with_steps = |steps_now: &str| {
        let mut line = of_plan.to_owned();
        line.replace_range(steps.clone(), &format!("\"steps\":{steps_now}"));
        line
    };
    for bad in [
        of_plan[..of_plan.len() / 2].to_owned(),
        of_plan[..of_plan.len() - 1].to_owned(),
        of_step[..of_step.len() / 2].to_owned(),
        with_steps("[]"),
        with_steps("null"),
        with_steps("[{}]"),
        with_steps(r#"[{"version":"alpha","before":{},"after":{}}]"#),
        with_steps("[[1,2]]"),
        of_plan.replace("\"beta\"", "\"alpha\""),
        of_plan.replace("\"kind\":\"plan\"", "\"kind\":\"campaign\""),
        of_plan.replace("\"kind\":\"plan\",", ""),
        of_plan.replace("\"kind\":\"plan\"", "\"kind\":\"step\""),
        of_plan.replace("\"is_left\":false", "\"is_left\":\"no\""),
        of_step.replace("\"step\":0", "\"step\":-1"),
        of_step.replace("\"step\":0", "\"step\":1e30"),
        of_step.replace("\"kind\":\"step\"", "\"kind\":\"plan\""),
        of_step.replace("\"part_of\":{", "\"part_of\":[],\"part\":{"),
    ] {
        assert!(bad != of_plan && bad != of_step, "{bad}");
        fs::write(home.journal(), format!("{text}{bad}\n")).unwrap();
        let recalled = program.recall(&place());
        assert_eq!((recalled.plans.as_slice(), recalled.entries.len()), (std::slice::from_ref(&all), 1));
        let said = recalled.troubles.iter().map(ToString::to_string).collect::<String>();
        assert!(said.contains("line 3 is damaged"), "{bad}: {said}");
        // Where the program stopped in the middle, the next line is whole.
        fs::write(home.journal(), format!("{text}{bad}")).unwrap();
        note(&program, &[step(&part(&all, 1))]);
        assert_eq!(program.recall(&place()).entries.len(), 2, "{bad}");
    }
}

#[test]
fn a_step_whose_plan_is_not_there_or_has_no_such_step_is_recalled_as_it_is() {
    let home = Home::new();
    let program = home.start();
    let all = plan(&["alpha", "beta"], 0);
    let beyond = PlanPart { plan: all.id.clone(), step: usize::MAX };
    let entries = [
        Entry { part_of: Some(PlanPart { plan: EntryId("nowhere".into()), step: 0 }), ..part(&all, 0) },
        Entry { part_of: Some(beyond), ..part(&all, 1) },
        Entry { part_of: Some(PlanPart { plan: all.id.clone(), step: 0 }), ..entry("another", 9) },
    ];
    note(&program, &steps(&entries));
    note(&program, &[Record::Plan(all.clone())]);
    let recalled = program.recall(&place());
    assert_eq!((recalled.plans, recalled.troubles), (vec![all], vec![]));
    assert_eq!(recalled.entries.into_iter().rev().collect::<Vec<_>>(), entries);
}

#[test]
fn the_names_in_a_plan_are_cleaned() {
    let home = Home::new();
    let program = home.start();
    let hostile = |what: &str| EntryId(format!("{what}\u{1b}[2J"));
    let all = PlanEntry { id: hostile("plan"), undoes: Some(hostile("undoes")), ..plan(&["a\u{1b}[2Jb"], 0) };
    note(&program, &[Record::Plan(all.clone()), step(&part(&all, 0))]);
    let PlaceRecords { plans, entries, .. } = program.recall(&place());
    assert_eq!(
        (plans[0].id.0.as_str(), plans[0].undoes.clone().unwrap().0.as_str()),
        ("plan\u{fffd}", "undoes\u{fffd}")
    );
    assert_eq!(plans[0].subjects().collect::<Vec<_>>(), [subject("a\u{fffd}b")]);
    assert_eq!(entries[0].part_of.as_ref().unwrap().plan, plans[0].id);
}

/// An image as large as the service's own limits let it be, of letters that take so many bytes.
fn largest(name: &str, letter: &str) -> Image {
    let arn = format!("arn:aws:sagemaker:us-east-1:123456789012:image/{name}");
    Image {
        arn: Some(arn.as_str().into()),
        display_name: Some(letter.repeat(128).as_str().into()),
        description: Some(letter.repeat(512).as_str().into()),
        role: Some(RoleArn::received(&format!("arn:aws:iam::123456789012:role/{}", "r".repeat(2000)))),
        created: Some(moment(0)),
        modified: Some(moment(1)),
        ..Image::named(ImageName::received(name))
    }
}

fn plan_of_largest(letter: &str) -> PlanEntry {
    let image = |number: usize| largest(&format!("{number:03}{}", "n".repeat(60)), letter);
    let steps =
        (0..Subject::MOST_IMAGES).map(|number| (image(number).into(), image(number).into())).collect();
    PlanEntry { steps, ..plan(&[], 0) }
}

#[test]
fn a_plan_of_as_many_images_as_there_can_be_with_the_longest_fields_fits() {
    for letter in ["d", "é", "画"] {
        let home = Home::new();
        let program = home.start();
        let all = plan_of_largest(letter);
        assert_eq!(all.steps.len(), 100);
        note(&program, &[Record::Plan(all.clone())]);
        assert_eq!(program.recall(&place()).plans, [all], "{letter}");
    }
}

#[test]
fn a_plan_that_no_reader_would_take_is_refused_and_says_what_to_do() {
    let home = Home::new();
    let program = home.start();
    let mut all = plan_of_largest("画");
    for (before, after) in &mut all.steps {
        before.set(&DESCRIPTION, Some(&"d".repeat(5000)));
        after.set(&DESCRIPTION, Some(&"d".repeat(5000)));
    }
    let said = program.note(&Record::Plan(all)).unwrap_err().to_string();
    let words = "The change to 100 images is too large for the journal";
    assert!(said.contains(words) && said.ends_with("change fewer at once."), "{said}");
    assert!(!home.journal().exists());
}
