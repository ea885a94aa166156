//! How the AWS adapter finds configuration and keys.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::server::Server;

use super::child::{assert_says, home, service, told};

/// A script for `credential_process` that notes each of its runs in a file beside it.
fn process(home: &Path, key: &str) -> String {
    let script = home.join("keys.sh");
    let runs = home.join("runs");
    let keys = format!(r#"{{"Version": 1, "AccessKeyId": "{key}", "SecretAccessKey": "secret"}}"#);
    fs::write(&script, format!("echo run >> '{}'\necho '{keys}'\n", runs.display())).unwrap();
    format!("credential_process = sh {}", script.display())
}

fn runs(home: &Path) -> usize {
    fs::read_to_string(home.join("runs")).unwrap_or_default().lines().count()
}

#[test]
fn profile_and_region_are_found_where_the_cli_finds_them() {
    let home = home("[default]\nregion = eu-west-1\n[profile research]\nregion = us-west-2\n");
    for (variables, ask, says) in [
        (&[][..], "locate", r#"None Some("eu-west-1") None"#),
        (&[("AWS_PROFILE", "research")], "locate", r#"Some("research") Some("us-west-2") None"#),
        (&[("AWS_DEFAULT_PROFILE", "research")], "locate", r#"Some("research") Some("us-west-2") None"#),
        (
            &[("AWS_PROFILE", "research"), ("AWS_DEFAULT_PROFILE", "reserch")],
            "locate",
            r#"Some("research") Some("us-west-2") None"#,
        ),
        (
            &[("AWS_REGION", "eu-west-3")],
            "profile:research locate",
            r#"Some("research") Some("eu-west-3") None"#,
        ),
        (&[("AWS_REGION", "eu-west-3")], "region:us-east-2 locate", r#"None Some("us-east-2") None"#),
        (&[], "exists:research", "Ok(true)"),
        (&[], "exists:reserch", "Ok(false)"),
    ] {
        assert_eq!(told(home.path(), variables, ask), [says], "{variables:?} {ask}");
    }
}

#[test]
fn configuration_that_cannot_be_used_is_named() {
    let plain = home("[default]\nregion = eu-west-1\n");
    let bundle = plain.path().join("bad.pem");
    fs::write(&bundle, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").unwrap();
    let bundle = bundle.to_str().unwrap();
    for (variables, ask, says) in [
        (&[("AWS_PROFILE", "reserch")][..], "locate", &["BadConfig", "reserch"][..]),
        (&[("AWS_PROFILE", "")], "locate", &["BadConfig", "AWS_PROFILE is set but empty"]),
        (&[], "profile:reserch locate", &["BadConfig", "reserch"]),
        (&[("AWS_REGION", "Moon Base")], "locate", &["BadConfig", "AWS_REGION", "Moon Base"]),
        (&[("AWS_MAX_ATTEMPTS", "many")], "locate", &["BadConfig", "AWS_MAX_ATTEMPTS"]),
        (&[("AWS_RETRY_MODE", "hard")], "locate", &["BadConfig", "AWS_RETRY_MODE"]),
        (&[("AWS_CA_BUNDLE", "/no/such.pem")], "locate", &["BadConfig", "/no/such.pem", "AWS_CA_BUNDLE"]),
        (&[("AWS_CA_BUNDLE", bundle)], "locate", &["BadConfig", bundle]),
        (&[("AWS_ENDPOINT_URL", "localhost:80")], "locate", &["BadConfig", "http://"]),
        (&[], "endpoint:ftp://x locate", &["BadConfig", "--endpoint-url"]),
        (&[("AWS_CONFIG_FILE", "/dev/null")], "locate", &["NoRegion", "AWS_DEFAULT_REGION"]),
    ] {
        assert_says(&told(plain.path(), variables, ask), says);
    }
    let broken = home("[profile x\nregion = eu-west-1\n");
    assert_says(&told(broken.path(), &[], "profile:x locate"), &["BadConfig", "~/.aws/config", "line 1"]);
    assert_says(&told(broken.path(), &[], "locate"), &["NoRegion"]);
    assert_says(&told(broken.path(), &[], "exists:x"), &["BadConfig", "line 1"]);
}

#[test]
fn the_endpoint_is_found_where_the_cli_finds_it() {
    let home = home(
        "[default]\nregion = eu-west-1\nendpoint_url = http://localhost:1\n\
         [profile own]\nregion = eu-west-1\nservices = mine\n[services mine]\nsagemaker =\n  endpoint_url = http://localhost:2\n",
    );
    for (variables, ask, says) in [
        (&[][..], "locate", r#"Some("http://localhost:1")"#),
        (&[], "profile:own locate", r#"Some("http://localhost:2")"#),
        (&[("AWS_ENDPOINT_URL", "http://localhost:3")], "locate", r#"Some("http://localhost:3")"#),
        (
            &[
                ("AWS_ENDPOINT_URL", "http://localhost:3"),
                ("AWS_ENDPOINT_URL_SAGEMAKER", "http://localhost:4"),
            ],
            "locate",
            r#"Some("http://localhost:4")"#,
        ),
        (
            &[("AWS_ENDPOINT_URL_SAGEMAKER", "http://localhost:4")],
            "endpoint:http://localhost:5 locate",
            ":5\"",
        ),
        (
            &[("AWS_ENDPOINT_URL", "http://localhost:3"), ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")],
            "locate",
            r#"Some("eu-west-1") None"#,
        ),
        (&[("AWS_ENDPOINT_URL_STS", "http://localhost:6")], "profile:own locate", ":2\""),
    ] {
        assert_says(&told(home.path(), variables, ask), &[says]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_credentials_say_what_was_tried() {
    let service = service().await;
    let home = home("");
    let ask = format!("region:us-east-1 endpoint:{} describe", service.endpoint_url());
    let lines = told(home.path(), &[], &ask);
    assert_says(
        &lines,
        &[
            "NoCredentials",
            "No credentials were found. Environment: AWS_ACCESS_KEY_ID not set; profile default: no such profile; \
             web identity: ",
            "container: AWS_CONTAINER_CREDENTIALS_FULL_URI not set; instance metadata: IMDS disabled by",
        ],
    );
    assert_eq!(service.arrivals(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_fail_are_told_apart() {
    let service = service().await;
    let ask = format!("region:us-east-1 endpoint:{} describe", service.endpoint_url());
    for (config, says) in [
        (
            "[default]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = r\n\
             [sso-session s]\nsso_region = us-east-1\nsso_start_url = https://x.invalid/start\n",
            &["Expired", "You haven't logged in to SSO with profile default yet.", "Sso"][..],
        ),
        ("[default]\ncredential_process = sh -c 'exit 3'\n", &["NoCredentials"]),
        ("[default]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = none\n", &["BadConfig", "none"]),
    ] {
        let home = home(config);
        let lines = told(home.path(), &[], &ask.replace("describe", "again again"));
        eprintln!("{lines:#?}");
        for line in &lines {
            // As often as it is asked.
            assert_eq!(line, &lines[0]);
            assert_says(std::slice::from_ref(line), says);
        }
    }
    assert_eq!(service.arrivals(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_fetched_once_and_again_when_they_have_expired() {
    let service = service().await;
    let home = TempDir::new().unwrap();
    fs::create_dir(home.path().join(".aws")).unwrap();
    let config = format!("[default]\nregion = us-east-1\n{}\n", process(home.path(), "AKIAPROCESS"));
    fs::write(home.path().join(".aws/config"), config).unwrap();
    let endpoint = service.endpoint_url();

    let lines = told(home.path(), &[], &format!("endpoint:{endpoint} both"));
    assert!(lines.iter().all(|line| line.contains("NotFound")), "{lines:#?}");
    assert_eq!(runs(home.path()), 1);

    service.inject("DescribeImage=expiredx1".parse().unwrap());
    let lines = told(home.path(), &[], &format!("endpoint:{endpoint} again"));
    assert_says(&lines[..1], &["Expired"]);
    assert_says(&lines[1..], &["NotFound"]);
    assert_eq!(runs(home.path()), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_that_is_named_wins_over_keys_in_the_environment() {
    let service = service().await;
    let home = TempDir::new().unwrap();
    fs::create_dir(home.path().join(".aws")).unwrap();
    let config = format!("[profile p]\nregion = us-east-1\n{}\n", process(home.path(), "AKIAPROFILE"));
    fs::write(home.path().join(".aws/config"), config).unwrap();
    let keys = [("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "secret")];
    let endpoint = service.endpoint_url();

    told(home.path(), &keys, &format!("profile:p endpoint:{endpoint} who"));
    told(home.path(), &keys, &format!("region:us-east-1 endpoint:{endpoint} who"));
    // Endpoints of the environment hold for STS too, and a proxy never stands before this machine.
    let both =
        [("AWS_ENDPOINT_URL", endpoint.as_str()), ("HTTP_PROXY", "http://127.0.0.1:1"), keys[0], keys[1]];
    told(home.path(), &both, "region:us-east-1 who");
    let used: Vec<_> = service.arrivals().into_iter().filter_map(|arrival| arrival.access_key).collect();
    assert_eq!(used, ["AKIAPROFILE", "AKIAENVIRONMENT", "AKIAENVIRONMENT"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_of_the_environment_is_used() {
    // The embedded service would refuse what is not meant for this machine.
    let refusal = r#"{"__type":"ResourceNotFound","Message":"No such image"}"#;
    let server = Server::open(move |_| (400, refusal.to_owned())).await;
    let home = home("[default]\nregion = us-east-1\n");
    let proxy = server.url.clone();
    let keys = [("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "secret")];
    let plain = [("HTTP_PROXY", proxy.as_str()), keys[0], keys[1]];
    assert_says(&told(home.path(), &plain, "endpoint:http://sagemaker.invalid describe"), &["NotFound"]);
    assert_eq!(server.count("POST http://sagemaker.invalid/"), 1);
    // A tunnel that can't be had: the request never left.
    let tunnel = [("HTTPS_PROXY", "http://me:S3CRET@127.0.0.1:1"), keys[0], keys[1]];
    let lines = told(home.path(), &tunnel, "endpoint:https://sagemaker.invalid describe");
    assert_says(&lines, &["Unreachable", "sagemaker.invalid", "refused"]);
    // A password may hold what a URL wants escaped; the proxy gets it as it is meant.
    for (user, header) in
        [("u:p@s/s", None), ("u:p@ss", Some("dTpwQHNz")), ("u:p%40s%2Fs%25", Some("dTpwQHMvcyU="))]
    {
        let url = server.url.replace("http://", &format!("http://{user}@"));
        let plain = [("HTTP_PROXY", url.as_str()), keys[0], keys[1]];
        let lines = told(home.path(), &plain, "endpoint:http://sagemaker.invalid describe");
        match header {
            Some(header) => {
                assert_says(&lines, &["NotFound"]);
                let request = server.requests().pop().unwrap().to_lowercase();
                let wanted = format!("proxy-authorization: basic {header}").to_lowercase();
                assert!(request.contains(&wanted), "{request}");
            }
            None => {
                assert_says(&lines, &["BadConfig", "The proxy from HTTP_PROXY can't be used: its password"]);
            }
        }
    }
}
