//! The embedded service.

use std::time::Duration;

use clap::Args;
use clap::builder::FalseyValueParser;

use crate::emulator::{FaultKind, Operation};

/// Whether it is browsed, and how it behaves then.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
#[command(next_help_heading = "Embedded service")]
pub struct DemoArguments {
    /// Browse the embedded service
    ///
    /// Browse the embedded service: no account, no credentials, nothing real. It is a SageMaker image service
    /// within this program, which the browser speaks to over HTTP. What is changed in it is gone when the
    /// program ends. The options below say how it behaves.
    #[arg(long, env = "SAGESCOPE_DEMO", value_parser = FalseyValueParser::new())]
    pub demo: bool,

    /// How it behaves
    #[command(flatten)]
    pub behaviour: Behaviour,
}

/// How long an update takes in the embedded service, in milliseconds, unless it is said.
const SETTLE: u64 = 3_000;

/// How the embedded service behaves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
#[command(next_help_heading = "Embedded service")]
pub struct Behaviour {
    /// Generate N images, up to 100,000
    ///
    /// Generate this many images, up to 100,000, instead of using the built-in catalogue.
    #[arg(long, value_name = "N", env = "SAGESCOPE_IMAGES",
        value_parser = clap::value_parser!(u32).range(0..=100_000))]
    pub images: Option<u32>,

    /// Generate N Studio domains, up to 1,000
    ///
    /// Generate this many Studio domains, up to 1,000, each with ten user profiles and ten spaces.
    #[arg(long, value_name = "N", env = "SAGESCOPE_DOMAINS",
        value_parser = clap::value_parser!(u32).range(0..=1000))]
    pub domains: Option<u32>,

    /// Delay each response by MS milliseconds
    ///
    /// Delay each response by this many milliseconds. The default is 0.
    #[arg(long, value_name = "MS", env = "SAGESCOPE_LATENCY")]
    pub latency: Option<u64>,

    /// Have an update take MS milliseconds
    ///
    /// How long an update takes, in milliseconds, before the image is CREATED again. The default is 3000.
    #[arg(long, value_name = "MS", env = "SAGESCOPE_SETTLE")]
    pub settle: Option<u64>,

    /// Inject a fault; can be repeated
    #[arg(long = "fault", value_name = "OPERATION=KIND", env = "SAGESCOPE_FAULT", long_help = fault_help())]
    pub faults: Vec<String>,
}

/// Every operation and kind, with what it does.
fn fault_help() -> String {
    let operations = Operation::ALL.map(Operation::as_str).join(", ");
    let kinds: Vec<_> =
        FaultKind::meanings().iter().map(|(kind, does)| format!("  {kind:<14}{does}")).collect();
    format!(
        "Inject a fault, such as UpdateImage=throttle, ListImages=slow:2000 or DescribeImage=fault-500x2. Can be \
         repeated.\n\n\
         OPERATION is * for all, or one of {operations}.\n\n\
         KIND is one of these, followed by xN for N requests only:\n\n{}",
        kinds.join("\n")
    )
}

impl DemoArguments {
    /// What is said here, and else what is said in `others`.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self { demo: self.demo || others.demo, behaviour: self.behaviour.or(others.behaviour) }
    }
}

impl Behaviour {
    /// The delay of each answer.
    #[must_use]
    pub fn latency(&self) -> Duration {
        Duration::from_millis(self.latency.unwrap_or_default())
    }

    /// How long an update takes.
    #[must_use]
    pub fn settle(&self) -> Duration {
        Duration::from_millis(self.settle.unwrap_or(SETTLE))
    }

    /// Whether anything was asked for.
    #[must_use]
    pub fn is_asked_for(&self) -> bool {
        *self != Self::default()
    }

    fn or(self, others: Self) -> Self {
        Self {
            images: self.images.or(others.images),
            domains: self.domains.or(others.domains),
            latency: self.latency.or(others.latency),
            settle: self.settle.or(others.settle),
            faults: if self.faults.is_empty() { others.faults } else { self.faults },
        }
    }
}
