//! What a person is told of the shared files in each kind of home: `tests/fixtures/aws/`.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::config::{assert_says, told};

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

/// The homes in which nothing is wrong, and lines that have to be told of them.
const GOOD: [(&str, &[&str]); 12] = [
    ("sso", &["profile dev | eu-west-1 | SSO | 123456789012 | -", "sessions [\"company\"]"]),
    ("sso-legacy", &["profile dev | eu-west-1 | SSO | 123456789012 | -"]),
    (
        "role",
        &[
            "profile default | eu-west-1 | static keys | - | -",
            "profile admin | - | assume-role | 210987654321 | -",
        ],
    ),
    (
        "role-chain",
        &["profile outer | us-west-2 | assume-role | 111111111111 | -", "profile base | - | SSO |"],
    ),
    (
        "indented-throughout",
        &[
            "profile default | eu-west-1 | no keys here | - | -",
            "profile role | eu-west-2 | assume-role | 210987654321 | -",
            "profile dev | - | SSO | 123456789012 | -",
            "sessions [\"company\"]",
        ],
    ),
    (
        "names",
        &[
            "profile default | us-east-2 |",
            "profile My Team | eu-west-1 | assume-role | 210987654321 | -",
            "profile my keys | - | static keys | - | -",
            "profile équipe (a),~{b}#&=![c] | eu-west-2 |",
            "profile dev | eu-west-1 | SSO | 123456789012 | -",
            "sessions [\"FOO BAR\"]",
        ],
    ),
    ("self-reference", &["profile me | - | assume-role | 111111111111 | -"]),
    ("process", &["profile tool | eu-west-1 | process | 123456789012 | -"]),
    ("console", &["profile me | eu-west-1 | aws login | 123456789012 | -"]),
    ("crlf-bom", &["profile default | eu-west-1 |", "regions [\"eu-west-1\", \"us-west-2\"]"]),
    ("unknown-keys", &["profile default | eu-west-1 | no keys here | - | -"]),
    (
        "empty",
        &["file ~/.aws/config: Holds { profiles: 0, sso_sessions: 0 }", "file ~/.aws/credentials: Missing"],
    ),
];

/// The homes with faults: how many, and lines that have to be told of them.
const FAULTY: [(&str, usize, &[&str]); 15] = [
    (
        "sso-both",
        1,
        &[
            "profile same | - | SSO | 123456789012 | -",
            "| ~/.aws/config, line 11: sso_start_url of the profile \"other\" differs",
        ],
    ),
    (
        "sso-incomplete",
        4,
        &[
            "line 1: the profile \"no-url\" has no sso_start_url",
            "has an sso_account_id but no sso_role_name",
            "has an sso_role_name but no sso_account_id",
            "Add both",
        ],
    ),
    (
        "missing-sso-session",
        1,
        &["line 2: the profile \"dev\" names the SSO session \"compani\", and there is none"],
    ),
    (
        "role-broken",
        5,
        &[
            "line 3: the profile \"lost\" takes its keys from \"nobody\"",
            "\"bare\" has a role_arn but nothing",
            "\"both\" has both",
            "is \"Ec2\"",
            "\"keyless\" (source_profile), which has none",
            "profile keyless | eu-west-1 | no keys here | - | -",
        ],
    ),
    (
        "cycle",
        1,
        &[
            "profile b | - | assume-role | 222222222222 | ~/.aws/config, line 3: profiles take their keys from each other: a → b → a.",
        ],
    ),
    (
        "static",
        2,
        &[
            "profile default | eu-west-1 | static keys | - | -",
            "~/.aws/credentials, line 7: the profile \"half\" has an aws_access_key_id but no",
            "line 10: the profile \"other-half\"",
        ],
    ),
    (
        "web-identity",
        1,
        &[
            "profile pod | - | web identity | 333333333333 | -",
            "\"no-role\" has a web_identity_token_file but no role_arn",
        ],
    ),
    (
        "bad-line",
        4,
        &[
            "profile good | eu-west-1 | static keys | - | -",
            "profile also-good | us-west-2 |",
            "profile bad | - | no keys here | - | ~/.aws/config, line 5, in the profile \"bad\": a setting is written",
            "profile unclosed | eu-west-1 | no keys here | - | ~/.aws/config, line 7: the heading",
            "~/.aws/credentials, line 7, in the profile \"bad-keys\": a setting is written",
            "profile one-line | - | no keys here | - | -",
            "~/.aws/credentials, line 9: what follows the ] is ignored",
        ],
    ),
    (
        "bad-encoding",
        1,
        &[
            "profile good | eu-west-1 | no keys here | - | -",
            "line 6, in the profile \"bad\": this line is not UTF-8. Save the file as UTF-8.",
        ],
    ),
    (
        "utf-16",
        1,
        &[
            "profile keys | us-west-2 | static keys | - | -",
            "trouble ~/.aws/config is UTF-16, not UTF-8, so nothing of it is used. Save it as UTF-8.",
        ],
    ),
    ("indented", 1, &["profile dev | eu-west-1 | static keys | - | ~/.aws/credentials, line 4"]),
    (
        "headings",
        4,
        &[
            "line 1: this line stands before any section",
            "line 3: [research] is ignored in this file. Write [profile research].",
            "profile quoted | eu-west-2 | no keys here | - | -",
            "line 9: [profile two words] is ignored: a name with blanks stands in quotes. Write [profile \"two words\"].",
            "profile default | us-east-2 |",
            "profile profile keys | - | static keys | - | -",
            "~/.aws/credentials, line 1: in this file [profile keys] is the profile \"profile keys\". Write [keys]",
        ],
    ),
    (
        "bad-region",
        2,
        &[
            "line 2: the region \"Moon Base\" of the profile \"moon\" can't be one",
            "profile list | eu-west-1 |",
            "line 6, in the profile \"list\": this line is indented and so belongs",
        ],
    ),
    (
        "halves",
        4,
        &[
            "has an aws_access_key_id here and its aws_secret_access_key in another file (~/.aws/credentials, line 2)",
            "line 8, in the profile \"twice\": region has another value in line 5. Remove one of the two.",
            "line 11: the profile \"portal\" has SSO settings but no sso_account_id and no sso_role_name",
            "profile portal-and-process | - | process | - | -",
            "line 22, in the services \"local\"",
        ],
    ),
    (
        "services",
        1,
        &[
            "profile own | eu-west-1 | no keys here | - | -",
            "line 7: the profile \"lost\" names the services section \"theirs\", and there is none",
        ],
    ),
];

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
