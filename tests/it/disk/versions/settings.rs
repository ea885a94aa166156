//! Settings, recent places, sort orders and commands that other versions left.

use std::fs;

use sagescope::config::{Config, ProfileSettings};
use sagescope::domain::{Colour, Column, CommandHistory, ListShare, PlaceKey, Recent, Sort};

use crate::disk::*;

use super::{VERSIONS, fixtures, left_by};

#[test]
fn recent_places_and_settings_of_version_1_are_read() {
    let home = left_by("v1");
    let program = home.start();
    let profiles = vec!["research".into(), "default".into()];
    let recent = Recent { profiles, regions: vec!["us-east-1".into(), "eu-central-1".into()] };
    assert_eq!(program.recent(), Ok(recent.clone()));
    let before = fs::read(home.state().join("recent.json")).unwrap();
    program.remember(&recent).unwrap();
    assert_eq!(fs::read(home.state().join("recent.json")).unwrap(), before);
    let before = fs::read(home.state().join("divider.json")).unwrap();
    assert_eq!(program.divider(), Some(ListShare::in_thousandths(417)));
    program.keep_divider(Some(ListShare::in_thousandths(417))).unwrap();
    assert_eq!(fs::read(home.state().join("divider.json")).unwrap(), before);
    let one = |read_only, word: Option<&str>, colour| ProfileSettings {
        read_only,
        word: word.map(Into::into),
        colour,
    };
    assert_eq!(
        Config::read(&home.folders().config.join("config.toml")).profiles,
        [
            ("default".to_owned(), one(false, None, Some(Colour::Green))),
            ("production".to_owned(), one(true, Some("PROD"), Some(Colour::Red))),
            ("with space".to_owned(), one(false, Some("größer"), None)),
        ]
        .into()
    );
}

#[test]
fn sort_orders_of_version_1_are_read_and_one_of_a_newer_version_is_left() {
    let place = |region: &str| PlaceKey { account: "123456789012".into(), region: region.into() };
    let most_used = Sort { column: Column::UsedBy, reversed: true };
    for (version, is_newer) in VERSIONS {
        let home = left_by("v1");
        let path = home.state().join("sorts.json");
        let program = home.start();
        let sorts = program.sorts().unwrap();
        assert_eq!(sorts.of(&place("us-east-1")), Some(most_used));
        let by_display_name = Sort { column: Column::DisplayName, reversed: false };
        assert_eq!(sorts.of(&place("eu-west-1")), Some(by_display_name));
        let before = fs::read_to_string(&path).unwrap();
        program.remember_sort(&place("us-east-1"), most_used).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), before);
        let raw = before.replace("\"version\":1,", version);
        fs::write(&path, &raw).unwrap();
        program.remember_sort(&place("eu-west-1"), Sort::default()).unwrap();
        if is_newer {
            let said = program.sorts().unwrap_err().to_string();
            assert!(said.contains("newer sagescope") && said.contains(path.to_str().unwrap()), "{said}");
            assert_eq!(fs::read_to_string(&path).unwrap(), raw);
        } else {
            assert_eq!(program.sorts().unwrap().0, [(place("eu-west-1"), Sort::default())], "{version}");
        }
    }
}

#[test]
fn programs_side_by_side_keep_the_orders_of_each_other() {
    let home = left_by("v1");
    let place = |region: &str| PlaceKey { account: "123456789012".into(), region: region.into() };
    let [one, other] = [home.start(), home.start()];
    one.remember_sort(&place("one"), Sort::default()).unwrap();
    other.remember_sort(&place("other"), Sort::default().reverse()).unwrap();
    let sorts = one.sorts().unwrap();
    assert_eq!(sorts.of(&place("one")), Some(Sort::default()));
    assert_eq!(sorts.of(&place("other")), Some(Sort::default().reverse()));
    assert_eq!(sorts.0.len(), 4);
}

#[test]
fn recent_places_of_a_newer_version_are_left_and_named() {
    for (version, is_newer) in VERSIONS {
        let home = left_by("v1");
        let path = home.state().join("recent.json");
        let raw = fs::read_to_string(&path).unwrap().replace("\"version\":1,", version);
        fs::write(&path, &raw).unwrap();
        let program = home.start();
        let read = program.recent();
        program.remember(&Recent { profiles: vec!["now".into()], regions: Vec::new() }).unwrap();
        let after = fs::read_to_string(&path).unwrap();
        if is_newer {
            let said = read.unwrap_err().to_string();
            assert!(said.contains("newer sagescope") && said.contains(path.to_str().unwrap()), "{said}");
            assert_eq!(after, raw);
        } else {
            // It is a convenience: what can't be read begins anew.
            assert_eq!(read, Ok(Recent::default()), "{version}");
            assert_eq!(program.recent().unwrap().profiles, ["now".into()]);
        }
    }
}

#[test]
fn settings_of_another_version_let_nothing_be_written() {
    let path = |home: &Home| home.folders().config.join("config.toml");
    let v1 = fs::read_to_string(fixtures("v1").join("config.toml")).unwrap();
    for (version, says) in [
        ("", None),
        ("version = 1", None),
        ("version = 3", Some("newer sagescope")),
        ("version = \"x\"", Some("“version” must be a number")),
        ("version = 0", Some("“version” must be a number")),
        ("version = -1", Some("“version” must be a number")),
        ("version = 1.5", Some("“version” must be a number")),
        ("version = 1e400", Some("line 2")),
        ("version = inf", Some("“version” must be a number")),
        ("version = 99999999999999999999", Some("line 2")),
        ("version =", Some("line 2")),
        ("version = 3\nwhat = [\"is new\"]", Some("newer sagescope")),
        ("what = [\"is new\"]", Some("no setting “what”")),
    ] {
        let home = left_by("v1");
        fs::write(path(&home), format!("# first line\n{version}\n{v1}")).unwrap();
        let config = Config::read(&path(&home));
        match (config.complaint(&path(&home), config.hides_what_may_be_written), says) {
            (None, None) => assert!(config.read_only_profiles().contains("production")),
            (Some(said), Some(says)) => {
                assert!(said.contains(says) && said.contains("line 2"), "{version}: {said}");
                assert!(said.contains("config.toml") && said.contains("read-only"), "{version}: {said}");
                // What tells the accounts apart is shown all the same.
                let is_toml = toml_is_read(&path(&home));
                assert_eq!(config.marks().contains_key("production"), is_toml, "{version}");
            }
            (said, _) => panic!("{version}: {said:?}"),
        }
    }
}

fn toml_is_read(path: &Path) -> bool {
    toml::de::DeTable::parse(&fs::read_to_string(path).unwrap()).is_ok()
}

#[test]
fn commands_of_version_1_are_read_and_those_of_a_newer_version_are_left() {
    let at = "2026-11-21T12:00:00Z".parse().unwrap();
    for (version, is_newer) in VERSIONS {
        let home = left_by("v1");
        let path = home.state().join("palette.json");
        let program = home.start();
        let history = program.command_history().unwrap();
        let uses: Vec<_> = history.uses.iter().map(|used| (used.name.as_str(), used.count)).collect();
        assert_eq!(uses, [("edit", 7), ("region:", 2)]);
        assert_eq!(
            history.lines,
            ["edit".into(), "region eu-west-1".into(), "filter status:failed \"torch 2\"".into()]
        );
        let before = fs::read_to_string(&path).unwrap();
        let raw = before.replace("\"version\":1,", version);
        fs::write(&path, &raw).unwrap();
        program.note_command(&"refresh".into(), &"refresh".into(), at).unwrap();
        if is_newer {
            let said = program.command_history().unwrap_err().to_string();
            assert!(said.contains("newer sagescope") && said.contains(path.to_str().unwrap()), "{said}");
            assert_eq!(fs::read_to_string(&path).unwrap(), raw);
        } else {
            assert_eq!(program.command_history().unwrap().lines, ["refresh".into()], "{version}");
        }
    }
}

#[test]
fn programs_side_by_side_keep_the_commands_of_each_other_and_what_is_kept_is_bounded() {
    let home = left_by("v1");
    let at = "2026-11-21T12:00:00Z".parse().unwrap();
    let [one, other] = [home.start(), home.start()];
    one.note_command(&"edit".into(), &"edit".into(), at).unwrap();
    other.note_command(&"edit".into(), &"\u{1b}[31medit\u{202e}".into(), at).unwrap();
    let history = one.command_history().unwrap();
    assert_eq!((history.uses[0].count, history.uses.len()), (9, 2));
    assert!(!history.lines[0].as_str().contains(['\u{1b}', '\u{202e}']), "{:?}", history.lines[0]);
    for number in 0..CommandHistory::MOST_LINES + 20 {
        let line = format!("filter {number}");
        one.note_command(&"filter:".into(), &line.as_str().into(), at).unwrap();
    }
    assert_eq!(one.command_history().unwrap().lines.len(), CommandHistory::MOST_LINES);
    let mode = fs::metadata(home.state().join("palette.json")).unwrap().permissions();
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777, 0o600);
}
