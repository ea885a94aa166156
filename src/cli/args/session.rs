//! What the browser and the picker have in common.

use clap::Args;

use crate::domain::AutoRefresh;

use super::appearance::AppearanceArguments;
use super::config_path::ConfigPath;
use super::place::PlaceArguments;
use super::service::DemoArguments;
use super::terminal::TerminalArguments;

/// Where a session begins, and how it behaves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct SessionArguments {
    /// Where it begins
    #[command(flatten)]
    pub place: PlaceArguments,

    /// Refresh the list this often, or off
    ///
    /// Refresh the list this often, such as 30s or 2m, and the image on the screen in proportion; or off. Less
    /// often while nobody is there. The default is 30s.
    #[arg(long, value_name = "TIME|off", env = "SAGESCOPE_REFRESH", help_heading = "Behavior")]
    pub refresh: Option<AutoRefresh>,

    /// The config file
    #[command(flatten)]
    pub config: ConfigPath,

    /// What the screen looks like
    #[command(flatten)]
    pub appearance: AppearanceArguments,

    /// What the terminal is used for
    #[command(flatten)]
    pub terminal: TerminalArguments,

    /// Whether the embedded service is browsed
    #[command(flatten)]
    pub service: DemoArguments,
}

impl SessionArguments {
    /// What is said here, and else what is said in `others`.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self {
            place: self.place.or(others.place),
            refresh: self.refresh.or(others.refresh),
            config: ConfigPath { file: self.config.file.or(others.config.file) },
            appearance: self.appearance.or(others.appearance),
            terminal: self.terminal.or(others.terminal),
            service: self.service.or(others.service),
        }
    }

    /// Whether the embedded service is browsed.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.service.demo
    }
}
