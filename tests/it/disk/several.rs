//! Drafts of several images: all holds for them that holds for those of one.

use std::collections::BTreeSet;
use std::fs;

use sagescope::edit::FieldKey;

use super::*;

fn several(second: i64, text: &str) -> Draft {
    draft_of_several(&["alpha", "beta", "gamma"], second, text)
}

fn words(draft: &Draft) -> &str {
    &draft.wanted.typed[&DESCRIPTION]
}

#[test]
fn each_set_of_images_has_a_draft_of_its_own_beside_those_of_its_images() {
    let home = Home::new();
    let program = home.start();
    let kept = [
        draft("alpha", 1, "of one"),
        draft_of_several(&["alpha", "beta"], 1, "of two"),
        draft_of_several(&["alpha", "gamma"], 1, "of other two"),
        several(1, "of three"),
    ];
    for draft in &kept {
        program.keep(&draft_of_several(&["x", "y"], 0, "")).unwrap();
        program.keep(draft).unwrap();
    }
    assert_eq!(below(&home.drafts()).len(), kept.len() + 1);
    // In whatever order they are marked.
    program.forget(&place(), &draft_of_several(&["y", "x"], 0, "").subject).unwrap();
    drop(program);
    let program = home.start();
    assert_eq!(found(&program).iter().map(words).collect::<BTreeSet<_>>(), kept.iter().map(words).collect());
    program.forget(&place(), &kept[2].subject).unwrap();
    assert_eq!(found(&program).iter().map(words).collect::<Vec<_>>(), ["of one", "of two", "of three"]);
}

#[test]
fn a_hundred_images_with_long_names_have_a_file_with_a_short_name() {
    let home = Home::new();
    let names: Vec<_> =
        (0..Subject::MOST_IMAGES).map(|number| format!("{}{number}", "x".repeat(60))).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let kept = draft_of_several(&names, 1, "words");
    home.start().keep(&kept).unwrap();
    assert!(only_file(&home.drafts()).file_name().unwrap().len() < 100);
    assert_eq!(found(&home.start()), [kept]);
}

#[test]
fn the_draft_of_a_living_program_is_left_to_it() {
    let home = Home::new();
    let (one, other) = (home.start(), home.start());
    one.keep(&several(1, "of one")).unwrap();
    assert_eq!(found(&other), []);
    other.keep(&several(2, "of the other")).unwrap();
    assert_eq!((found(&one), found(&other)), (vec![several(1, "of one")], vec![several(2, "of the other")]));
    other.forget(&place(), &several(0, "").subject).unwrap();
    drop(one);
    assert_eq!(found(&other), [several(1, "of one")]);
}

#[test]
fn of_several_left_behind_the_newest_comes_first_and_the_others_after_it() {
    let home = Home::new();
    let programs = [home.start(), home.start(), home.start()];
    for (second, program) in [2, 3, 1].into_iter().zip(&programs) {
        program.keep(&several(second, &format!("words {second}"))).unwrap();
    }
    drop(programs);
    let program = home.start();
    for second in [3, 2, 1] {
        assert_eq!(found(&program), [several(second, &format!("words {second}"))]);
        program.forget(&place(), &several(0, "").subject).unwrap();
    }
    assert_eq!(found(&program), []);
}

#[test]
fn what_was_left_is_not_touched_by_what_is_typed_before_it_is_loaded() {
    let home = Home::new();
    let old = several(1, "left before");
    home.start().keep(&old).unwrap();
    let program = home.start();
    let mut search = program.search(&place());
    program.keep(&several(2, "typed now")).unwrap();
    while program.step(&mut search) {}
    assert_eq!(search.end().drafts, std::slice::from_ref(&old));
    program.forget(&place(), &old.subject).unwrap();
    only_file(&home.drafts());
    program.mark_loaded(&place(), std::slice::from_ref(&old.subject));
    let both = several(3, "both");
    program.keep(&both).unwrap();
    only_file(&home.drafts());
    assert_eq!(found(&program), [both]);
}

/// Replaces the one draft of a program that is gone by what is made of it.
fn spoilt(make: impl Fn(&str) -> String) -> (Home, PathBuf, String) {
    let home = Home::new();
    home.start().keep(&several(1, "words")).unwrap();
    let file = only_file(&home.drafts());
    let good = fs::read_to_string(&file).unwrap();
    let bad = make(&good);
    assert_ne!(bad, good);
    fs::write(&file, &bad).unwrap();
    (home, file, bad)
}

fn is_set_aside_and_named((home, file, bad): (Home, PathBuf, String)) {
    let said = trouble(&home.start());
    let aside = only_file(&home.drafts());
    assert_eq!(aside.to_str().unwrap(), format!("{}.damaged", file.display()));
    assert!(said.contains("damaged draft") && said.contains(aside.to_str().unwrap()), "{said}");
    assert_eq!(fs::read_to_string(&aside).unwrap(), bad);
}

#[test]
fn a_damaged_one_is_set_aside_and_named() {
    is_set_aside_and_named(spoilt(|good| good[..good.len() / 2].into()));
    is_set_aside_and_named(spoilt(|good| good[..good.len() - 1].into()));
    let subject = r#"{"images":["alpha","beta","gamma"]}"#;
    for (from, to) in [
        (subject, r#"{"images":["alpha","beta","delta"]}"#),
        (subject, r#"{"images":["alpha","beta"]}"#),
        (subject, r#"{"images":[]}"#),
        (subject, r#"{"image":"alpha"}"#),
        (subject, r#"{"versions":["alpha","beta","gamma"]}"#),
        (r#"{"name":"gamma""#, r#"{"name":"delta""#),
        ("us-east-1", "eu-west-1"),
    ] {
        is_set_aside_and_named(spoilt(|good| good.replacen(from, to, 1)));
    }
}

/// A field that this sagescope has not got, wherever it stands; more images than it takes at once.
#[test]
fn one_that_no_form_could_take_in_whole_is_a_newer_ones_and_is_left() {
    let preset = r#""presets":[{"subject":{"image":"beta"},"fields":{"owner":null}}],"kept_at""#;
    for (from, to) in [
        (r#""typed":{"#, r#""typed":{"owner":"me","#),
        (r#""kept_at""#, r#""stashed":{"owner":["me"]},"kept_at""#),
        (r#""kept_at""#, preset),
        (r#""version":2,"#, r#""version":4,"#),
    ] {
        let (home, file, bad) = spoilt(|good| good.replacen(from, to, 1));
        for _ in 0..2 {
            let program = home.start();
            let said = trouble(&program);
            assert!(said.contains("newer sagescope") && said.contains(file.to_str().unwrap()), "{said}");
            program.keep(&several(2, "typed now")).unwrap();
            program.forget(&place(), &several(2, "").subject).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), bad);
        }
    }
    let home = Home::new();
    let names: Vec<_> = (0..=Subject::MOST_IMAGES).map(|number| number.to_string()).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    home.start().keep(&draft_of_several(&names, 1, "words")).unwrap();
    let said = trouble(&home.start());
    assert!(said.contains("newer sagescope"), "{said}");
    only_file(&home.drafts());
}

#[test]
fn what_its_fields_were_to_hold_untyped_is_cleaned_too() {
    let home = Home::new();
    let mut kept = several(1, "wo\u{1b}[31mrds");
    let hostile = [(DISPLAY_NAME, Some("be\u{1b}[31mfore".to_owned())), (ROLE, None)];
    kept.wanted.presets.insert(subject("beta"), hostile.into());
    home.start().keep(&kept).unwrap();
    let drafts = found(&home.start());
    assert_eq!(words(&drafts[0]), "wo\u{fffd}rds");
    let preset: Vec<(FieldKey, _)> = drafts[0].wanted.presets[&subject("beta")].clone().into_iter().collect();
    assert_eq!(preset, [(DISPLAY_NAME, Some("be\u{fffd}fore".into())), (ROLE, None)]);
}
