//! The fixtures: homes with shared files, and what has to be told of each.

/// The homes in which nothing is wrong, and lines that have to be told of them.
pub const GOOD: [(&str, &[&str]); 12] = [
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
            "profile default | eu-west-1 | no credentials | - | -",
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
    ("unknown-keys", &["profile default | eu-west-1 | no credentials | - | -"]),
    (
        "empty",
        &["file ~/.aws/config: Holds { profiles: 0, sso_sessions: 0 }", "file ~/.aws/credentials: Missing"],
    ),
];

/// The homes with faults: how many, and lines that have to be told of them.
pub const FAULTY: [(&str, usize, &[&str]); 15] = [
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
            "line 3: the profile \"lost\" gets its credentials from \"nobody\"",
            "\"bare\" has a role_arn but no credentials",
            "\"both\" has both",
            "is \"Ec2\"",
            "\"keyless\" (source_profile), which has none",
            "profile keyless | eu-west-1 | no credentials | - | -",
        ],
    ),
    (
        "cycle",
        1,
        &["profile b | - | assume-role | 222222222222 | ~/.aws/config, line 3: profiles get their \
             credentials from each other: a → b → a."],
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
            "profile bad | - | no credentials | - | ~/.aws/config, line 5, in the profile \"bad\": a \
             setting is written",
            "profile unclosed | eu-west-1 | no credentials | - | ~/.aws/config, line 7: the heading",
            "~/.aws/credentials, line 7, in the profile \"bad-keys\": a setting is written",
            "profile one-line | - | no credentials | - | -",
            "~/.aws/credentials, line 9: what follows the ] is ignored",
        ],
    ),
    (
        "bad-encoding",
        1,
        &[
            "profile good | eu-west-1 | no credentials | - | -",
            "line 6, in the profile \"bad\": this line is not UTF-8. Save the file as UTF-8.",
        ],
    ),
    (
        "utf-16",
        1,
        &[
            "profile keys | us-west-2 | static keys | - | -",
            "trouble ~/.aws/config is UTF-16, not UTF-8, so none of it is used. Save it as UTF-8.",
        ],
    ),
    ("indented", 1, &["profile dev | eu-west-1 | static keys | - | ~/.aws/credentials, line 4"]),
    (
        "headings",
        4,
        &[
            "line 1: this line is before any section",
            "line 3: [research] is ignored in this file. Write [profile research].",
            "profile quoted | eu-west-2 | no credentials | - | -",
            "line 9: [profile two words] is ignored: a name with spaces must be in quotes. Write [profile \
             \"two words\"].",
            "profile default | us-east-2 |",
            "profile profile keys | - | static keys | - | -",
            "~/.aws/credentials, line 1: in this file [profile keys] is the profile \"profile keys\". Write [keys]",
        ],
    ),
    (
        "bad-region",
        2,
        &[
            "line 2: the region \"Moon Base\" of the profile \"moon\" is invalid",
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
            "profile own | eu-west-1 | no credentials | - | -",
            "line 7: the profile \"lost\" names the services section \"theirs\", and there is none",
        ],
    ),
];
