//! Which of several keys are taken.

use super::*;
use crate::aws::files::{EnvironmentToken, OwnKeys};
use crate::domain::KeySource;

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
