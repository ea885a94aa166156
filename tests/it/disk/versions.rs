//! What earlier versions wrote is read for ever; what a later one wrote is left as it is.

use std::fs;

use sagescope::config::{Config, ProfileSettings};
use sagescope::domain::{Colour, Column, CommandHistory, ListShare, PlaceKey, Recent, Sort};
use sagescope::edit::Verdict;

use super::*;

/// The files of a version, as it wrote them. They are never changed.
pub fn fixtures(version: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/disk").join(version)
}

/// A computer on which that version ran before.
pub fn left_by(version: &str) -> Home {
    let home = Home::new();
    let from = fixtures(version);
    for path in below(&from) {
        let to = home.state().join(&path);
        if from.join(&path).is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(from.join(&path), to).unwrap();
        }
    }
    let settings = home.state().join("config.toml");
    if settings.exists() {
        fs::create_dir_all(home.folders().config).unwrap();
        fs::rename(settings, home.folders().config.join("config.toml")).unwrap();
    }
    home
}

fn elsewhere() -> PlaceKey {
    PlaceKey { account: "123456789012@127.0.0.1:4566".into(), region: "eu-central-1".into() }
}

/// By the subject, without the session: what stands in the draft files of `folder`.
fn draft_files(folder: &Path) -> Vec<(String, String)> {
    let of = |file: &String| {
        let (image, _) = file.split_once('~').unwrap();
        (image.to_owned(), fs::read_to_string(folder.join(file)).unwrap())
    };
    below(folder).iter().map(of).collect()
}

/// The drafts that a version left, read and kept again: each file holds the very same then.
pub fn drafts_kept_again(version: &str) -> Vec<Draft> {
    let before = draft_files(&fixtures(version).join("drafts/123456789012/us-east-1"));
    let home = left_by(version);
    let program = home.start();
    let drafts = found(&program);
    for draft in &drafts {
        program.keep(draft).unwrap();
    }
    assert_eq!(draft_files(&home.drafts()), before);
    drafts
}

/// Records that were read of the journal are noted again: what is added is the last line of each, as it
/// stands in the file.
pub fn are_written_again(home: &Home, program: &Disk, records: &[Record]) {
    let before = fs::read_to_string(home.journal()).unwrap();
    program.note_all(records).unwrap();
    let after = fs::read_to_string(home.journal()).unwrap();
    let last_of = |record: &Record| {
        let its = format!("\"id\":\"{}\",\"at\":", record.id().0);
        before.lines().rfind(|line| line.contains(&its)).unwrap()
    };
    let added: Vec<_> = after.strip_prefix(&before).unwrap().lines().collect();
    assert_eq!(added, records.iter().map(last_of).collect::<Vec<_>>());
}

/// What was read is kept again: with every word, and still as version 1 has it.
#[test]
fn drafts_of_version_1_are_read_and_written_with_every_word() {
    let drafts = drafts_kept_again("v1");
    let [typed, unread] = &drafts[..] else { panic!("{drafts:?}") };
    assert_eq!(typed.subject, subject("geospatial"));
    assert_eq!(typed.wanted.typed[&DISPLAY_NAME], "Geospatial 1.1");
    assert_eq!(typed.wanted.typed[&DESCRIPTION], "  typed, right or wrong ");
    assert_eq!(typed.wanted.typed[&ROLE], "arn:aws:iam::12");
    assert_eq!(typed.stashed[&DISPLAY_NAME], ["the first words behind", "the second"]);
    assert_eq!(typed.stashed[&ROLE], ["arn:aws:iam::99"]);
    let Some(Snapshot::Image(base)) = &typed.base else { panic!("{typed:?}") };
    assert_eq!(base.description, Some("GDAL, rasterio and \"friends\" – größer".into()));
    assert_eq!(base.failure_reason, Some("The role can't be assumed.".into()));
    assert_eq!(unread.subject, subject("never-read"));
    assert_eq!(unread.base, None);
    assert_eq!(unread.wanted.typed[&DESCRIPTION], "typed before the image was read");
}

#[test]
fn lines_of_version_1_are_read_and_written_with_every_word() {
    let home = left_by("v1");
    let program = home.start();
    let recalled = program.recall(&place());
    assert_eq!(recalled.troubles, []);
    let mut entries = recalled.entries;
    entries.reverse();
    let reason: Text = "The role can't be assumed.".into();
    let verdicts: Vec<_> = entries.iter().map(|entry| entry.verdict.clone()).collect();
    assert_eq!(
        verdicts,
        [
            None,
            Some(Verdict::Verified),
            Some(Verdict::Failed(Some(reason))),
            Some(Verdict::Failed(None)),
            Some(Verdict::Differs),
            Some(Verdict::NotApplied),
            Some(Verdict::Refused("1 validation error detected".into())),
            Some(Verdict::Gone),
            Some(Verdict::Unknowable),
        ]
    );
    assert_eq!(entries[1].undoes.as_ref(), Some(&entries[0].id));
    assert_eq!(entries[0].profile, Some("research".into()));
    assert_eq!(entries[8].after.value(&DESCRIPTION), Some("words 8"));
    let there = program.recall(&elsewhere());
    assert_eq!((there.entries.len(), there.troubles), (1, Vec::new()));
    entries.extend(there.entries);
    are_written_again(&home, &program, &steps(&entries));
}

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

/// A draft of another version is left where it is, or set aside where it is no later one's: either is said,
/// and the file holds what it held.
#[track_caller]
pub fn is_told_and_stays(path: &Path, raw: &str, is_newer: bool, said: &str) {
    let (words, stays) = if is_newer {
        ("newer sagescope", path.to_owned())
    } else {
        ("damaged draft", PathBuf::from(format!("{}.damaged", path.display())))
    };
    assert!(said.contains(words) && said.contains(stays.to_str().unwrap()), "{raw}\n{said}");
    assert_eq!(fs::read_to_string(stays).unwrap(), raw);
}

/// Versions that none of ours wrote, as they would stand in JSON; whether they are later ones.
pub const VERSIONS: [(&str, bool); 9] = [
    ("\"version\":4,", true),
    ("\"version\":18446744073709551615,", true),
    ("\"version\":\"x\",", false),
    ("\"version\":0,", false),
    ("\"version\":-1,", false),
    ("\"version\":1.5,", false),
    ("\"version\":1e400,", false),
    ("\"version\":null,", false),
    ("", false),
];

#[test]
fn of_no_other_version_is_a_draft_lost() {
    let fixtures = fixtures("v1").join("drafts/123456789012/us-east-1");
    let file = below(&fixtures).into_iter().find(|file| file.starts_with("geospatial~")).unwrap();
    for (version, is_newer) in VERSIONS {
        let home = left_by("v1");
        let path = home.drafts().join(&file);
        let raw = fs::read_to_string(&path).unwrap().replace("\"version\":1,", version);
        fs::write(&path, &raw).unwrap();
        let program = home.start();
        let recalled = program.recall(&place());
        assert_eq!(recalled.drafts.len(), 1, "{version}");
        let said = recalled.troubles.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        // What is typed now does not touch it.
        program.keep(&draft("geospatial", 1, "typed now")).unwrap();
        program.forget(&place(), &subject("geospatial")).unwrap();
        is_told_and_stays(&path, &raw, is_newer, &said);
    }
}

#[test]
fn lines_of_other_versions_are_passed_over_and_counted() {
    let home = left_by("v1");
    let whole = fs::read_to_string(home.journal()).unwrap();
    let first = whole.lines().next().unwrap();
    let others = VERSIONS.map(|(version, _)| first.replace("\"version\":1,", version) + "\n").concat();
    fs::write(home.journal(), others.clone() + &whole).unwrap();
    let program = home.start();
    let said = trouble(&program);
    assert!(said.contains("7 lines are damaged, the first is line 3"), "{said}");
    assert!(said.contains("2 lines are from a newer sagescope, the first is line 1"), "{said}");
    let entries = program.recall(&place()).entries;
    assert_eq!(entries.len(), 9);
    program.note_all(&steps(&entries)).unwrap();
    assert!(fs::read_to_string(home.journal()).unwrap().starts_with(&(others + &whole)));
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
