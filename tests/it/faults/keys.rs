//! Where keys come from breaks: roles, the portal of a log-in, a container. What was asked for is not sent then.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use tempfile::TempDir;

use super::cell::at_once;
use super::fault::Fault;
use super::row::Row;
use super::table::ROWS;
use super::wire::{Behind, Passing, Wire};
use crate::adapter::child::{home, service, told};
use crate::server::Server;

/// Who gives keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Giver {
    /// STS, for a role.
    Role,
    /// IAM Identity Center, for a log-in.
    Portal,
    /// Something on this machine, as in a container.
    Container,
}

const ROLE: &str = "[profile me]\naws_access_key_id = AKIAME\naws_secret_access_key = S3CRET\n\
     [profile entry]\nregion = us-east-1\nrole_arn = arn:aws:iam::123456789012:role/Entry\nsource_profile = me\n";

const PORTAL: &str = "[profile entry]\nregion = us-east-1\nsso_session = s\nsso_account_id = 123456789012\n\
     sso_role_name = r\n[sso-session s]\nsso_region = us-east-1\nsso_start_url = https://x.invalid/start\n";

/// Where the token of session `s` is.
const TOKEN: &str = ".aws/sso/cache/a0f1490a20d0211c997b44bc357e1972deab8ae3.json";

impl Giver {
    fn home(self) -> TempDir {
        let config = match self {
            Self::Role => ROLE,
            Self::Portal => PORTAL,
            Self::Container => "[profile entry]\nregion = us-east-1\n",
        };
        let home = home(config);
        let path: PathBuf = home.path().join(TOKEN);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let end = Timestamp::from_second(Timestamp::now().as_second() + 3600).unwrap();
        let token = format!(
            r#"{{"accessToken": "S3CRET", "expiresAt": "{end}", "startUrl": "https://x.invalid/start", "region": "us-east-1"}}"#
        );
        fs::write(path, token).unwrap();
        home
    }

    /// The variables by which it is found at `url`.
    fn variables(self, url: &str) -> Vec<(&'static str, String)> {
        match self {
            Self::Role => vec![("AWS_ENDPOINT_URL_STS", url.to_owned())],
            Self::Portal => vec![("AWS_ENDPOINT_URL_SSO", url.to_owned())],
            Self::Container => vec![("AWS_CONTAINER_CREDENTIALS_FULL_URI", format!("{url}/keys"))],
        }
    }
}

/// Gives keys to whoever asks, as the portal and as a container.
async fn giver() -> Server {
    Server::open(|request| {
        let end = Timestamp::from_second(Timestamp::now().as_second() + 3600).unwrap();
        let keys = format!(
            r#"{{"AccessKeyId": "ASIAC", "SecretAccessKey": "S3CRET", "Token": "S3CRET-t", "Expiration": "{end}"}}"#
        );
        let of_portal = format!(
            r#"{{"roleCredentials": {{"accessKeyId": "ASIASSO", "secretAccessKey": "S3CRET",
                "sessionToken": "S3CRET-s", "expiration": {}}}}}"#,
            end.as_millisecond()
        );
        (200, if request.starts_with("GET /federation") { of_portal } else { keys })
    })
    .await
}

/// What is said where `fault` befalls who gives keys, and how often the service itself was asked.
async fn said(giver_of_keys: Giver, fault: Fault) -> (String, usize) {
    let (service, server) = (service().await, giver().await);
    let behind = match giver_of_keys {
        Giver::Role => Behind::Service(service.clone()),
        Giver::Portal | Giver::Container => Behind::Url(server.url.clone()),
    };
    let mut wire = Wire::before(behind).await;
    let script = move |number, request: &super::http::Request, good| fault.deed(number, request, &good);
    wire.breaks(Arc::new(|_| true), Arc::new(script), Passing::On);
    if fault == Fault::Refused {
        wire.closes().await;
    }
    let (home, variables) = (giver_of_keys.home(), giver_of_keys.variables(&wire.url));
    let limit = if fault.takes_its_time() { "limit:500 " } else { "" };
    let profile = if giver_of_keys == Giver::Container { "region:us-east-1" } else { "profile:entry" };
    let ask = format!("{limit}{profile} endpoint:{} describe", service.endpoint_url());
    let lines = tokio::task::spawn_blocking(move || {
        let variables: Vec<_> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
        told(home.path(), &variables, &ask)
    });
    let said = lines.await.unwrap().join(" ");
    let asked = service.arrivals().iter().filter(|arrival| arrival.operation == "DescribeImage").count();
    (said, asked)
}

/// Words of the layers below, which tell a person nothing.
const RAW: [&str; 8] = [
    "os error",
    "hyper",
    "SdkError",
    "dispatch failure",
    "StatusCode(",
    "unexpected credentials error",
    "Error at offset",
    "message: \"\"",
];

/// What is said where no keys can be had.
const CLASSES: [&str; 8] =
    ["NoCredentials", "Unreachable", "Throttled", "Denied", "Expired", "Clock", "BadConfig", "BadKey"];

/// What is wrong with what is said where `row` befalls who gives keys.
async fn trouble_with(row: &Row, giver: Giver) -> Option<String> {
    let (said, asked) = said(giver, row.fault).await;
    // The SDK asks a container once.
    let is_retried = giver != Giver::Container || row.fault != Fault::ThrottledTwice;
    let is_well = if row.told.is_empty() && is_retried {
        asked == 1 && said.contains("class: NotFound")
    } else {
        // The request itself is not sent without keys.
        asked == 0 && CLASSES.iter().any(|class| said.contains(&format!("class: {class},")))
    };
    let raw = RAW.iter().find(|raw| said.contains(*raw));
    (!is_well || raw.is_some()).then(|| format!("{giver:?}, {:?}: asked {asked} times, {said}", row.fault))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_keys_nothing_is_sent_and_a_person_is_told_why() {
    let givers = [Giver::Role, Giver::Portal, Giver::Container];
    let cells = ROWS.iter().flat_map(|row| givers.map(|giver| (8, trouble_with(row, giver))));
    let troubles: Vec<_> = at_once(cells).await.into_iter().flatten().collect();
    assert!(troubles.is_empty(), "{} of them:\n{}", troubles.len(), troubles.join("\n"));
}
