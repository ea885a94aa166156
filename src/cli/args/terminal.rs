//! What the terminal is used for.

use clap::Args;
use clap::builder::BoolishValueParser;

use crate::domain::{Hyperlinks, Notify};

/// What the terminal is used for, beside keys and characters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Args)]
#[command(next_help_heading = "Terminal")]
pub struct TerminalArguments {
    /// Use the mouse
    ///
    /// Use the mouse: click, double-click, scroll and drag. It is off by default; --mouse=off overrides the config
    /// file. To select text meanwhile, hold Shift in most terminals.
    #[arg(long, value_name = "on|off", env = "SAGESCOPE_MOUSE", num_args = 0..=1, require_equals = true,
        default_missing_value = "on", value_parser = BoolishValueParser::new(), hide_possible_values = true)]
    pub mouse: Option<bool>,

    /// How to tell that a change has settled
    ///
    /// How to tell that a change has settled while the terminal is out of focus. With auto, the default, it is what
    /// the terminal is known to show, else the bell.
    #[arg(long, value_name = "auto|osc9|osc777|bell|off", env = "SAGESCOPE_NOTIFY")]
    pub notify: Option<Notify>,

    /// Whether ARNs are links to the console
    ///
    /// Whether ARNs are links to the console. With auto, the default, they are in terminals known to show links.
    #[arg(long, value_name = "auto|on|off", env = "SAGESCOPE_LINKS")]
    pub links: Option<Hyperlinks>,
}

impl TerminalArguments {
    /// What is said here, and else what is said in `others`.
    #[must_use]
    pub fn or(self, others: Self) -> Self {
        Self {
            mouse: self.mouse.or(others.mouse),
            notify: self.notify.or(others.notify),
            links: self.links.or(others.links),
        }
    }
}
