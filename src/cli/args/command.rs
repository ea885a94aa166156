//! The subcommands.

use std::path::PathBuf;

use clap::{Subcommand, ValueHint};
use clap_complete::Shell;

use super::config_path::ConfigPath;
use super::pick::PickArguments;
use super::service::Behaviour;

/// What else the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Pick an image and print its name, for use in a shell
    ///
    /// Picks an image in the terminal and prints its name, so that a command can use it. The list is that of the
    /// browser with its filter open: what you type filters at once. It draws on the terminal also where standard
    /// output and standard input are not one. Nothing can be changed in it.
    Pick(Box<PickArguments>),
    /// Serve the embedded SageMaker image service
    ///
    /// Serves the embedded SageMaker image service on the loopback address for other clients, such as the AWS
    /// CLI, until a signal ends it. The first line that it prints is its address.
    Emulator {
        /// Listen on this port; 0 picks a free one
        ///
        /// Listen on this port of the loopback address. 0, the default, picks a free one.
        #[arg(long, env = "SAGESCOPE_PORT", hide_default_value = true, default_value_t = 0)]
        port: u16,

        /// How the service behaves
        #[command(flatten)]
        behaviour: Behaviour,
    },
    /// Print the key bindings in force
    ///
    /// Prints the key bindings in force, those of the config file included, by where they work. The names are
    /// those of the config file.
    Keys {
        /// The config file
        #[command(flatten)]
        config: ConfigPath,
    },
    /// Print, check or describe the config file
    ///
    /// Prints a config file with every default; or checks one, or prints its JSON schema for editors.
    Config {
        /// What to do instead of printing a config file
        #[command(subcommand)]
        what: Option<ConfigCommand>,
    },
    /// Print a completion script for a shell
    ///
    /// Prints a script that completes subcommands, options and their values in a shell.
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    ///
    /// Prints the manual page in roff, with the keys in it. To read it: sagescope man | man -l -
    Man,
}

/// What can be done with a config file.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Check a config file
    ///
    /// Prints each problem of a config file with file, line and column. The exit code is 1 if there are any.
    Check {
        /// Check this file
        ///
        /// Check this file instead of config.toml in the config folder.
        #[arg(env = "SAGESCOPE_CONFIG", value_hint = ValueHint::FilePath)]
        file: Option<PathBuf>,
    },
    /// Print the JSON schema of the config file
    Schema,
}
