//! A request, as far as it tells where it was meant to go and whose it is.

use std::collections::BTreeMap;

use hyper::header::{AUTHORIZATION, HOST, HeaderMap};
use hyper::{Method, Uri};
use serde_json::{Map, Value};

use super::case::Sent;

/// What came in.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// What is asked for; nothing where nobody knows.
    pub operation: &'static str,
    pub host: String,
    pub path: String,
    /// The scope of the signature: access key, day, region.
    scope: Vec<String>,
    token: Option<String>,
    /// The parameters of a form in the body.
    pub form: BTreeMap<String, String>,
}

/// What the stand-in of the AWS CLI's own tests names, and here too.
const KEYS: [&str; 6] =
    ["AssumeRole", "AssumeRoleWithWebIdentity", "GetRoleCredentials", "CreateToken", "ecs", "imds-keys"];

impl Arrival {
    /// Reads a request. `tunnel` is where the tunnel leads that it came by, `own` the stand-in itself.
    pub fn read(
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
        body: &[u8],
        tunnel: Option<&str>,
        own: &str,
    ) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let meant = tunnel.map(str::to_owned).or_else(|| text(HOST.as_str())).unwrap_or_default();
        let host = match uri.authority() {
            // A request for someone else, given to a proxy.
            Some(authority) => format!("proxy {}", without_port_of_loopback(authority.as_str())),
            None if meant == own => "LOOP".to_owned(),
            None => without_port_of_loopback(&meant),
        };
        let path = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let signature = text(AUTHORIZATION.as_str()).unwrap_or_default();
        let scope = signature.split_once("Credential=").map_or("", |(_, rest)| rest);
        let scope = scope.split(',').next().unwrap_or_default();
        let target = text("x-amz-target").unwrap_or_default();
        let form = form(body);
        Self {
            operation: operation(method, &path, &target, &form),
            host,
            path,
            scope: scope.split('/').map(str::to_owned).collect(),
            token: text("x-amz-security-token"),
            form,
        }
    }

    /// Where it went, and with whose keys.
    pub fn sent(&self) -> Sent {
        Sent {
            host: self.host.clone(),
            path: self.path.clone(),
            access_key: self.scope(0),
            region: self.scope(2),
            session_token: self.token.clone(),
        }
    }

    /// Whether keys are asked for.
    pub fn is_for_keys(&self) -> bool {
        KEYS.contains(&self.operation)
    }

    /// In a line, as in the reports.
    pub fn in_words(&self) -> String {
        let mut asked: Map<String, Value> = Map::new();
        for (name, value) in &self.form {
            match name.as_str() {
                "Action" | "Version" | "WebIdentityToken" => {}
                "RoleSessionName" if is_made_up(value) => drop(asked.insert(name.clone(), "*".into())),
                _ => drop(asked.insert(name.clone(), value.as_str().into())),
            }
        }
        let asked = if asked.is_empty() { String::new() } else { as_python_writes(&asked) };
        let path = if self.operation == "GetRoleCredentials" { &self.path } else { "" };
        let (key, region) = (self.scope(0), self.scope(2));
        format!("{}@{} {key}/{region} {asked}{path}", self.operation, self.host).trim().to_owned()
    }

    fn scope(&self, index: usize) -> String {
        self.scope.get(index).cloned().unwrap_or_default()
    }
}

fn operation(method: &Method, path: &str, target: &str, form: &BTreeMap<String, String>) -> &'static str {
    const METADATA: &str = "/latest/meta-data/iam/security-credentials";
    let known = |name: &str, all: &[&'static str]| all.iter().copied().find(|known| *known == name);
    if let Some(name) = target.strip_prefix("SageMaker.") {
        return known(name, &["ListImages", "DescribeImage"]).unwrap_or("SageMaker");
    }
    if let Some(action) = form.get("Action") {
        return known(action, &["GetCallerIdentity", "AssumeRole", "AssumeRoleWithWebIdentity"])
            .unwrap_or("STS");
    }
    match path {
        "/token" if method == Method::POST => "CreateToken",
        "/latest/api/token" => "imds-token",
        _ if path.starts_with("/federation/credentials") => "GetRoleCredentials",
        _ if path.starts_with("/ecs") => "ecs",
        _ if path.trim_end_matches('/') == METADATA => "imds-role",
        _ if path.starts_with(METADATA) => "imds-keys",
        _ => "",
    }
}

fn form(body: &[u8]) -> BTreeMap<String, String> {
    let body = String::from_utf8_lossy(body);
    if !body.contains("Action=") {
        return BTreeMap::new();
    }
    let pairs = body.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect()
}

/// Without the escapes of a form.
pub fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = if first == b'%' { rest.get(1..3).and_then(|hex| str::from_utf8(hex).ok()) } else { None };
        let escaped = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(escaped.unwrap_or(if first == b'+' { b' ' } else { first }));
        rest = if escaped.is_some() { &rest[3..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The ports of this machine differ from run to run.
fn without_port_of_loopback(host: &str) -> String {
    match host.rsplit_once(':') {
        Some((name, _)) if ["localhost", "127.0.0.1", "0.0.0.0"].iter().any(|it| name.ends_with(it)) => {
            format!("{name}:PORT")
        }
        _ => host.to_owned(),
    }
}

/// Whether a program made the name of the role's session up.
fn is_made_up(name: &str) -> bool {
    let begins =
        ["botocore-session-", "sagescope-", "AWS-CLI-session", "aws-sdk", "web-identity", "assume-role-from"];
    begins.iter().any(|begin| name.starts_with(begin))
        || (name.len() >= 10 && name.bytes().all(|it| it.is_ascii_digit()))
}

/// `{"a": "b", "c": "d"}`, with the blanks that Python sets.
fn as_python_writes(map: &Map<String, Value>) -> String {
    let pairs: Vec<_> =
        map.iter().map(|(name, value)| format!("{}: {value}", Value::from(name.as_str()))).collect();
    format!("{{{}}}", pairs.join(", "))
}
