//! The embedded service, in the test's own process.

use std::collections::BTreeSet;
use std::time::Duration;

use sagescope::emulator::{Arrival, Catalogue, CatalogueImage, CatalogueVersion, Emulator, Mfa, Options};
use serde_json::Value;
use tokio::runtime::Runtime;

use super::process::waited_until;

/// The image that the tests edit.
pub const IMAGE: &str = "atlas-pytorch-2.4-gpu";

/// A running service. It serves on a thread of its own.
pub struct Service {
    pub emulator: Emulator,
    count: usize,
    _runtime: Runtime,
}

impl Service {
    /// With `count` images, one of them [`IMAGE`].
    pub fn of(count: usize) -> Self {
        Self::begin(count, Catalogue::made(count - 1), Options::default())
    }

    /// That of another account and region: with an image `only`, and with [`IMAGE`].
    pub fn of_account(account: &str, region: &str, only: &str) -> Self {
        let mut catalogue = Catalogue::empty();
        catalogue.images.push(CatalogueImage::named(only));
        let options = Options { account: account.into(), region: region.into(), ..Options::default() };
        Self::begin(2, catalogue, options)
    }

    /// With an image `aaa` that has three versions, aliases and tags, and [`IMAGE`].
    pub fn with_versions() -> Self {
        let mut catalogue = Catalogue::empty();
        let version = |number, aliases: &[&str]| CatalogueVersion {
            aliases: aliases.iter().map(ToString::to_string).collect(),
            job_type: Some("TRAINING".into()),
            ..CatalogueVersion::numbered(number)
        };
        catalogue.images.push(CatalogueImage {
            versions: vec![version(1, &["rollback"]), version(2, &[]), version(4, &["latest", "prod"])],
            tags: [("team", "vision"), ("stage", "production")].map(|(k, v)| (k.into(), v.into())).into(),
            ..CatalogueImage::named("aaa")
        });
        Self::begin(2, catalogue, Options::default())
    }

    /// With an image `aaa` that has these words, and [`IMAGE`].
    pub fn describing(display_name: &str, description: &str) -> Self {
        let mut catalogue = Catalogue::empty();
        catalogue.images.push(CatalogueImage {
            display_name: Some(display_name.chars().take(128).collect()),
            description: Some(description.chars().take(512).collect()),
            ..CatalogueImage::named("aaa")
        });
        Self::begin(2, catalogue, Options::default())
    }

    /// One whose account has a role that wants a code.
    pub fn with_mfa(mfa: Mfa) -> Self {
        Self::begin(3, Catalogue::made(2), Options { mfa: Some(mfa), ..Options::default() })
    }

    fn begin(count: usize, mut catalogue: Catalogue, options: Options) -> Self {
        catalogue.images.push(CatalogueImage {
            display_name: Some("PyTorch 2.4".into()),
            description: Some("For the atlas team".into()),
            role: Some("SageMakerImages".into()),
            created_ago: Duration::from_hours(72),
            modified_ago: Duration::from_hours(48),
            ..CatalogueImage::named(IMAGE)
        });
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let options = Options { catalogue, settle: Duration::from_millis(50), ..options };
        let emulator = runtime.block_on(Emulator::start(options)).unwrap();
        Self { emulator, count, _runtime: runtime }
    }

    /// Where it is.
    pub fn endpoint_url(&self) -> String {
        self.emulator.endpoint_url()
    }

    /// The names of its images, in order.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<_> =
            Catalogue::made(self.count - 1).images.into_iter().map(|image| image.name).collect();
        names.push(IMAGE.into());
        names.sort();
        names
    }

    /// Lets something go wrong, as `UpdateImage=denied`.
    pub fn inject(&self, fault: &str) {
        self.emulator.inject(fault.parse().unwrap());
    }

    /// The bodies of the requests for `operation` that have arrived.
    pub fn arrived(&self, operation: &str) -> Vec<Value> {
        let all = self.emulator.arrivals().into_iter();
        all.filter(|arrival| arrival.operation == operation).map(|arrival| arrival.body).collect()
    }

    /// Which keys signed what has arrived, and for which region; each pair once.
    pub fn signed_by(&self) -> BTreeSet<(String, String)> {
        let all = self.emulator.arrivals().into_iter();
        all.filter_map(|arrival| Some((arrival.access_key?, arrival.region?))).collect()
    }

    /// The requests about [`IMAGE`], in order.
    pub fn about_image(&self) -> Vec<String> {
        let is_about = |arrival: &Arrival| arrival.image_name() == Some(IMAGE);
        self.emulator.arrivals().into_iter().filter(is_about).map(|arrival| arrival.operation).collect()
    }

    /// Waits until a request for `operation` has arrived.
    #[track_caller]
    pub fn waits_for(&self, operation: &str) {
        waited_until(operation, || !self.arrived(operation).is_empty());
    }
}
