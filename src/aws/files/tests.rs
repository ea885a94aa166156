//! What the files together say of their profiles.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;

const SECRET: &str = "wJalrXUtnFEMI";

async fn files(config: &[u8], credentials: &[u8]) -> Files {
    let fs = Fs::from_map(HashMap::from([
        ("/h/.aws/config".to_owned(), config.to_vec()),
        ("/h/.aws/credentials".to_owned(), credentials.to_vec()),
    ]));
    Files::read(&Env::from_slice(&[("HOME", "/h")]), &fs.into()).await
}

const SSO: &str = "sso_account_id = 123456789012\nsso_role_name = r\n";
const SESSION: &str = "[sso-session s]\nsso_region = eu-west-1\nsso_start_url = https://x.invalid/start\n";

#[tokio::test]
async fn each_fault_of_a_profile_is_told() {
    let sso = format!("[profile a]\nsso_session = s\n{SSO}");
    for (config, says) in [
        ("[profile a]\nword\n".to_owned(), &["line 2", "no ="][..]),
        ("[profile a\n".to_owned(), &["line 1", "no ]"]),
        ("[profile \"a\"]\nword\n".to_owned(), &["line 2"]),
        (
            "[profile a]\nrole_arn = r\nsource_profile = b\n".to_owned(),
            &["line 3", "\"b\"", "no such profile"],
        ),
        (
            "[profile a]\nrole_arn = r\nsource_profile = b\n[profile b]\nrole_arn = r\nsource_profile = a\n"
                .to_owned(),
            &["a → b → a"],
        ),
        (
            "[profile a]\nrole_arn = r\nsource_profile = b\n[profile b]\nword\n".to_owned(),
            &["takes its keys from \"b\"", "line 5"],
        ),
        (
            "[profile a]\nrole_arn = r\nsource_profile = b\n[profile b]\n".to_owned(),
            &["line 3", "which has none"],
        ),
        ("[profile a]\nrole_arn = r\nsource_profile = a\n".to_owned(), &["from itself"]),
        ("[profile a]\nrole_arn = r\n".to_owned(), &["line 2", "nothing that gives keys"]),
        (
            "[profile a]\nrole_arn = r\nsource_profile = b\ncredential_source = Environment\n".to_owned(),
            &["Remove one"],
        ),
        (
            "[profile a]\nrole_arn = r\ncredential_source = Ec2\n".to_owned(),
            &["line 3", "\"Ec2\"", "Ec2InstanceMetadata"],
        ),
        ("[profile a]\nweb_identity_token_file = /t\n".to_owned(), &["line 2", "no role_arn"]),
        ("[profile a]\naws_access_key_id = AKIA\n".to_owned(), &["line 2", "no aws_secret_access_key"]),
        (format!("[profile a]\naws_secret_access_key = {SECRET}\n"), &["line 2", "no aws_access_key_id"]),
        ("[profile a]\nregion = Moon Base\n".to_owned(), &["line 2", "\"Moon Base\"", "can't be one"]),
        ("[profile a]\nservices = x\n".to_owned(), &["line 2", "Add [services x]"]),
        ("[profile a]\nservices = x\n[services x]\nword\n".to_owned(), &["line 4", "services \"x\""]),
        (sso.clone(), &["line 2", "[sso-session s]"]),
        (format!("{sso}[sso-session s]\nsso_region = x\n"), &["line 5", "no sso_start_url"]),
        (format!("{sso}{SESSION}word\n"), &["line 8", "sso-session \"s\""]),
        (format!("{sso}sso_start_url = https://y.invalid\n{SESSION}"), &["line 5", "differs", "line 8"]),
        (format!("[profile a]\n{SSO}sso_region = x\n"), &["line 1", "no sso_start_url"]),
        (
            format!("[profile a]\nsso_session = s\nsso_account_id = 1\n{SESSION}"),
            &["line 3", "no sso_role_name"],
        ),
        (
            format!("[profile a]\nsso_session = s\nsso_role_name = r\n{SESSION}"),
            &["line 3", "no sso_account_id"],
        ),
        (format!("[profile a]\nsso_session = s\n{SESSION}"), &["line 1", "Add both"]),
    ] {
        let found = files(config.as_bytes(), b"").await;
        let trouble = found.profile_trouble("a").unwrap_or_default();
        for word in says {
            assert!(trouble.contains(word), "{config}\n{word:?} is not in {trouble:?}");
        }
        assert!(trouble.contains("~/.aws/config, line ") && !trouble.contains(SECRET), "{trouble}");
        assert!(
            found.troubles().iter().all(|told| trouble.contains(told.as_str())),
            "{:?}",
            found.troubles()
        );
        assert!(found.has("a") && !found.troubles().is_empty(), "{config}");
        found.load("a").await.unwrap();
    }
}

#[tokio::test]
async fn what_is_right_is_not_blamed() {
    let sso = format!("[profile a]\nsso_session = s\n{SSO}");
    let keys = "aws_access_key_id = AKIA\naws_secret_access_key = s\n";
    for (config, source, account, login) in [
        (format!("{sso}{SESSION}"), KeySource::Sso, Some("123456789012"), Some("a")),
        (
            format!("{sso}sso_start_url = https://x.invalid/start\n{SESSION}"),
            KeySource::Sso,
            Some("123456789012"),
            Some("a"),
        ),
        (
            format!(
                "[profile a]\nrole_arn = arn:aws:iam::210987654321:role/x\nsource_profile = b\n{}{SESSION}",
                sso.replace("a]", "b]")
            ),
            KeySource::Role,
            Some("210987654321"),
            Some("b"),
        ),
        (format!("[profile a]\nrole_arn = r\nsource_profile = a\n{keys}"), KeySource::Role, None, None),
        (
            format!(
                "[profile a]\nrole_arn = r\nsource_profile = b\n[profile b]\nrole_arn = r\nsource_profile = b\n{keys}"
            ),
            KeySource::Role,
            None,
            None,
        ),
        ("[profile a]\nrole_arn = r\ncredential_source = ecscontainer\n".into(), KeySource::Role, None, None),
        (
            "[profile a]\nrole_arn = r\nweb_identity_token_file = /t\n".into(),
            KeySource::WebIdentity,
            None,
            None,
        ),
        (
            "[profile a]\ncredential_process = x\naws_account_id = 1\n".into(),
            KeySource::Process,
            Some("1"),
            None,
        ),
        (
            "[profile a]\nlogin_session = arn:aws:sts::123456789012:assumed-role/x/y\n".into(),
            KeySource::Console,
            Some("123456789012"),
            None,
        ),
        (format!("[profile a]\n{keys}"), KeySource::Static, None, None),
        ("[profile a]\nnew_thing = x\nsource_profile = none\n".into(), KeySource::Elsewhere, None, None),
    ] {
        let found = files(config.as_bytes(), b"").await;
        assert_eq!(found.profile_trouble("a"), None, "{config}");
        assert_eq!(found.source("a"), source, "{config}");
        assert_eq!(found.account("a"), account, "{config}");
        assert_eq!(found.sso_profile("a").as_deref(), login, "{config}");
        assert_eq!(found.troubles(), [], "{config}");
    }
}

#[tokio::test]
async fn the_sdk_gets_no_setting_that_the_session_has_too() {
    let config =
        format!("[profile a]\nsso_session = s\n{SSO}sso_start_url = https://x.invalid/start\n{SESSION}");
    let loaded = files(config.as_bytes(), b"").await.load("a").await.unwrap();
    assert_eq!(loaded.get("sso_start_url"), None);
    assert_eq!(loaded.get("sso_session"), Some("s"));
    assert_eq!(loaded.sso_session("s").unwrap().get("sso_region"), Some("eu-west-1"));
}

#[tokio::test]
async fn both_files_are_merged_as_the_sdk_merges_them() {
    let config = b"region = lost\n[profile  a]\nregion = x\noutput = json\n[profile a]\nregion = y\n[default]\nregion = z\n[c]\n";
    let found = files(config, b"[a]\nregion = w\n[b]\nword\n[profile d]\n").await;
    let loaded = found.load("a").await.unwrap();
    for key in ["region", "output"] {
        assert_eq!(loaded.get(key), found.get("a", key));
    }
    assert_eq!(loaded.get("region"), Some("w"));
    assert_eq!(found.names(), ["default", "a", "b"]);
    assert!(found.profile_trouble("b").unwrap().contains("~/.aws/credentials, line 4"));
    assert_eq!(found.troubles().len(), 4, "{:?}", found.troubles());
    assert!(found.missing("c").contains("Write [profile c]"), "{}", found.missing("c"));
    assert!(found.missing("d").contains("Write [d]"));
}

fn read(config: &[u8]) -> (Files, ProfileSet) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        let found = files(config, config).await;
        let loaded = found.load("default").await.unwrap();
        (found, loaded)
    })
}

/// Pieces that files are made of, right and wrong.
fn garbage() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(1_u8.., 0..12),
        "\\[?(profile|sso-session|services|default|x)?[ \t]?[a-c\"#;]{0,2}\\]?[\r]?\n"
            .prop_map(String::into_bytes),
        "[ \t]{0,2}(region|role_arn|source_profile|sso_session|s3)?[ \t]?=?[ \t]?[a-c#;=]{0,2}\r{0,2}\n"
            .prop_map(String::into_bytes),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn whatever_the_files_hold_the_sdk_can_parse_what_it_gets(config in garbage()) {
        let (found, loaded) = read(&config);
        for name in loaded.profiles() {
            prop_assert!(found.has(name), "{}", name);
        }
        for name in found.names() {
            let whole = found.profiles[name].fault.is_none();
            prop_assert!(!whole || loaded.get_profile(name).is_some(), "{}", name);
            for key in ["region", "role_arn", "source_profile", "s3"] {
                let theirs = loaded.get_profile(name).and_then(|profile| profile.get(key));
                prop_assert!(!whole || theirs == found.get(name, key), "{} {}", name, key);
            }
            found.profile_trouble(name);
        }
        found.troubles();
    }

    #[test]
    fn a_good_profile_is_found_among_garbage(before in garbage(), after in garbage()) {
        let good = b"\n[profile good]\nregion = eu-west-1\n";
        let config = [&before[..], good, b"[profile end]\n", &after[..]].concat();
        let (found, loaded) = read(&config);
        let marked = before.starts_with(b"\xff\xfe") || before.starts_with(b"\xfe\xff");
        prop_assert!(marked || found.get("good", "region") == Some("eu-west-1"));
        prop_assert!(marked || loaded.get_profile("good").unwrap().get("region") == Some("eu-west-1"));
    }
}
