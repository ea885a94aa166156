//! The adapter in a process with an environment and a home folder of its own, because the SDK reads
//! those of the process.

use std::fmt::Debug;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, fs};

use sagescope::aws::{Client, Connection, KeySteps, TimeLimits, profile_exists};
use sagescope::domain::{Code, ImageName, PlaceId, Profile, Text};
use sagescope::emulator::{Catalogue, Emulator, Options};
use sagescope::service::{Answer, Local, Read, Reply, Request};
use tempfile::TempDir;
use tokio::sync::mpsc::unbounded_channel;

/// What the process of [`child`] is to do, one word each: `locate`, `who`, `describe`, `both`, `exists:NAME`,
/// `profile:NAME`, `region:NAME`, `endpoint:URL`, `limit:MILLISECONDS` for each attempt, `survey`; `code:CODE` logs in, `steps` says what was tried
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
        .args(["adapter::child::child", "--exact", "--ignored", "--nocapture"])
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
            "limit" => {
                let limit = Duration::from_millis(rest.parse().unwrap());
                connection.limits = TimeLimits { keys: limit * 8, ..super::giving(limit) };
            }
            "exists" => say(profile_exists(rest).await),
            "steps" => {
                while let Ok((_, step)) = steps.try_recv() {
                    println!("> {}", step.map_or("nothing".to_owned(), |step| format!("trying {step}")));
                }
            }
            "write" => copy(rest),
            _ => Box::pin(perform(&client, word, rest)).await,
        }
        if ["profile", "region", "endpoint", "metadata", "limit"].contains(&word) {
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
