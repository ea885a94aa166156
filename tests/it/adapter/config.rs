//! How the AWS adapter finds configuration and keys: each case in a process with an environment and
//! a home folder of its own, because the SDK reads those of the process.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use sagescope::app::{Answer, Request};
use sagescope::aws::{Client, Connection, profile_exists};
use sagescope::domain::ImageName;
use sagescope::emulator::{Catalogue, Emulator, Options};
use tempfile::TempDir;

/// What the process of [`child`] is to do, one word each: `locate`, `who`, `describe`, `both`, `exists:NAME`,
/// `profile:NAME`, `region:NAME`, `endpoint:URL`.
const ASK: &str = "SAGESCOPE_TEST_ASK";

/// A home folder whose `.aws/config` is `config`.
fn home(config: &str) -> TempDir {
    let home = TempDir::new().unwrap();
    fs::create_dir(home.path().join(".aws")).unwrap();
    fs::write(home.path().join(".aws/config"), config).unwrap();
    home
}

/// What a process with this home and environment answers to `ask`, a line each.
fn told(home: &Path, variables: &[(&str, &str)], ask: &str) -> Vec<String> {
    let output = Command::new(env::current_exe().unwrap())
        .args(["adapter::config::child", "--exact", "--ignored", "--nocapture"])
        .env_clear()
        .env("HOME", home)
        .env("PATH", env::var_os("PATH").unwrap())
        .env("AWS_EC2_METADATA_DISABLED", "true")
        .envs(variables.iter().copied())
        .env(ASK, ask)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<String> =
        said.lines().filter_map(|line| line.strip_prefix("> ")).map(str::to_owned).collect();
    assert!(!lines.is_empty(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    lines
}

async fn service() -> Emulator {
    Emulator::start(Options { catalogue: Catalogue::made(3), ..Options::default() }).await.unwrap()
}

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

#[tokio::test]
#[ignore = "a part of the other tests, in a process of its own"]
async fn child() {
    let Ok(ask) = env::var(ASK) else { return };
    let mut connection = Connection::default();
    for word in ask.split_whitespace() {
        let client = Client::new(connection.clone());
        let describe = Request::Describe(ImageName::received("no-such-image"));
        match word.split_once(':').unwrap_or((word, "")) {
            ("profile", name) => connection.profile = Some(name.into()),
            ("region", name) => connection.region = Some(name.into()),
            ("endpoint", url) => connection.endpoint_url = Some(url.into()),
            ("exists", name) => println!("> {:?}", profile_exists(name).await),
            ("locate", _) => match client.perform(Request::Locate).await {
                Ok(Answer::Located(place)) => {
                    println!("> {:?} {:?} {:?}", place.profile, place.region, place.endpoint);
                }
                other => println!("> {other:?}"),
            },
            ("who", _) => println!("> {:?}", client.perform(Request::WhoAmI).await),
            ("both", _) => {
                let (one, other) = tokio::join!(client.perform(describe.clone()), client.perform(describe));
                println!("> {one:?}\n> {other:?}");
            }
            ("again", _) => {
                println!("> {:?}", client.perform(describe.clone()).await);
                println!("> {:?}", client.perform(describe).await);
            }
            _ => println!("> {:?}", client.perform(describe).await),
        }
    }
}

fn assert_says(lines: &[String], words: &[&str]) {
    for word in words {
        assert!(lines.iter().any(|line| line.contains(word)), "{word:?} is not in {lines:#?}");
    }
}

#[test]
fn profile_and_region_are_found_where_the_cli_finds_them() {
    let home = home("[default]\nregion = eu-west-1\n[profile research]\nregion = us-west-2\n");
    for (variables, ask, says) in [
        (&[][..], "locate", r#"None Some("eu-west-1") None"#),
        (&[("AWS_PROFILE", "research")], "locate", r#"Some("research") Some("us-west-2") None"#),
        (&[("AWS_DEFAULT_PROFILE", "research")], "locate", r#"Some("research") Some("us-west-2") None"#),
        (&[("AWS_PROFILE", "")], "locate", r#"None Some("eu-west-1") None"#),
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
    assert_says(&told(broken.path(), &[], "locate"), &["BadConfig", "config", "line 1"]);
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
        &["NoCredentials", "Environment: environment variable not set; Profile:", "Ec2Instance"],
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
            &["Expired", "SSO token"][..],
        ),
        ("[default]\ncredential_process = sh -c 'exit 3'\n", &["NoCredentials"]),
        ("[default]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = none\n", &["BadConfig", "none"]),
    ] {
        let home = home(config);
        let lines = told(home.path(), &[], &ask);
        eprintln!("{lines:#?}");
        assert_says(&lines, says);
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
    let service = service().await;
    let home = home("[default]\nregion = us-east-1\n");
    let proxy = service.endpoint_url();
    let keys = [("AWS_ACCESS_KEY_ID", "AKIAENVIRONMENT"), ("AWS_SECRET_ACCESS_KEY", "secret")];
    let plain = [("HTTP_PROXY", proxy.as_str()), keys[0], keys[1]];
    assert_says(&told(home.path(), &plain, "endpoint:http://sagemaker.invalid describe"), &["NotFound"]);
    // A tunnel that can't be had: the request never left.
    let tunnel = [("HTTPS_PROXY", "http://127.0.0.1:1"), keys[0], keys[1]];
    let lines = told(home.path(), &tunnel, "endpoint:https://sagemaker.invalid describe");
    assert_says(&lines, &["Unreachable", "sagemaker.invalid", "refused"]);
}
