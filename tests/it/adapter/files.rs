//! What a person is told of the shared files in each kind of home: `tests/fixtures/aws/`.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::child::{assert_says, told};
use super::fixtures::{FAULTY, GOOD};

/// The secret key of all fixtures, and what is known of it in none of their answers.
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/aws")
}

/// A home folder whose `.aws` is the fixture `name`.
fn home(name: &str) -> TempDir {
    let home = TempDir::new().unwrap();
    fs::create_dir(home.path().join(".aws")).unwrap();
    for file in fs::read_dir(fixtures().join(name)).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), home.path().join(".aws").join(file.file_name())).unwrap();
    }
    home
}

fn heard(name: &str, variables: &[(&str, &str)], ask: &str) -> Vec<String> {
    let lines = told(home(name).path(), variables, ask);
    let all = lines.join("\n");
    assert!(!all.contains(SECRET) && !all.contains("AKIA"), "{name}: {all}");
    lines
}

#[test]
fn a_home_without_faults_gives_its_profiles() {
    for (name, says) in GOOD {
        let lines = heard(name, &[], "survey");
        assert_says(&lines, says);
        assert_eq!(troubles(&lines), 0, "{name}: {lines:#?}");
    }
}

#[test]
fn each_fault_is_told_once_and_spoils_no_other_profile() {
    for (name, faults, says) in FAULTY {
        let lines = heard(name, &[], "survey");
        assert_says(&lines, says);
        assert_eq!(troubles(&lines), faults, "{name}: {lines:#?}");
    }
}

#[test]
fn a_name_that_could_harm_the_terminal_is_shown_clean() {
    let lines = heard("hostile", &[], "survey");
    assert_says(&lines, &["profile a\u{fffd}red |", "profile b\u{fffd}gpj |", "Rename it."]);
    assert!(lines.iter().all(|line| !line.contains(['\u{1b}', '\u{202e}'])), "{lines:#?}");
}

#[test]
fn a_profile_that_is_right_works_beside_all_that_is_not() {
    for (name, variables, ask, says) in [
        ("bad-line", &[][..], "exists:good", "Ok(true)"),
        ("bad-line", &[], "exists:nobody", "Ok(false)"),
        ("bad-line", &[], "profile:good locate", r#"Some("good") Some("eu-west-1") None"#),
        (
            "bad-line",
            &[("AWS_PROFILE", "also-good")],
            "locate",
            r#"Some("also-good") Some("us-west-2") None"#,
        ),
        ("bad-encoding", &[], "profile:good locate", r#"Some("good") Some("eu-west-1") None"#),
        ("utf-16", &[], "profile:keys locate", r#"Some("keys") Some("us-west-2") None"#),
        ("crlf-bom", &[], "locate", r#"None Some("eu-west-1") None"#),
        ("unknown-keys", &[], "locate", r#"None Some("eu-west-1") None"#),
        ("headings", &[], "profile:quoted locate", r#"Some("quoted") Some("eu-west-2") None"#),
        ("indented-throughout", &[], "locate", r#"None Some("eu-west-1") Some("http://localhost:2")"#),
        ("names", &[("AWS_PROFILE", "My Team")], "locate", r#"Some("My Team") Some("eu-west-1") None"#),
        (
            "names",
            &[("AWS_PROFILE", "équipe (a),~{b}#&=![c]")],
            "locate",
            r#"Some("équipe (a),~{b}#&=![c]") Some("eu-west-2") None"#,
        ),
        (
            "services",
            &[],
            "profile:own locate",
            r#"Some("own") Some("eu-west-1") Some("http://localhost:2")"#,
        ),
        ("sso-both", &[], "region:eu-west-1 profile:same locate", r#"Some("same") Some("eu-west-1") None"#),
    ] {
        assert_eq!(heard(name, variables, ask), [says], "{name} {ask}");
    }
}

#[test]
fn a_profile_that_is_chosen_fails_with_its_own_fault() {
    for (name, variables, ask, says) in [
        ("bad-line", &[][..], "profile:bad locate", &["BadConfig", "~/.aws/config, line 5"][..]),
        ("bad-line", &[("AWS_PROFILE", "bad-keys")], "locate", &["BadConfig", "~/.aws/credentials, line 7"]),
        ("bad-line", &[], "exists:unclosed", &["BadConfig", "line 7"]),
        ("cycle", &[], "region:eu-west-1 profile:b locate", &["BadConfig", "a → b → a"]),
        ("utf-16", &[], "locate", &["BadConfig", "UTF-16"]),
        ("utf-16", &[], "profile:x locate", &["BadConfig", "no profile", "UTF-16"]),
        (
            "utf-16",
            &[("AWS_ACCESS_KEY_ID", "ASIA"), ("AWS_SECRET_ACCESS_KEY", "S3CRET")],
            "region:eu-west-1 locate",
            &["None Some(\"eu-west-1\") None"],
        ),
        (
            "static",
            &[("AWS_ACCESS_KEY_ID", "ASIA"), ("AWS_SECRET_ACCESS_KEY", " ")],
            "region:eu-west-1 locate",
            &["BadConfig", "AWS_ACCESS_KEY_ID is set and AWS_SECRET_ACCESS_KEY is not"],
        ),
        ("indented", &[], "profile:dev locate", &["BadConfig", "~/.aws/credentials, line 4"]),
        ("headings", &[], "exists:research", &["BadConfig", "Write [profile research]"]),
        ("headings", &[], "profile:research locate", &["BadConfig", "Write [profile research]"]),
        (
            "headings",
            &[("AWS_PROFILE", "two words")],
            "locate",
            &["BadConfig", "Write [profile \\\"two words"],
        ),
        ("headings", &[], "profile:keys locate", &["BadConfig", "Write [keys]"]),
        ("halves", &[], "profile:flat region:eu-west-1 locate", &["BadConfig", "Indent the lines"]),
        ("services", &[], "profile:lost locate", &["BadConfig", "theirs"]),
        ("bad-region", &[], "profile:moon locate", &["BadConfig", "Moon Base"]),
        (
            "bad-region",
            &[],
            "profile:moon region:eu-west-1 locate",
            &["Some(\"moon\") Some(\"eu-west-1\") None"],
        ),
        (
            "empty",
            &[("AWS_CONFIG_FILE", "/no/such/file")],
            "locate",
            &["NoRegion", "/no/such/file does not exist"],
        ),
    ] {
        assert_says(&heard(name, variables, ask), says);
    }
}

#[test]
fn a_file_that_is_not_there_is_told_where_a_variable_names_it() {
    let config = [("AWS_CONFIG_FILE", "/no/such/file")];
    assert_says(
        &heard("empty", &config, "survey"),
        &["trouble /no/such/file does not exist, though AWS_CONFIG_FILE"],
    );
    let folder = [("AWS_SHARED_CREDENTIALS_FILE", "/")];
    assert_says(
        &heard("empty", &folder, "survey"),
        &["trouble / is a folder", "file /: Unreadable(\"is a folder\")"],
    );
    let homeless = [("HOME", "")];
    assert_says(
        &heard("empty", &homeless, "survey"),
        &["trouble HOME is not set, so ~/.aws/config can't be found."],
    );
}

/// The tables above name every fixture.
#[test]
fn no_fixture_is_forgotten() {
    for fixture in fs::read_dir(fixtures()).unwrap() {
        let name = fixture.unwrap().file_name().into_string().unwrap();
        let good = GOOD.iter().any(|(fixture, _)| *fixture == name);
        let faulty = FAULTY.iter().any(|(fixture, ..)| *fixture == name);
        assert!(good || faulty || name == "hostile", "{name}");
    }
}

fn troubles(lines: &[String]) -> usize {
    lines.iter().filter(|line| line.starts_with("trouble ")).count()
}
