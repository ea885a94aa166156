//! Drafts that can't be read or written.

use std::fs;

use super::*;

/// Replaces the one draft of a program that is gone.
fn spoil(home: &Home, raw: &[u8]) -> PathBuf {
    home.start().keep(&draft("subject", 1, "words")).unwrap();
    let file = only_file(&home.drafts());
    fs::write(&file, raw).unwrap();
    file
}

fn good_draft_as_json() -> String {
    let home = Home::new();
    home.start().keep(&draft("subject", 1, "words")).unwrap();
    fs::read_to_string(only_file(&home.drafts())).unwrap()
}

#[test]
fn a_damaged_draft_is_set_aside_and_named() {
    let good = good_draft_as_json();
    let half = &good[..good.len() / 2];
    let other_image = good.replace("\"image\":\"subject\"", "\"image\":\"another\"");
    let other_place = good.replace("us-east-1", "eu-west-1");
    for raw in [
        "",
        half,
        "{}",
        "[1]",
        "null",
        "{\"version\":1}",
        "{\"version\":0}",
        "{\"version\":2}",
        "{\"version\":2,\"words\":[\"of another shape\"]}",
        "{\"version\":3}",
        "{\"version\":3,\"words\":[\"of another shape\"]}",
        "\u{0}\u{0}",
        &other_image,
        &other_place,
    ] {
        let home = Home::new();
        let file = spoil(&home, raw.as_bytes());
        let program = home.start();
        let said = trouble(&program);
        let aside = only_file(&home.drafts());
        assert_eq!(aside.to_str().unwrap(), format!("{}.damaged", file.display()));
        assert!(said.contains(aside.to_str().unwrap()), "{said}");
        assert_eq!(fs::read(&aside).unwrap(), raw.as_bytes());
        assert_eq!(found(&program), []);
        assert!(aside.exists());
    }
}

#[test]
fn a_draft_set_aside_is_never_overwritten() {
    let home = Home::new();
    let file = spoil(&home, b"new");
    let aside = |ending: &str| PathBuf::from(format!("{}{ending}", file.display()));
    fs::write(aside(".damaged"), "old").unwrap();
    fs::write(aside(".damaged.2"), "older").unwrap();
    assert!(trouble(&home.start()).contains(".damaged.3"));
    for (ending, words) in [(".damaged", "old"), (".damaged.2", "older"), (".damaged.3", "new")] {
        assert_eq!(fs::read_to_string(aside(ending)).unwrap(), words);
    }
}

#[test]
fn a_newer_draft_is_left_as_it_is() {
    let home = Home::new();
    let newer = br#"{"version":4,"words":["of another shape"]}"#;
    let file = spoil(&home, newer);
    for _ in 0..2 {
        let said = trouble(&home.start());
        assert!(said.contains("newer sagescope") && said.contains(file.to_str().unwrap()), "{said}");
        assert_eq!(fs::read(&file).unwrap(), newer);
    }
}

#[test]
fn beside_a_bad_draft_the_good_ones_are_found() {
    let home = Home::new();
    home.start().keep(&draft("good", 1, "words")).unwrap();
    home.start().keep(&draft("subject", 1, "older")).unwrap();
    let damaged = home.drafts().join("subject~0damaged.json");
    fs::write(&damaged, "no draft").unwrap();
    fs::create_dir(home.drafts().join("folder~1.json")).unwrap();
    let recalled = home.start().recall(&place());
    assert_eq!(recalled.drafts, [draft("good", 1, "words"), draft("subject", 1, "older")]);
    let said = recalled.troubles.iter().map(ToString::to_string).collect::<String>();
    assert_eq!(recalled.troubles.len(), 2, "{said}");
    assert!(said.contains("folder~1.json") && said.contains("subject~0damaged.json.damaged"), "{said}");
}

#[test]
fn what_a_file_holds_is_cleaned() {
    let home = Home::new();
    let hostile = good_draft_as_json()
        .replace("words", "wo\\u001b[31mrds\\r\\nnext")
        .replace("Before", "Be\\u202efore")
        .replace("{\"version\":1,", "{\"version\":1,\"unknown\":[],");
    spoil(&home, hostile.as_bytes());
    let drafts = found(&home.start());
    assert_eq!(drafts[0].wanted.typed[&DESCRIPTION], "wo\u{fffd}rds next");
    assert_eq!(drafts[0].base.as_ref().unwrap().value(&DISPLAY_NAME), Some("Be\u{fffd}fore"));
}

#[test]
fn a_file_in_place_of_a_folder_is_named_and_left() {
    let home = Home::new();
    let program = home.start();
    fs::write(home.state().join("drafts"), "in the way").unwrap();
    let kept = program.keep(&draft("subject", 1, "words")).unwrap_err().to_string();
    for said in [kept, trouble(&program)] {
        assert!(said.contains("sagescope/drafts/"), "{said}");
        assert!(said.contains("there is a file where a folder should be"), "{said}");
    }
    let home = Home::new();
    fs::write(home.0.path().join("state"), "in the way").unwrap();
    let said = Disk::open(home.folders()).unwrap_err().to_string();
    assert!(said.contains("state/sagescope") && said.contains("there is a file"), "{said}");
}

#[test]
fn a_folder_without_permission_is_named_and_the_program_goes_on() {
    if rustix::process::geteuid().is_root() {
        return;
    }
    let home = Home::new();
    let program = home.start();
    program.keep(&draft("subject", 1, "words")).unwrap();
    fs::set_permissions(home.drafts(), fs::Permissions::from_mode(0o500)).unwrap();
    let said = program.forget(&place(), &subject("subject")).unwrap_err().to_string();
    assert!(said.contains("permission denied"), "{said}");
    drop(program);
    let recalled = home.start().recall(&place());
    assert_eq!(recalled.drafts, [draft("subject", 1, "words")]);
    assert!(recalled.troubles[0].to_string().contains("take over"), "{:?}", recalled.troubles);
}
