//! A client of the embedded service with no help from any SDK: what goes over the wire, byte for byte.

use std::{io, net::SocketAddr, time::Duration};

use sagescope::emulator::{
    Catalogue, CatalogueApp, CatalogueAppImageConfig, CatalogueDomain, CatalogueImage, CatalogueSpace,
    CatalogueUserProfile, CatalogueVersion, Emulator, Options, StudioDetails,
};
use serde_json::{Value, json};
use tokio::net::TcpStream;

pub const JSON: &str = "application/x-amz-json-1.1";
pub const FORM: &str = "application/x-www-form-urlencoded; charset=utf-8";

/// An answer taken apart.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect(&self.body)
    }

    /// The status, the error code and the message of a refusal.
    pub fn refusal(&self) -> (u16, String, String) {
        let words = self.json();
        let text = |member: &str| words[member].as_str().expect(&self.body).to_owned();
        (self.status, text("__type"), text("Message"))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut pairs = self.head.lines().filter_map(|line| line.split_once(": "));
        pairs.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// A request being put together.
pub struct Ask {
    pub method: &'static str,
    pub path: &'static str,
    pub host: &'static str,
    pub origin: Option<&'static str>,
    pub target: Option<String>,
    pub content_type: Option<&'static str>,
    pub authorization: Option<String>,
    pub date: bool,
    pub body: Vec<u8>,
}

pub fn authorization(service: &str) -> String {
    let scope = format!("AKIDTEST/20261121/eu-west-1/{service}/aws4_request");
    format!(
        "AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host;x-amz-date, Signature={}",
        "0f".repeat(32)
    )
}

impl Ask {
    pub fn sagemaker(operation: &str, body: impl AsRef<[u8]>) -> Self {
        Self {
            method: "POST",
            path: "/",
            host: "localhost",
            origin: None,
            target: Some(format!("SageMaker.{operation}")),
            content_type: Some(JSON),
            authorization: Some(authorization("sagemaker")),
            date: true,
            body: body.as_ref().to_vec(),
        }
    }

    pub fn sts(form: &str) -> Self {
        Self {
            target: None,
            content_type: Some(FORM),
            authorization: Some(authorization("sts")),
            ..Self::sagemaker("", form)
        }
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut head = format!("{} {} HTTP/1.1\r\nHost: {}\r\n", self.method, self.path, self.host);
        let headers = [
            ("Origin", self.origin.map(str::to_owned)),
            ("X-Amz-Target", self.target.clone()),
            ("Content-Type", self.content_type.map(str::to_owned)),
            ("Authorization", self.authorization.clone()),
            ("X-Amz-Date", self.date.then(|| "20261121T101500Z".to_owned())),
            ("Content-Length", Some(self.body.len().to_string())),
        ];
        for (name, value) in headers {
            head.extend(value.map(|value| format!("{name}: {value}\r\n")));
        }
        [head.as_bytes(), b"\r\n", &self.body].concat()
    }

    /// Sends it on a connection of its own; none where the connection ends without an answer.
    pub async fn send(&self, address: SocketAddr) -> Option<Reply> {
        let stream = TcpStream::connect(address).await.unwrap();
        write(&stream, &self.bytes()).await;
        read_reply(&stream).await
    }
}

/// Writes all of it.
pub async fn write(stream: &TcpStream, mut bytes: &[u8]) {
    while !bytes.is_empty() {
        stream.writable().await.unwrap();
        match stream.try_write(bytes) {
            Ok(count) => bytes = &bytes[count..],
            Err(error) => assert_eq!(error.kind(), io::ErrorKind::WouldBlock, "{error}"),
        }
    }
}

/// Reads what is there, and says how much; nothing at the end.
pub async fn read(stream: &TcpStream, bytes: &mut Vec<u8>) -> io::Result<usize> {
    let mut chunk = [0; 4096];
    loop {
        stream.readable().await?;
        match stream.try_read(&mut chunk) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
            Ok(count) => {
                bytes.extend_from_slice(&chunk[..count]);
                return Ok(count);
            }
        }
    }
}

/// Reads one answer and leaves the connection as it is.
pub async fn read_reply(stream: &TcpStream) -> Option<Reply> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end + 4;
        }
        // A reset and an orderly end are alike here.
        if read(stream, &mut bytes).await.unwrap_or(0) == 0 {
            assert!(bytes.is_empty(), "half an answer: {}", String::from_utf8_lossy(&bytes));
            return None;
        }
    };
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let mut reply = Reply { status, head, body: String::new() };
    let length = end + reply.header("content-length").unwrap().parse::<usize>().unwrap();
    while bytes.len() < length {
        assert!(read(stream, &mut bytes).await.unwrap() > 0, "half a body");
    }
    reply.body = String::from_utf8(bytes[end..length].to_vec()).unwrap();
    Some(reply)
}

/// Sends a SageMaker request and waits for its answer.
pub async fn ask(emulator: &Emulator, operation: &str, body: &Value) -> Reply {
    let reply = Ask::sagemaker(operation, body.to_string()).send(emulator.address()).await;
    reply.expect("an answer")
}

/// Sends a SageMaker request that must succeed.
pub async fn ok(emulator: &Emulator, operation: &str, body: Value) -> Value {
    let reply = ask(emulator, operation, &body).await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.json()
}

/// All pages of a list, from the one that is asked for.
pub async fn pages(emulator: &Emulator, operation: &str, mut query: Value) -> Vec<Value> {
    let mut pages = Vec::new();
    loop {
        let page = ok(emulator, operation, query.clone()).await;
        query["NextToken"] = page["NextToken"].clone();
        pages.push(page);
        if query["NextToken"].is_null() {
            return pages;
        }
    }
}

/// Sends a SageMaker request that must be refused; the code and the message.
pub async fn refused(emulator: &Emulator, operation: &str, body: Value) -> (String, String) {
    let (status, code, message) = ask(emulator, operation, &body).await.refusal();
    assert_eq!(status, 400, "{code}: {message}");
    (code, message)
}

/// A service with one image, `one`, that has every member.
pub async fn service_of_one() -> Emulator {
    let one = CatalogueImage {
        display_name: Some("One".to_owned()),
        description: Some("The only one".to_owned()),
        role: Some("Good".to_owned()),
        ..CatalogueImage::named("one")
    };
    let catalogue =
        Catalogue { images: vec![one], unassumable_roles: vec!["Bad".to_owned()], ..Catalogue::default() };
    Emulator::start(Options { catalogue, ..Options::default() }).await.unwrap()
}

/// The ARN of the image of [`service_of_versions`].
pub const ONE: &str = "arn:aws:sagemaker:us-east-1:123456789012:image/one";

/// A domain, `d-one`, with a user profile `mira`, a space `lab` of hers, and an app of each.
pub fn domain_one() -> CatalogueDomain {
    let app = |profile: Option<&str>, space: Option<&str>| CatalogueApp {
        profile: profile.map(str::to_owned),
        space: space.map(str::to_owned),
        app_type: "JupyterLab".to_owned(),
        name: "default".to_owned(),
        details: StudioDetails::of(json!({ "ResourceSpec": { "InstanceType": "ml.t3.medium" } })),
    };
    let space = json!({
        "SpaceSettings": { "AppType": "JupyterLab", "KernelGatewayAppSettings": {} },
        "OwnershipSettings": { "OwnerUserProfileName": "mira" },
        "SpaceSharingSettings": { "SharingType": "Private" },
    });
    CatalogueDomain {
        profiles: vec![CatalogueUserProfile { name: "mira".into(), ..Default::default() }],
        spaces: vec![CatalogueSpace { name: "lab".into(), details: StudioDetails::of(space) }],
        apps: vec![app(Some("mira"), None), app(None, Some("lab"))],
        ..CatalogueDomain::named("d-one", "one")
    }
}

/// A service with a domain as [`domain_one`], and one image, `one`: versions 1, 2 and 3, of which 2 is `prod` and `stable` and 3 is `latest`, and two tags.
pub async fn service_of_versions() -> Emulator {
    let version = |number: u32, aliases: &[&str]| CatalogueVersion {
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        created_ago: Duration::from_secs(4000 - 1000 * u64::from(number)),
        modified_ago: Duration::from_secs(100 * u64::from(number)),
        ..CatalogueVersion::numbered(number)
    };
    let versions = vec![version(1, &[]), version(2, &["stable", "prod"]), version(3, &["latest"])];
    let tags = [("team", "vision"), ("empty", "")].map(|(key, value)| (key.to_owned(), value.to_owned()));
    let one = CatalogueImage { versions, tags: tags.into(), ..CatalogueImage::named("one") };
    let catalogue = Catalogue {
        images: vec![one],
        domains: vec![domain_one()],
        app_image_configs: vec![CatalogueAppImageConfig { name: "kernel".into(), ..Default::default() }],
        ..Catalogue::default()
    };
    Emulator::start(Options { catalogue, ..Options::default() }).await.unwrap()
}
