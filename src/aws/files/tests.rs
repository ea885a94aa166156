//! What the files together say of their profiles.

use std::collections::HashMap;

use aws_config::profile::ProfileSet;
use aws_types::os_shim_internal::{Env, Fs};
use proptest::prelude::*;

use super::*;
use crate::domain::KeySource;

const SECRET: &str = "wJalrXUtnFEMI";

async fn files(config: &[u8], credentials: &[u8]) -> SharedFiles {
    let fs = Fs::from_map(HashMap::from([
        ("/h/.aws/config".to_owned(), config.to_vec()),
        ("/h/.aws/credentials".to_owned(), credentials.to_vec()),
    ]));
    SharedFiles::read(&Env::from_slice(&[("HOME", "/h")]), &fs.into()).await
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
        (format!("[profile a]\nsso_session = s\n{SESSION}"), &["line 2", "Add both"]),
        ("[profile a]\nservices = x\n[services x]\nsagemaker =\nendpoint_url = u\n".to_owned(), &["Indent"]),
        ("[profile a]\nregion = x\nregion = y\n".to_owned(), &["line 3", "another value in line 2"]),
        ("[profile a]\nx = y\n[DEFAULT]\nword\n".to_owned(), &["line 4", "[DEFAULT]"]),
        (
            "[profile a]\naws_access_key_id =\naws_secret_access_key = s\n".to_owned(),
            &["line 2", "aws_access_key_id of the profile \"a\" is empty"],
        ),
        (
            "[profile a]\nrole_arn =\nsource_profile = b\n[profile b]\naws_access_key_id = A\naws_secret_access_key = s\n"
                .to_owned(),
            &["line 2", "role_arn of the profile \"a\" is empty"],
        ),
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
        (format!("[profile 'a']\n  sso_session = t u\n{SSO}[sso-session 't u']\n  sso_region = x\n\tsso_start_url = u\n").replace("\nsso_", "\n  sso_").replace("\n\t", "\n  "), KeySource::Sso, Some("123456789012"), Some("a")),
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
        let plan = found.plan("a", &EnvironmentToken::default()).unwrap();
        let by_sso = matches!(plan.own, OwnKeys::Sso(_)).then_some(plan.base);
        assert_eq!(by_sso.as_deref(), login, "{config}");
        assert_eq!(found.troubles(), [], "{config}");
    }
}

#[tokio::test]
async fn the_sdk_gets_the_chosen_profile_and_none_of_its_keys() {
    let config = format!(
        "[profile 'My Team']\n  region = x # here\n  services = s t\n  credential_process = {SECRET}\n  s3 =\n    a = b\n\
         [services \"s t\"]\nsso_oidc =\n  endpoint_url = u\n[profile other]\nregion = y\n"
    );
    let keys = format!(
        "[My Team]\naws_access_key_id = AKIA\naws_secret_access_key = {SECRET}\nretry_mode = adaptive\n"
    );
    let found = files(config.as_bytes(), keys.as_bytes()).await;
    let loaded = found.load("My Team").await.unwrap();
    for (setting, value) in
        [("region", "x"), ("retry_mode", "adaptive"), ("s3", "\na = b"), ("services", SDK_NAME)]
    {
        assert_eq!(loaded.get(setting), Some(value));
    }
    let written = for_sdk::text(found.profiles.get("My Team"), found.services.get("s t"));
    assert!(!written.contains("AKIA") && !written.contains("credential_process"), "{written}");
    assert!(written.contains("[services selected]") && written.contains("endpoint_url = u"), "{written}");
    assert_eq!(loaded.profiles().collect::<Vec<_>>(), [SDK_NAME]);
}

#[tokio::test]
async fn both_files_are_merged_as_the_cli_merges_them() {
    let config = b"region = lost\n[profile  a]\nregion = x\noutput = json\n[default]\nregion = z\n[c]\n";
    let found = files(config, b"[a]\nregion = w\n[b]\nword\n[profile d]\n").await;
    let loaded = found.load("a").await.unwrap();
    assert_eq!((loaded.get("region"), loaded.get("output")), (Some("w"), Some("json")));
    assert_eq!(found.region("a"), Some("w"));
    assert_eq!(found.names(), ["default", "a", "b", "profile d"]);
    assert!(found.profile_trouble("b").unwrap().contains("~/.aws/credentials, line 4"));
    assert_eq!(found.troubles().len(), 4, "{:?}", found.troubles());
    assert!(found.missing("c").contains("Write [profile c]"), "{}", found.missing("c"));
    assert!(found.missing("d").contains("Write [d]"));
}

/// Of two headings with the same name the CLI takes the later one, and nothing of the other.
#[tokio::test]
async fn a_later_heading_replaces_an_earlier_one_with_the_same_name() {
    for (config, region) in [
        ("[default]\nregion = x\n[profile default]\noutput = json\n", None),
        ("[profile default]\nregion = x\n[default]\nregion = y\n", Some("y")),
        ("[profile default]\nregion = x\n[profile 'default']\nregion = y\n", Some("y")),
        ("[DEFAULT]\nregion = x\n[default]\noutput = json\n", Some("x")),
        ("[default]\nregion = y\n[DEFAULT]\nregion = x\n", Some("y")),
        ("[DEFAULT]\nregion = x\n", None),
    ] {
        assert_eq!(files(config.as_bytes(), b"").await.region("default"), region, "{config}");
    }
}

/// The settings of each profile in the order in which the CLI looks for keys: each is left out in turn.
#[tokio::test]
async fn keys_are_looked_for_in_the_order_of_the_cli() {
    let of_file = |name: &str| format!("aws_access_key_id = AKIA{name}\naws_secret_access_key = s\n");
    let mut config = vec![
        "web_identity_token_file = /t\nrole_arn = r\n".to_owned(),
        "sso_account_id = 1\nsso_role_name = r\nsso_start_url = u\nsso_region = x\n".to_owned(),
        String::new(),
        "login_session = arn\n".to_owned(),
        "credential_process = p\n".to_owned(),
        of_file("CONFIG"),
    ];
    let found = async |config: &[String], credentials: &str| {
        let config = format!("[profile a]\n{}", config.concat());
        let found = files(config.as_bytes(), format!("[a]\n{credentials}").as_bytes()).await;
        let plan = found.plan("a", &EnvironmentToken::default()).unwrap();
        let source = found.source("a");
        let word = match plan.own {
            OwnKeys::WebIdentity(_) => "web",
            OwnKeys::Sso(_) => "sso",
            OwnKeys::Static(pair) if pair.id == "AKIACREDENTIALS" => "credentials",
            OwnKeys::Static(_) => "config",
            OwnKeys::Console => "login",
            OwnKeys::Process(_) => "process",
            _ => "nothing",
        };
        (word, source)
    };
    for (left_out, word, source) in [
        (0, "web", KeySource::WebIdentity),
        (1, "sso", KeySource::Sso),
        (2, "credentials", KeySource::Static),
        (3, "login", KeySource::Console),
        (4, "process", KeySource::Process),
        (5, "config", KeySource::Static),
        (6, "nothing", KeySource::Elsewhere),
    ] {
        config.iter_mut().take(left_out).for_each(String::clear);
        let credentials = if left_out <= 2 { of_file("CREDENTIALS") } else { String::new() };
        assert_eq!(found(&config, &credentials).await, (word, source));
    }
}

#[tokio::test]
async fn keys_of_one_file_are_not_joined_with_those_of_the_other() {
    let (id, secret, token) =
        ("aws_access_key_id = AKIA\n", "aws_secret_access_key = s\n", "aws_session_token = t\n");
    let plan = async |config: &str, credentials: &str| {
        let (config, credentials) = (format!("[profile a]\n{config}"), format!("[a]\n{credentials}"));
        files(config.as_bytes(), credentials.as_bytes())
            .await
            .plan("a", &EnvironmentToken::default())
            .map(|plan| plan.own)
    };
    for (config, credentials) in [(id, secret), (secret, id)] {
        let said = plan(config, credentials).await.err().unwrap();
        assert!(said.contains("in another file (~/.aws/") && said.contains("Keep both in one"), "{said}");
    }
    let both = format!("{id}{secret}");
    for (config, credentials, wanted) in [
        (token, both.clone(), None),
        ("aws_security_token = t\n", both.clone(), None),
        ("", format!("{both}{token}"), Some("t")),
        ("", format!("{both}{token}aws_security_token = u\n"), Some("u")),
        ("", format!("{both}{token}aws_security_token =\n"), None),
    ] {
        let Ok(OwnKeys::Static(pair)) = plan(config, &credentials).await else {
            panic!("{config} {credentials}")
        };
        assert_eq!(pair.token.as_deref(), wanted, "{config} {credentials}");
    }
}

fn read(config: &[u8]) -> SharedFiles {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(files(config, config))
}

fn load(files: &SharedFiles, name: &str) -> ProfileSet {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(files.load(name)).unwrap()
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
        let found = read(&config);
        for name in found.names() {
            let loaded = load(&found, name);
            let entry = &found.profiles[name];
            for key in ["region", "s3"].into_iter().filter(|_| entry.fault.is_none()) {
                let ours = entry.get(key).map(|value| match value.strip_prefix('\n') {
                    None => line::without_comment(value.lines().next().unwrap_or_default()).to_owned(),
                    Some(_) => value.to_owned(),
                });
                let theirs = loaded.get(key);
                let are_below = ours.as_ref().is_some_and(|value| value.starts_with('\n'));
                prop_assert!(are_below || theirs.unwrap_or_default() == ours.unwrap_or_default(), "{} {}", name, key);
            }
            found.profile_trouble(name);
        }
        found.troubles();
    }

    #[test]
    fn a_good_profile_is_found_among_garbage(before in garbage(), after in garbage()) {
        let good = b"\n[profile good]\nregion = eu-west-1\n";
        let config = [&before[..], good, b"[profile end]\n", &after[..]].concat();
        let found = read(&config);
        let marked = before.starts_with(b"\xff\xfe") || before.starts_with(b"\xfe\xff");
        prop_assert!(marked || found.region("good") == Some("eu-west-1"));
        prop_assert!(marked || load(&found, "good").get("region") == Some("eu-west-1"));
    }
}
