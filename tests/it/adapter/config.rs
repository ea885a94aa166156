//! How the AWS adapter finds configuration and keys: each case in a process with an environment and
//! a home folder of its own, because the SDK reads those of the process.

use std::fmt::Debug;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

use crate::server::Server;

use sagescope::aws::{Client, Connection, KeySteps, profile_exists};
use sagescope::domain::{Code, ImageName, PlaceId, Profile, Text};
use sagescope::emulator::{Catalogue, Emulator, Options};
use sagescope::service::{Answer, Local, Read, Reply, Request};
use tempfile::TempDir;
use tokio::sync::mpsc::unbounded_channel;

/// What the process of [`child`] is to do, one word each: `locate`, `who`, `describe`, `both`, `exists:NAME`,
/// `profile:NAME`, `region:NAME`, `endpoint:URL`, `survey`; `code:CODE` logs in, `steps` says what was tried
/// since, `stop` stops the search for keys and asks again,
/// `write:FILE=FILE` copies a file within the home.
const ASK: &str = "SAGESCOPE_TEST_ASK";

/// A part of every secret of these tests: it may be in nothing that is said.
pub const SECRET: &str = "S3CRET";

/// A home folder whose `.aws/config` is `config`.
pub fn home(config: &str) -> TempDir {
    let home = TempDir::new().unwrap();
    fs::create_dir(home.path().join(".aws")).unwrap();
    fs::write(home.path().join(".aws/config"), config).unwrap();
    home
}

/// What a process with this home and environment answers to `ask`, a line each.
pub fn told(home: &Path, variables: &[(&str, &str)], ask: &str) -> Vec<String> {
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
    assert!(!said.contains(SECRET), "{said}");
    let lines: Vec<String> =
        said.lines().filter_map(|line| line.strip_prefix("> ")).map(str::to_owned).collect();
    assert!(!lines.is_empty(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    lines
}

pub async fn service() -> Emulator {
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
    let (listener, mut steps) = unbounded_channel();
    let steps_of = KeySteps::to(listener, PlaceId(0));
    let mut connection = Connection { steps: steps_of, limits: super::patient(), ..Connection::default() };
    let mut client = Client::new(connection.clone());
    for word in ask.split_whitespace() {
        let (word, rest) = word.split_once(':').unwrap_or((word, ""));
        match word {
            "profile" => connection.profile = Some(rest.into()),
            "region" => connection.region = Some(rest.into()),
            "endpoint" => connection.endpoint_url = Some(rest.into()),
            // Where something answers for the metadata, it may take as long as it does.
            "metadata" => connection.limits.metadata = crate::PATIENCE,
            "exists" => say(profile_exists(rest).await),
            "steps" => {
                while let Ok((_, step)) = steps.try_recv() {
                    println!("> {}", step.map_or("nothing".to_owned(), |step| format!("trying {step}")));
                }
            }
            "write" => copy(rest),
            _ => Box::pin(perform(&client, word, rest)).await,
        }
        if ["profile", "region", "endpoint", "metadata"].contains(&word) {
            client = Client::new(connection.clone());
        }
    }
}

async fn perform(client: &Client, word: &str, rest: &str) {
    let describe = || client.perform(Request::Read(Read::Describe(ImageName::received("no-such-image"))));
    match word {
        "locate" => match client.perform(Request::Local(Local::Locate)).await {
            Ok(Answer::Located(place)) => {
                println!("> {:?} {:?} {:?}", place.profile, place.region, place.endpoint);
            }
            other => say(other),
        },
        "survey" => survey(client.perform(Request::Local(Local::Survey)).await),
        "who" => say(client.perform(Request::Read(Read::WhoAmI)).await),
        "code" => say(client.perform(Request::LogIn(Code(rest.into()))).await),
        "both" => {
            let (one, other) = tokio::join!(describe(), describe());
            println!("> {one:?}\n> {other:?}");
        }
        "again" => {
            say(describe().await);
            say(describe().await);
        }
        "stop" => {
            let asked = tokio::spawn({
                let client = client.clone();
                async move { client.perform(Request::Read(Read::WhoAmI)).await }
            });
            let home = env::var("HOME").unwrap();
            let began = Path::new(&home).join("began");
            tokio::task::spawn_blocking(move || fs::read(began)).await.unwrap().unwrap();
            client.stop();
            say(asked.await.unwrap());
            // The process that nobody waits for any more comes to its end.
            let pid = fs::read_to_string(Path::new(&home).join("pid")).unwrap();
            let is_alive = || Command::new("kill").args(["-0", pid.trim()]).stderr(Stdio::null()).status();
            while is_alive().unwrap().success() {
                tokio::task::yield_now().await;
            }
            println!("> the process has ended");
            fs::write(Path::new(&home).join("go"), "").unwrap();
            say(describe().await);
        }
        _ => say(describe().await),
    }
}

/// What a person would be told of the files: a line a file, a profile, a trouble.
fn survey(reply: Reply) {
    let Ok(Answer::Surveyed(found)) = reply else { panic!("{reply:?}") };
    let shown = |text: Option<Text>| text.map_or("-".into(), String::from);
    for file in found.files {
        println!("> file {}: {:?}", file.path, file.found);
    }
    for profile in found.profiles {
        let Profile { name, region, source, account, trouble } = profile;
        let (region, account, trouble) = (shown(region), shown(account), shown(trouble));
        println!("> profile {name} | {region} | {} | {account} | {trouble}", source.word());
    }
    for trouble in found.troubles {
        println!("> trouble {trouble}");
    }
    println!("> regions {:?}, sessions {:?}", found.regions, found.sso_sessions);
}

fn say(what: impl Debug) {
    println!("> {what:?}");
}

/// Copies `TO=FROM` within the home, as a program beside this one would.
fn copy(files: &str) {
    let home = env::var("HOME").unwrap();
    let (to, from) = files.split_once('=').unwrap();
    fs::copy(Path::new(&home).join(from), Path::new(&home).join(to)).unwrap();
}

pub fn assert_says(lines: &[String], words: &[&str]) {
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
            &["Expired", "Nobody has logged in to SSO with profile default yet.", "Sso"][..],
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
