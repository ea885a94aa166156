//! Drafts of one program after the other.

use std::fs;

use sagescope::domain::PlaceKey;

use super::*;

#[test]
fn a_draft_comes_back_whole_in_the_same_program_and_the_next() {
    let home = Home::new();
    let kept = draft("subject", 1, " typed, right or wrong ");
    let program = home.start();
    program.keep(&kept).unwrap();
    assert_eq!(found(&program), std::slice::from_ref(&kept));
    drop(program);
    assert_eq!(found(&home.start()), [kept]);
}

#[test]
fn the_last_that_was_kept_counts_and_nothing_else_is_left() {
    let home = Home::new();
    let program = home.start();
    for (second, length) in (0..5).zip([100, 80, 60, 40, 20]) {
        program.keep(&draft("subject", second, &"x".repeat(length))).unwrap();
    }
    assert_eq!(found(&program), [draft("subject", 4, &"x".repeat(20))]);
    only_file(&home.drafts());
}

#[test]
fn a_draft_that_was_forgotten_is_gone() {
    let home = Home::new();
    let program = home.start();
    program.keep(&draft("subject", 1, "a")).unwrap();
    program.keep(&draft("other", 1, "b")).unwrap();
    program.forget(&place(), &subject("subject")).unwrap();
    program.forget(&place(), &subject("subject")).unwrap();
    program.forget(&PlaceKey { region: "nowhere".into(), ..place() }, &subject("subject")).unwrap();
    assert_eq!(found(&program), [draft("other", 1, "b")]);
}

#[test]
fn a_place_has_its_own_drafts() {
    let home = Home::new();
    let program = home.start();
    let elsewhere = PlaceKey { region: "eu-west-1".into(), ..place() };
    let there = Draft { place: elsewhere.clone(), ..draft("subject", 1, "there") };
    program.keep(&draft("subject", 1, "here")).unwrap();
    program.keep(&there).unwrap();
    assert_eq!(found(&program), [draft("subject", 1, "here")]);
    assert_eq!(program.recall(&elsewhere).drafts, [there]);
}

#[test]
fn names_that_differ_in_case_alone_are_two() {
    let home = Home::new();
    let program = home.start();
    program.keep(&draft("Subject", 1, "a")).unwrap();
    program.keep(&draft("subject", 1, "b")).unwrap();
    let files = below(&home.drafts()).iter().map(|file| file.to_lowercase()).collect::<Vec<_>>();
    assert_ne!(files[0], files[1]);
    assert_eq!(found(&program).len(), 2);
}

#[test]
fn hostile_names_stay_in_the_folder_and_come_back() {
    let long = "x".repeat(300);
    let names = ["../../x", "..", ".", "", "a/b", "/etc/passwd", "a~b.json", "nul\0", ".hidden", "é", &long];
    for raw in names {
        let home = Home::new();
        let hostile = PlaceKey { account: raw.into(), region: raw.into() };
        let kept = Draft { place: hostile.clone(), ..draft(raw, 1, "words") };
        let program = home.start();
        program.keep(&kept).unwrap();
        drop(program);
        let program = home.start();
        let lock = only_file(&home.state().join("sessions"));
        assert_eq!(program.recall(&hostile).drafts, [kept], "{raw:?}");
        let files = below(home.0.path());
        let is_draft = |file: &&String| {
            let path = home.0.path().join(file);
            path.is_file() && path != lock
        };
        let drafts: Vec<_> = files.iter().filter(is_draft).collect();
        assert_eq!(drafts.len(), 1, "{raw:?}: {files:?}");
        assert!(drafts[0].starts_with("state/sagescope/drafts/"), "{raw:?}: {files:?}");
        assert_eq!(drafts[0].split('/').count(), 6, "{raw:?}: {files:?}");
        program.forget(&hostile, &subject(raw)).unwrap();
        assert_eq!(program.recall(&hostile).drafts, [], "{raw:?}");
    }
}

#[test]
fn what_others_may_read_is_closed_to_them() {
    let home = Home::new();
    fs::create_dir_all(home.state()).unwrap();
    fs::set_permissions(home.state(), fs::Permissions::from_mode(0o755)).unwrap();
    home.start();
    assert_eq!(mode(&home.state()), 0o700);
}

#[test]
fn the_file_says_which_version_it_is_and_has_plain_names() {
    let home = Home::new();
    let program = home.start();
    program.keep(&draft("subject", 1, "words")).unwrap();
    let file = only_file(&home.drafts());
    let json: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    assert_eq!(json["version"], 1);
    assert_eq!(json["typed"]["description"], "words");
    assert!(file.file_stem().unwrap().to_str().unwrap().starts_with("subject~"), "{}", file.display());
    assert_eq!(file.extension().unwrap(), "json");
}
