//! The AWS adapter against the embedded service: the real SDK over real HTTP.

mod alias_troubles;
mod aliases;
mod answers;
pub mod child;
mod config;
mod console;
mod contents;
mod failures;
mod files;
mod fixtures;
mod keys;
mod no_file;
mod portal;
mod raw;
mod refusals;
mod roles;
mod scripted;
mod studio;
mod studio_answers;
mod tags;
mod tls;
mod transport;
mod versions;
mod writes;

use std::time::Duration;

use sagescope::aws::{Client, Connection, KeysFrom, TimeLimits};
use sagescope::domain::{
    AppOwner, DomainId, Failure, FailureClass, Image, ImageName, ImageStatus, SpaceKey, StudioAppKey, Text,
    UserProfileKey,
};
use sagescope::edit::kind::image::{DISPLAY_NAME, UpdateImage};
use sagescope::edit::{Call, Change};
use sagescope::emulator::{
    Arrival, Catalogue, CatalogueApp, CatalogueAppImageConfig, CatalogueDomain, CatalogueImage,
    CatalogueSpace, CatalogueUserProfile, CatalogueVersion, Emulator, Options,
};
use sagescope::service::{Answer, ListEnd, PageToken, RawOf, Read, Reply, Request};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::PATIENCE;

const IMAGE: &str = "pytorch-2.4-gpu";

async fn service(images: Vec<CatalogueImage>) -> Emulator {
    let catalogue = Catalogue { images, ..Catalogue::default() };
    Emulator::start(Options { catalogue, ..Options::default() }).await.unwrap()
}

pub async fn service_with_image() -> Emulator {
    service(vec![CatalogueImage {
        display_name: Some("PyTorch 2.4".into()),
        description: Some("For the vision team".into()),
        role: Some("SageMakerImages".into()),
        versions: vec![
            CatalogueVersion { aliases: vec!["stable".into()], ..CatalogueVersion::numbered(1) },
            CatalogueVersion { aliases: vec!["latest".into()], ..CatalogueVersion::numbered(2) },
        ],
        tags: [("team".to_owned(), "ml".to_owned())].into(),
        ..CatalogueImage::named(IMAGE)
    }])
    .await
}

/// How long an answer takes is up to the machine; only for the metadata nobody waits longer than the
/// program does.
pub fn patient() -> TimeLimits {
    TimeLimits {
        connect: PATIENCE,
        keys: PATIENCE,
        backoff: TimeLimits::default().backoff,
        ..giving(PATIENCE)
    }
}

/// Waits between attempts are cut short too.
pub fn brisk() -> TimeLimits {
    TimeLimits { backoff: Duration::from_millis(1), ..patient() }
}

/// With so much time for each attempt.
pub fn giving(limit: Duration) -> TimeLimits {
    let operation = limit * 4;
    TimeLimits {
        attempt: limit,
        operation,
        list_attempt: limit,
        list_operation: operation,
        write: limit,
        backoff: Duration::from_millis(1),
        ..TimeLimits::default()
    }
}

/// For a service that hangs: each gives an attempt more time than the one before. How much is enough
/// for a request to arrive is up to the machine.
pub const EVER_MORE: [Duration; 4] =
    [Duration::from_millis(300), Duration::from_secs(1), Duration::from_secs(4), Duration::from_secs(15)];

pub fn connection(endpoint_url: String) -> Connection {
    Connection {
        region: Some("us-east-1".into()),
        endpoint_url: Some(endpoint_url),
        keys: KeysFrom::Fixed,
        limits: brisk(),
        ..Connection::default()
    }
}

fn client(service: &Emulator) -> Client {
    Client::new(connection(service.endpoint_url()))
}

fn client_giving(limit: Duration, service: &Emulator) -> Client {
    Client::new(Connection { limits: giving(limit), ..connection(service.endpoint_url()) })
}

pub fn name() -> ImageName {
    ImageName::parse(IMAGE).unwrap()
}

fn rename() -> Request {
    let changes = [(DISPLAY_NAME, Change::Set("Renamed".into()))].into();
    Request::Write(Call::UpdateImage(UpdateImage::new(name(), changes)))
}

pub fn arn() -> Text {
    Text::clean(&format!("arn:aws:sagemaker:us-east-1:123456789012:image/{IMAGE}"))
}

fn aliases_of_image(versions: Option<&[u32]>, instead: Option<&[&str]>) -> Request {
    let versions = versions.map(|versions| versions.iter().copied().collect());
    let instead = instead.map(|names| names.iter().map(|name| Text::clean(name)).collect());
    Request::Read(Read::Aliases { image: name(), versions, instead })
}

/// What is read of versions, aliases and tags, each with the operation that is asked for.
fn reads_of_contents() -> [(&'static str, Request); 4] {
    [
        ("ListImageVersions", Request::Read(Read::Versions { image: name(), after: None })),
        ("DescribeImageVersion", Request::Read(Read::Version(name(), 1))),
        ("ListAliases", aliases_of_image(Some(&[1, 2]), None)),
        ("ListTags", Request::Read(Read::Tags { image: name(), arn: Some(arn()) })),
    ]
}

/// The domain that the reads of Studio are about.
const DOMAIN: &str = "d-one";

/// A service that has one of everything that the reads of Studio ask for.
pub async fn service_with_studio() -> Emulator {
    let service = service_with_image().await;
    let mut domain = CatalogueDomain::named(DOMAIN, "one");
    domain.profiles.push(CatalogueUserProfile { name: "mira".into(), ..CatalogueUserProfile::default() });
    domain.spaces.push(CatalogueSpace { name: "lab".into(), ..CatalogueSpace::default() });
    domain.apps.push(CatalogueApp {
        space: Some("lab".into()),
        app_type: "JupyterLab".into(),
        name: "default".into(),
        ..CatalogueApp::default()
    });
    service.add_domain(domain);
    let config = CatalogueAppImageConfig { name: "kernel".into(), ..CatalogueAppImageConfig::default() };
    service.add_app_image_config(config);
    service
}

pub fn domain_id() -> DomainId {
    DomainId::received(DOMAIN)
}

pub fn user_profile_key() -> UserProfileKey {
    UserProfileKey { domain: domain_id(), name: "mira".into() }
}

pub fn space_key() -> SpaceKey {
    SpaceKey { domain: domain_id(), name: "lab".into() }
}

pub fn app_key() -> StudioAppKey {
    let owner = AppOwner::Space("lab".into());
    StudioAppKey { domain: domain_id(), owner, app_type: "JupyterLab".into(), name: "default".into() }
}

/// What is read of Studio, each with the operation that is asked for and what policies allow it on.
fn reads_of_studio() -> [(&'static str, Read, &'static str); 8] {
    [
        ("ListDomains", Read::Domains { after: None }, "domain/*"),
        ("DescribeDomain", Read::Domain(domain_id()), "domain/d-one"),
        ("ListUserProfiles", Read::UserProfiles { after: None }, "user-profile/*"),
        ("DescribeUserProfile", Read::UserProfile(user_profile_key()), "user-profile/d-one/mira"),
        ("ListSpaces", Read::Spaces { after: None }, "space/*"),
        ("DescribeSpace", Read::Space(space_key()), "space/d-one/lab"),
        ("ListApps", Read::Apps { after: None }, "app/*"),
        ("DescribeApp", Read::App(app_key()), "app/d-one/lab/JupyterLab/default"),
    ]
}

/// All that is read, each with the operation that is asked for.
pub fn reads() -> impl Iterator<Item = (&'static str, Request)> {
    let of_studio = reads_of_studio().into_iter();
    reads_of_contents()
        .into_iter()
        .chain(of_studio.map(|(operation, read, _)| (operation, Request::Read(read))))
}

pub fn list() -> Request {
    Request::Read(Read::List { end: ListEnd::Front, after: None })
}

fn image(reply: Reply) -> Image {
    match reply.unwrap() {
        Answer::Described(image) => *image,
        other => panic!("no description: {other:?}"),
    }
}

fn page(reply: Reply) -> (Vec<Image>, Option<PageToken>) {
    match reply.unwrap() {
        Answer::Page { images, next } => (images, next),
        other => panic!("no page: {other:?}"),
    }
}

fn arrived(service: &Emulator, operation: &str) -> Vec<Arrival> {
    service.arrivals().into_iter().filter(|arrival| arrival.operation == operation).collect()
}

/// A server that gives every request on every connection the same answer.
async fn answering(head: &'static str, body: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = [0; 16 * 1024];
            let _ = stream.read(&mut request).await;
            let length = body.len();
            let answer =
                format!("HTTP/1.1 {head}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}");
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    url
}

async fn asked(head: &'static str, body: &'static str, request: Request) -> Reply {
    Client::new(connection(answering(head, body).await)).perform(request).await
}
