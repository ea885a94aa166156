//! A case set up: a home folder, an environment, a stand-in.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use tempfile::TempDir;

use super::case::{Case, Content, Recorded};
use super::stand_in::{Net, StandIn};
use crate::terminal::rig::process::waited_until;
use crate::terminal::rig::start::Start;

/// What the screen says once nothing more is tried.
const SETTLED: [&str; 5] = ["No region", "No credentials", "is invalid", "Couldn't list", "Code ›"];

/// All that a program gets to see.
pub struct World {
    home: TempDir,
    env: BTreeMap<OsString, OsString>,
    args: Vec<OsString>,
    folder: String,
    stand_in: StandIn,
}

impl World {
    pub fn of(case: &Case, net: &Net) -> Self {
        let stand_in = StandIn::open(net, case.service);
        let home = TempDir::new().unwrap();
        let at_home = home.path().to_str().unwrap().to_owned();
        let certificate = net.certificate().to_str().unwrap().to_owned();
        let fill = |text: &str| {
            text.replace("@CA@", &certificate)
                .replace("@URL@", &stand_in.url())
                .replace("@HOME@", &at_home)
                .replace("@PORT@", &stand_in.port.to_string())
        };
        fs::create_dir(home.path().join(".aws")).unwrap();
        for (name, content) in &case.files {
            let path = home.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            let bytes = match content {
                // That of the stand-in with which it was recorded.
                Content::Text(text) if text.starts_with("-----BEGIN CERTIFICATE-----") => {
                    fs::read(net.certificate()).unwrap()
                }
                Content::Text(text) => fill(text).into_bytes(),
                Content::Bytes { base64 } => decoded(base64),
            };
            fs::write(&path, bytes).unwrap();
            if path.extension().is_some_and(|it| it == "sh") {
                fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
            }
        }
        let url = stand_in.url();
        let mut env: BTreeMap<OsString, OsString> = [
            ("PATH", std::env::var("PATH").unwrap()),
            ("HOME", at_home.clone()),
            ("TERM", "xterm-256color".into()),
            ("LANG", "C.UTF-8".into()),
            ("TZ", "UTC".into()),
            ("AWS_EC2_METADATA_DISABLED", "true".into()),
            ("AWS_ENDPOINT_URL_STS", url.clone()),
            ("HTTPS_PROXY", url.clone()),
            ("HTTP_PROXY", url.clone()),
            ("http_proxy", url),
            ("NO_PROXY", "127.0.0.1,localhost".into()),
            ("AWS_CA_BUNDLE", certificate.clone()),
        ]
        .map(|(name, value)| (name.into(), value.into()))
        .into();
        for (name, value) in &case.env {
            match value {
                Some(value) => drop(env.insert(name.into(), value.filled(fill))),
                None => drop(env.remove::<OsString>(&name.into())),
            }
        }
        if case.no_ca {
            env.remove::<OsString>(&"AWS_CA_BUNDLE".into());
        }
        let args = case.args.iter().map(|word| word.filled(fill)).collect();
        Self { home, env, args, folder: case.cwd.clone(), stand_in }
    }

    /// What sagescope does.
    pub fn observe_program(self) -> Recorded {
        let argv = [vec![env!("CARGO_BIN_EXE_sagescope").into()], self.args].concat();
        let home = self.home.path().to_str().unwrap().to_owned();
        let start = Start::of(argv, self.env.into_iter().collect(), self.home).within(&self.folder);
        let window = start.size((150, 50)).open();
        let is_settled = || {
            let state = window.process.display.state();
            let screen = state.contents();
            state.status.is_some() || SETTLED.iter().any(|words| screen.contains(words))
        };
        waited_until("its first request, or a reason for none", || lists(&self.stand_in) || is_settled());
        let screen = window.process.display.state().contents();
        let screen = screen.replace(&home, "~").replace(['│', '╭', '╮', '╰', '╯', '─'], " ");
        recorded(&self.stand_in, screen.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// What the AWS CLI does.
    pub fn observe_aws_cli(self) -> Recorded {
        let mut command = Command::new("aws");
        command.args(["sagemaker", "list-images", "--max-items", "1"]).args(&self.args);
        command.env_clear().envs(&self.env).current_dir(self.home.path().join(&self.folder));
        let output = command.output().unwrap();
        recorded(&self.stand_in, String::from_utf8_lossy(&output.stderr).trim().to_owned())
    }
}

fn lists(stand_in: &StandIn) -> bool {
    stand_in.arrivals().iter().any(|arrival| arrival.operation == "ListImages")
}

/// What came in until the images were listed, and what was said where they were not.
fn recorded(stand_in: &StandIn, said: String) -> Recorded {
    let arrivals = stand_in.arrivals();
    let at = arrivals.iter().position(|arrival| arrival.operation == "ListImages");
    let mut before: Vec<String> = Vec::new();
    for arrival in arrivals.iter().take(at.unwrap_or(arrivals.len())).filter(|arrival| arrival.is_for_keys())
    {
        let words = arrival.in_words();
        if !before.contains(&words) {
            before.push(words);
        }
    }
    let sends = at.map(|at| arrivals[at].sent());
    Recorded { says: sends.is_none().then_some(said), sends, before }
}

fn decoded(base64: &str) -> Vec<u8> {
    aws_smithy_types::base64::decode(base64).unwrap()
}
