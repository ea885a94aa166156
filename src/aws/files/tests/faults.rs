//! What is wrong with a profile, and what is not.

use super::*;
use crate::aws::files::{EnvironmentToken, OwnKeys};
use crate::domain::KeySource;

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
            &["gets its credentials from \"b\"", "line 5"],
        ),
        (
            "[profile a]\nrole_arn = r\nsource_profile = b\n[profile b]\n".to_owned(),
            &["line 3", "which has none"],
        ),
        ("[profile a]\nrole_arn = r\nsource_profile = a\n".to_owned(), &["from itself"]),
        ("[profile a]\nrole_arn = r\n".to_owned(), &["line 2", "no credentials for it"]),
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
        ("[profile a]\nregion = Moon Base\n".to_owned(), &["line 2", "\"Moon Base\"", "is invalid"]),
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
