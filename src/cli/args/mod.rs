//! The command line.

use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{BoolishValueParser, FalseyValueParser};
use clap::{Args, Parser, Subcommand};

use crate::domain::{AutoRefresh, Hyperlinks, Notify};
use crate::emulator::{FaultKind, Operation};
use crate::theme::{Depth, Ground, Setting, Symbols, ThemeSettings};

/// A terminal browser for Amazon SageMaker images: find one, see everything about it, and change
/// it: its display name, description and role, its versions, aliases and tags.
///
/// AWS configuration works as in the AWS CLI: profiles, AWS_* variables, AWS_ENDPOINT_URL.
/// In the program, the help lists its keys. Open an image named like a command with: sagescope -- NAME
#[derive(Debug, Parser)]
// By its name, whatever it is called: that name comes from outside.
#[command(version, bin_name = "sagescope", args_conflicts_with_subcommands = true, max_term_width = 100)]
pub struct Arguments {
    /// Open on this image: its name or its ARN
    pub image: Option<String>,

    /// Use this profile of the AWS configuration
    // Its variables are read with the rest of the AWS configuration.
    #[arg(
        long,
        value_name = "PROFILE",
        help = "Use this profile of the AWS configuration [env: AWS_PROFILE, AWS_DEFAULT_PROFILE]"
    )]
    pub profile: Option<String>,

    /// Use this region
    // Its variables are read with the rest of the AWS configuration.
    #[arg(long, value_name = "REGION", help = "Use this region [env: AWS_REGION, AWS_DEFAULT_REGION]")]
    pub region: Option<String>,

    /// Send requests here instead of AWS's own endpoint
    // Its variables are read with the rest of the AWS configuration.
    #[arg(
        long,
        value_name = "URL",
        help = "Send requests here instead of AWS's own endpoint [env: AWS_ENDPOINT_URL_SAGEMAKER, AWS_ENDPOINT_URL]"
    )]
    pub endpoint_url: Option<String>,

    /// Allow no changes
    #[arg(long, env = "SAGESCOPE_READ_ONLY", hide_env_values = true, value_parser = FalseyValueParser::new())]
    pub read_only: bool,

    /// Refresh the list this often, and the image on the screen in proportion
    #[arg(long, value_name = "TIME|off", env = "SAGESCOPE_REFRESH", hide_env_values = true, help = REFRESH_HELP)]
    pub refresh: Option<AutoRefresh>,

    /// Use the mouse: click, double-click, scroll and drag; --mouse=off overrides the config file
    #[arg(long, value_name = "on|off", env = "SAGESCOPE_MOUSE", hide_env_values = true, num_args = 0..=1,
        require_equals = true, default_missing_value = "on", value_parser = BoolishValueParser::new(),
        hide_possible_values = true)]
    pub mouse: Option<bool>,

    /// How to tell that a change has settled while the terminal is out of focus
    #[arg(long, value_name = "auto|osc9|osc777|bell|off", env = "SAGESCOPE_NOTIFY", hide_env_values = true)]
    pub notify: Option<Notify>,

    /// Whether ARNs are links to the console, in terminals that show links
    #[arg(long, value_name = "auto|on|off", env = "SAGESCOPE_LINKS", hide_env_values = true)]
    pub links: Option<Hyperlinks>,

    /// Browse the embedded service: no account, no credentials, nothing real
    #[arg(long, env = "SAGESCOPE_DEMO", hide_env_values = true, value_parser = FalseyValueParser::new(),
        conflicts_with_all = ["profile", "region", "endpoint_url"])]
    pub demo: bool,

    /// Show the demo by itself, with captions: about a minute and a half; any key takes over
    #[arg(long, requires = "demo", conflicts_with = "image")]
    pub tour: bool,

    /// Read this file instead of config.toml in the config folder
    #[command(flatten)]
    pub config: ConfigPath,

    /// What the screen looks like
    #[command(flatten)]
    pub appearance: AppearanceArguments,

    /// How the embedded service behaves
    #[command(flatten)]
    pub behaviour: Behaviour,

    /// Something else to do
    #[command(subcommand)]
    pub command: Option<Command>,
}

const REFRESH_HELP: &str = "Refresh the list this often, such as 30s or 2m, and the image on the screen in \
                            proportion; or off [default: 30s]";

/// What else the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the embedded SageMaker image service for other clients, such as the AWS CLI
    Emulator {
        /// Listen on this port of the loopback address; 0 picks a free one
        #[arg(long, env = "SAGESCOPE_PORT", hide_env_values = true, default_value_t = 0)]
        port: u16,

        /// How the service behaves
        #[command(flatten)]
        behaviour: Behaviour,
    },
    /// Print the active key bindings
    Keys {
        /// Read this file instead of config.toml in the config folder
        #[command(flatten)]
        config: ConfigPath,
    },
    /// Print a config file with every default, check one, or print its schema
    Config {
        /// What to do instead of printing a config file
        #[command(subcommand)]
        what: Option<ConfigCommand>,
    },
}

/// What can be done with a config file.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Check a config file: each problem with file, line and column; the exit code is 1 if there are any
    Check {
        /// Check this file instead of config.toml in the config folder
        #[arg(env = "SAGESCOPE_CONFIG", hide_env_values = true)]
        file: Option<PathBuf>,
    },
    /// Print the JSON schema of the config file
    Schema,
}

/// Where the config file is.
#[derive(Debug, Clone, Default, Args)]
pub struct ConfigPath {
    /// Read this file instead of config.toml in the config folder
    #[arg(long = "config", value_name = "FILE", env = "SAGESCOPE_CONFIG", hide_env_values = true)]
    pub file: Option<PathBuf>,
}

/// What the screen looks like.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Appearance")]
pub struct AppearanceArguments {
    /// Use this theme: sagescope, modus, catppuccin, gruvbox, or one from the config file
    #[arg(long, value_name = "NAME", env = "SAGESCOPE_THEME", hide_env_values = true)]
    pub theme: Option<String>,

    /// Take the background for light or dark instead of asking the terminal: auto, light or dark
    #[arg(long, value_name = "WHICH", env = "SAGESCOPE_BACKGROUND", hide_env_values = true)]
    pub background: Option<Setting<Ground>>,

    /// Show so many colors: auto, none, 16, 256 or true
    #[arg(long, value_name = "HOW_MANY", env = "SAGESCOPE_COLORS", hide_env_values = true)]
    pub colors: Option<Setting<Depth>>,

    /// Draw with these symbols: auto, unicode or ascii
    #[arg(long, value_name = "WHICH", env = "SAGESCOPE_SYMBOLS", hide_env_values = true)]
    pub symbols: Option<Setting<Symbols>>,
}

impl AppearanceArguments {
    /// What is set.
    #[must_use]
    pub fn settings(&self) -> ThemeSettings {
        ThemeSettings {
            name: self.theme.clone(),
            background: self.background,
            colors: self.colors,
            symbols: self.symbols,
        }
    }
}

/// How long an update takes in the embedded service, in milliseconds, unless it is said.
const SETTLE: u64 = 3_000;

/// How the embedded service behaves.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Embedded service")]
pub struct Behaviour {
    /// Generate this many images, up to 100,000, instead of using the built-in catalogue
    #[arg(long, value_name = "N", env = "SAGESCOPE_IMAGES", hide_env_values = true,
        value_parser = clap::value_parser!(u32).range(0..=100_000))]
    pub images: Option<u32>,

    /// Generate this many Studio domains, up to 1,000, each with ten user profiles and ten spaces
    #[arg(long, value_name = "N", env = "SAGESCOPE_DOMAINS", hide_env_values = true,
        value_parser = clap::value_parser!(u32).range(0..=1000))]
    pub domains: Option<u32>,

    /// Delay each response by this many milliseconds
    #[arg(long, value_name = "MS", env = "SAGESCOPE_LATENCY", hide_env_values = true, default_value_t = 0)]
    pub latency: u64,

    /// How long an update takes, in milliseconds
    #[arg(long, value_name = "MS", env = "SAGESCOPE_SETTLE", hide_env_values = true, default_value_t = SETTLE)]
    pub settle: u64,

    /// Inject a fault, such as UpdateImage=throttle, ListImages=slow:2000 or DescribeImage=fault-500x2
    #[arg(long = "fault", value_name = "OPERATION=KIND", env = "SAGESCOPE_FAULT", hide_env_values = true,
        long_help = fault_help())]
    pub faults: Vec<String>,
}

/// Every operation and kind, with what it does.
fn fault_help() -> String {
    let operations = Operation::ALL.map(Operation::as_str).join(", ");
    let kinds: Vec<_> =
        FaultKind::meanings().iter().map(|(kind, does)| format!("  {kind:<14}{does}")).collect();
    format!(
        "Inject a fault: OPERATION is one of {operations}, or * for all; KIND is one of those below, followed by xN \
         for N requests only, such as UpdateImage=throttle, ListImages=slow:2000 or DescribeImage=fault-500x2. Can \
         be repeated\n\n{}\n",
        kinds.join("\n")
    )
}

impl Behaviour {
    /// The delay of each answer.
    #[must_use]
    pub fn latency(&self) -> Duration {
        Duration::from_millis(self.latency)
    }

    /// How long an update takes.
    #[must_use]
    pub fn settle(&self) -> Duration {
        Duration::from_millis(self.settle)
    }

    /// Whether anything was asked for.
    #[must_use]
    pub fn is_asked_for(&self) -> bool {
        self.images.is_some()
            || self.domains.is_some()
            || self.latency != 0
            || self.settle != SETTLE
            || !self.faults.is_empty()
    }
}
