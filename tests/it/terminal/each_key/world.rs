//! The program and the service that it stands before.

use std::fs;
use std::time::Duration;

use sagescope::emulator::{CatalogueVersion, Change, Edit, ImageStatus};

use super::super::{NARROW, Service, Start, WIDE, Window};
use crate::terminal::log_in::world::{World as Portal, role_with_mfa, service_with_mfa};
use crate::terminal::rig::service::IMAGE;

/// What there is to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A list of many images on a wide screen.
    List,
    /// A picker for the shell, of several images, with the same list.
    Pick,
    /// [`IMAGE`] in the detail, with versions, aliases and tags.
    Image,
    /// The same on a wide screen.
    Wide,
    /// The same on a low one.
    Low,
    /// The same on a high one, on which a review stands whole.
    High,
    /// The same on one that is hardly wide.
    Slim,
    /// The same where no journal can be written.
    NoJournal,
    /// The demo, at an image that is used by many.
    Demo,
    /// The demo, which answers slowly.
    SlowDemo,
    /// The demo, which is shown by itself.
    Tour,
    /// No credentials at all.
    NoKeys,
    /// The same in a picker for the shell.
    PickNoKeys,
    /// Keys that a process is to give, which never ends.
    Waiting,
    /// Keys that a process was to give, which failed with a word on its standard error.
    Process,
    /// Somebody has to log in, over SSH; there is no AWS CLI.
    LogIn,
    /// A role that wants a code.
    Code,
}

/// Who is asked.
enum Asked {
    Service(Service),
    Portal(Portal),
    /// Nobody of ours.
    Nobody,
}

/// The program and who it asks.
pub struct World {
    pub window: Window,
    asked: Asked,
}

/// Many images; [`IMAGE`] has two versions, an alias and two tags.
fn service() -> Service {
    let service = Service::of(120);
    for number in 1..=2 {
        let version = CatalogueVersion {
            vendor_guidance: Some("STABLE".into()),
            modified_ago: Duration::from_hours(1),
            created_ago: Duration::from_hours(2),
            ..CatalogueVersion::numbered(number)
        };
        assert!(service.emulator.add_version(IMAGE, version));
    }
    assert!(service.emulator.set_alias(IMAGE, "latest", 2));
    assert!(service.emulator.set_tag(IMAGE, "cost-center", "4711"));
    assert!(service.emulator.set_tag(IMAGE, "team", "vision"));
    service
}

impl World {
    pub fn begin(kind: Kind) -> Self {
        let of_image = |size| {
            let service = service();
            // Times are to differ from those in UTC.
            let start = Start::on(&service).env("TZ", "Asia/Tokyo").arg(IMAGE).size(size);
            (start, Asked::Service(service))
        };
        let (start, asked) = match kind {
            Kind::List => {
                let service = service();
                (Start::on(&service).size(WIDE), Asked::Service(service))
            }
            Kind::Pick => {
                let service = service();
                (Start::on(&service).size(WIDE).arg("pick").arg("--multi"), Asked::Service(service))
            }
            Kind::Image => of_image(NARROW),
            Kind::Wide => of_image(WIDE),
            Kind::Low => of_image((80, 10)),
            Kind::High => of_image((120, 70)),
            Kind::Slim => of_image((50, 24)),
            Kind::NoJournal => {
                let (start, asked) = of_image((120, 70));
                let state = start.home.path().join(".local/state/sagescope");
                fs::create_dir_all(state.join("journal.jsonl")).unwrap();
                (start, asked)
            }
            Kind::Demo => (Start::with(&["pytorch-2.4-gpu", "--demo"]), Asked::Nobody),
            Kind::SlowDemo => {
                (Start::with(&["pytorch-2.4-gpu", "--demo", "--latency", "300"]), Asked::Nobody)
            }
            Kind::Tour => (Start::with(&["--demo", "--tour"]), Asked::Nobody),
            Kind::NoKeys => {
                (Start::with(&[]).without(&["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]), Asked::Nobody)
            }
            Kind::PickNoKeys => (
                Start::with(&["pick"]).without(&["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]),
                Asked::Nobody,
            ),
            Kind::Waiting => {
                let config = "[default]\nregion = eu-west-1\ncredential_process = /bin/sleep 600\n";
                (Start::at_home(config).env("AWS_ENDPOINT_URL", "http://127.0.0.1:9"), Asked::Nobody)
            }
            Kind::Process => {
                let config = "[default]\nregion = eu-west-1\ncredential_process = /bin/ls /no-such-file\n";
                (Start::at_home(config).env("AWS_ENDPOINT_URL", "http://127.0.0.1:9"), Asked::Nobody)
            }
            Kind::LogIn => {
                let portal = Portal::new();
                let start = portal.start(None).env("SSH_CONNECTION", "a 1 b 22");
                (start, Asked::Portal(portal))
            }
            Kind::Code => {
                let service = service_with_mfa();
                let start = Start::at_home(&role_with_mfa()).env("AWS_ENDPOINT_URL", service.endpoint_url());
                (start, Asked::Service(service))
            }
        };
        Self { window: start.open(), asked }
    }

    pub fn service(&self) -> &Service {
        match &self.asked {
            Asked::Service(service) => service,
            Asked::Portal(portal) => &portal.service,
            Asked::Nobody => panic!("the demo is in the program"),
        }
    }

    /// The operations that have arrived.
    pub fn arrivals(&self) -> Vec<String> {
        match &self.asked {
            Asked::Nobody => Vec::new(),
            _ => self.service().emulator.arrivals().into_iter().map(|arrival| arrival.operation).collect(),
        }
    }

    /// Something happens at the service.
    pub fn other(&self, what: &str) {
        let emulator = &self.service().emulator;
        let image = &|status, why| assert!(emulator.set_status(IMAGE, status, why));
        match what {
            "updating" => image(ImageStatus::Updating, None),
            "failed" => image(ImageStatus::UpdateFailed, Some("The role is gone.")),
            "edited" => {
                let theirs = Edit {
                    display_name: Change::Set("Theirs".into()),
                    description: Change::Set("Theirs too".into()),
                    role_arn: None,
                };
                assert!(emulator.edit_as_someone_else(IMAGE, theirs));
            }
            "denied" => self.service().inject("UpdateImage=denied"),
            "tags-denied" => self.service().inject("ListTags=denied"),
            _ => panic!("nothing is called {what}"),
        }
    }
}
