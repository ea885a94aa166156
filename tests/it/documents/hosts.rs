//! Whom the program speaks to. "No telemetry" is a claim like any other.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use super::literals::literals;
use crate::terminal::rig::start::Start;

/// A proxy that keeps where it was to lead, and leads nowhere.
struct Proxy {
    url: String,
    asked: Arc<Mutex<BTreeSet<String>>>,
}

impl Proxy {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(BTreeSet::new()));
        let kept = Arc::clone(&asked);
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut line = String::new();
                let _ = BufReader::new(&stream).read_line(&mut line);
                // A connection that was given up before it asked for anything leads nowhere.
                if !line.is_empty() {
                    kept.lock().unwrap().insert(line.trim_end().to_owned());
                }
                let _ = stream
                    .write_all(b"HTTP/1.1 502 No way\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            }
        });
        Self { url, asked }
    }

    fn asked(&self) -> BTreeSet<String> {
        self.asked.lock().unwrap().clone()
    }
}

/// The program with all that it asks for going by the proxy.
fn begin(args: &[&str], proxy: &Proxy) -> Start {
    let start = Start::with(args).without(&["AWS_ENDPOINT_URL"]);
    start.env("HTTPS_PROXY", &proxy.url).env("HTTP_PROXY", &proxy.url).env("SAGESCOPE_REFRESH", "1s")
}

#[test]
fn it_asks_the_endpoints_of_aws_in_its_region_and_nobody_else() {
    let proxy = Proxy::open();
    let mut window = begin(&[], &proxy).open();
    window.shows(&["the service can't be reached", "account unknown"]);
    window.press("r");
    window.shows(&["the service can't be reached"]);
    window.press("q");
    window.ends_with(0);
    let host = |name: &str| format!("CONNECT {name}.us-east-1.amazonaws.com:443 HTTP/1.1");
    assert_eq!(proxy.asked(), ["api.sagemaker", "sts"].map(host).into());
}

#[test]
fn the_demo_asks_nobody_outside_of_it() {
    let proxy = Proxy::open();
    let mut window = begin(&["--demo"], &proxy).open();
    window.shows(&["DEMO", "CREATED"]);
    window.press("Enter");
    window.press("4");
    window.shows(&["Usage"]);
    window.press("q");
    window.ends_with(0);
    assert_eq!(proxy.asked(), BTreeSet::new());
}

/// Hosts that stand in the sources, and why.
const WRITTEN: [(&str, &str); 3] = [
    ("sts.amazonaws.com", "the name of the language of the embedded service's answers for STS"),
    ("127.0.0.1", "the embedded service in the examples of the help and the manual page"),
    ("json-schema.org", "the name of the language of the schema, which nothing is asked for"),
];

#[test]
fn no_other_host_stands_in_the_sources() {
    let mut found = BTreeSet::new();
    for literal in literals() {
        for (at, _) in literal.text.match_indices("://") {
            let is_host = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
            let host: String = literal.text[at + 3..].chars().take_while(is_host).collect();
            if host.contains('.') {
                found.insert((host, literal.file.clone()));
            }
        }
    }
    let is_known = |(host, _): &&(String, String)| WRITTEN.iter().any(|(known, _)| host.ends_with(known));
    let unknown: Vec<_> = found.iter().filter(|it| !is_known(it)).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
    for (known, why) in WRITTEN {
        assert!(found.iter().any(|(host, _)| host.ends_with(known)), "{known} is gone ({why})");
    }
}
