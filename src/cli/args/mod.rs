//! The flags and subcommands, as they are declared.
//!
//! A flag belongs to a group: the file of the group declares it, with its heading. The first paragraph of its
//! words is what `-h` shows, the others are for `--help` and the manual page.

mod appearance;
mod choice;
mod command;
mod config_path;
mod pick;
mod place;
mod service;
mod session;
mod terminal;
mod whole;

use clap::Parser;
use clap::builder::FalseyValueParser;

pub use appearance::AppearanceArguments;
pub use command::{Command, ConfigCommand};
pub use config_path::ConfigPath;
pub use pick::PickArguments;
pub use place::PlaceArguments;
pub use service::{Behaviour, DemoArguments};
pub use session::SessionArguments;
pub use terminal::TerminalArguments;
pub use whole::command;

/// A terminal browser for Amazon SageMaker images
///
/// A terminal browser for Amazon SageMaker images: find one, see everything about it, and change it safely: its
/// display name, description and role, its versions, aliases and tags.
///
/// Nothing is sent that you have not seen. AWS configuration works as in the AWS CLI: profiles, SSO, roles, AWS_*
/// variables.
#[derive(Debug, Parser)]
// By its name, whatever it is called: that name comes from outside.
#[command(version, bin_name = "sagescope", max_term_width = 100, override_usage = USAGE)]
pub struct Arguments {
    /// Open on this image: its name or its ARN
    ///
    /// Open on this image: its name or its ARN. One that is named like a command stands behind --, as in
    /// `sagescope -- pick`.
    pub image: Option<String>,

    /// Where it begins, and how it behaves
    #[command(flatten)]
    pub session: SessionArguments,

    /// Allow no changes
    ///
    /// Allow no changes. The config file can say so for a profile.
    #[arg(long, env = "SAGESCOPE_READ_ONLY", value_parser = FalseyValueParser::new(),
        help_heading = "Behavior")]
    pub read_only: bool,

    /// With --demo: play a tour of the program
    ///
    /// With --demo: play a tour of the program, with captions, for about a minute and a half. Space pauses it; any
    /// other key ends it, and you go on from there.
    #[arg(long, conflicts_with = "image", help_heading = "Embedded service")]
    pub tour: bool,

    /// Something else to do
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The forms of the command line.
const USAGE: &str = "sagescope [OPTIONS] [IMAGE]\n       sagescope <COMMAND>";
