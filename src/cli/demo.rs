//! The embedded service, as the command line wants it.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Result;

use super::args::Behaviour;
use crate::aws::{Connection, KeysFrom};
use crate::domain::{AwsSetup, Colour, KeySource, Mark, Profile};
use crate::emulator::{Catalogue, Edit, Emulator, Fault, Options};

use crate::shell::SomeoneElse;

use super::UsageError;

/// The region that the demo begins in.
pub const REGION: &str = HERE.region;

/// The profile that it begins with.
pub const PROFILE: &str = HERE.profile;

/// A place of the demo: a profile and the account that it leads to.
struct Site {
    profile: &'static str,
    region: &'static str,
    account: &'static str,
    /// How many made images it holds.
    images: usize,
}

/// Where it begins, with the built-in catalogue and whatever else the command line asks for.
const HERE: Site = Site { profile: "research", region: "us-east-1", account: "123456789012", images: 0 };

/// Where one can go.
const ELSEWHERE: [Site; 2] = [
    Site { profile: PRODUCTION, region: "eu-west-1", account: "210987654321", images: 64 },
    Site { profile: "sandbox", region: "ap-southeast-2", account: "345678901234", images: 7 },
];

/// It is marked, and only to be looked at, as a careful person has it.
const PRODUCTION: &str = "production";

/// What somebody else writes on the tour.
const THEIRS: &str =
    "Training image for the vision team: PyTorch 2.4, CUDA 12.6, NCCL and the new data loaders.";

/// The services of the demo. They serve as long as they are held.
pub struct Demo {
    services: Vec<(&'static Site, Emulator)>,
}

impl Demo {
    /// Begins them; `here` is what the command line wants of the first.
    ///
    /// # Errors
    ///
    /// When no port can be had.
    pub async fn begin(here: Options) -> Result<Self> {
        let mut services = vec![(&HERE, Emulator::start(here).await?)];
        for site in &ELSEWHERE {
            let options = Options {
                region: site.region.into(),
                account: site.account.into(),
                catalogue: Catalogue::made(site.images),
                ..Options::default()
            };
            services.push((site, Emulator::start(options).await?));
        }
        Ok(Self { services })
    }

    /// How they are reached, each by its profile; no credentials are needed.
    #[must_use]
    pub fn connections(&self, read_only: bool) -> Vec<Connection> {
        let marks = Arc::new(marks().into_keys().collect());
        let connection = |(site, service): &(&Site, Emulator)| Connection {
            profile: Some(site.profile.into()),
            region: Some(site.region.into()),
            endpoint_url: Some(service.endpoint_url()),
            read_only,
            read_only_profiles: Arc::clone(&marks),
            keys: KeysFrom::Fixed,
            ..Connection::default()
        };
        self.services.iter().map(connection).collect()
    }

    /// Somebody else, who works where it begins.
    #[must_use]
    pub fn someone_else(&self) -> Option<SomeoneElse> {
        let (_, service) = self.services.first()?;
        let service = service.clone();
        Some(SomeoneElse(Box::new(move |image| {
            // Where there is no such image, nobody changes it.
            let _ = service.edit_as_someone_else(image.as_str(), Edit::description(THEIRS));
        })))
    }

    /// What there is to choose from.
    #[must_use]
    pub fn aws_setup(&self) -> AwsSetup {
        let profile = |(site, _): &(&Site, Emulator)| Profile {
            name: site.profile.into(),
            region: Some(site.region.into()),
            source: KeySource::Static,
            account: Some(site.account.into()),
            trouble: None,
        };
        AwsSetup { profiles: self.services.iter().map(profile).collect(), ..AwsSetup::default() }
    }
}

/// How the profiles of the demo are marked.
#[must_use]
pub fn marks() -> BTreeMap<String, Mark> {
    let mark = Mark { word: Some("PROD".into()), colour: Some(Colour::Red), read_only: true };
    [(PRODUCTION.to_owned(), mark)].into()
}

/// The options that `behaviour` stands for.
///
/// # Errors
///
/// [`UsageError`] for a fault that can't be read.
pub fn options(port: u16, behaviour: &Behaviour) -> Result<Options> {
    let read = |text: &String| {
        text.parse::<Fault>().map_err(|why| UsageError(format!("--fault {text:?} can't be used: {why}")))
    };
    let faults = behaviour.faults.iter().map(read).collect::<Result<_, _>>()?;
    let catalogue = match behaviour.images {
        Some(count) => Catalogue::made(count as usize),
        None => Catalogue::built_in(),
    };
    let catalogue = match behaviour.domains {
        Some(count) => catalogue.with_made_domains(count as usize),
        None => catalogue,
    };
    Ok(Options {
        port,
        region: REGION.into(),
        latency: behaviour.latency(),
        settle: behaviour.settle(),
        faults,
        catalogue,
        ..Options::default()
    })
}
