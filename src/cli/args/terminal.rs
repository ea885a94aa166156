//! What the terminal is used for.

use clap::Args;

use super::choice::{on_or_off, setting};
use crate::domain::{Hyperlinks, Notify, Setting};

/// What the terminal is used for, beside keys and characters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Args)]
#[command(next_help_heading = "Terminal")]
pub struct TerminalArguments {
    /// Use the mouse
    ///
    /// Use the mouse: click, double-click, scroll and drag. It is off by default; --mouse=off overrides the config
    /// file. To select text meanwhile, hold Shift in most terminals.
    #[arg(long, value_name = "on|off", env = "SAGESCOPE_MOUSE", num_args = 0..=1, require_equals = true,
        default_missing_value = "on", value_parser = on_or_off(), ignore_case = true,
        hide_possible_values = true)]
    pub mouse: Option<bool>,

    /// How to notify you of a settled change
    ///
    /// How to notify you of a change that settles while the terminal is out of focus: auto, osc9, osc777, bell or
    /// off. With auto, the default, it is a desktop notification in terminals known to show one, else the bell.
    #[arg(long, value_name = "HOW", env = "SAGESCOPE_NOTIFY", hide_possible_values = true,
        value_parser = setting::<Notify>(), ignore_case = true)]
    pub notify: Option<Setting<Notify>>,

    /// Make ARNs links to the AWS console
    ///
    /// Make ARNs links to the AWS console. With auto, the default, they are in terminals known to show links.
    #[arg(long, value_name = "auto|on|off", env = "SAGESCOPE_LINKS", hide_possible_values = true,
        value_parser = setting::<Hyperlinks>(), ignore_case = true)]
    pub links: Option<Setting<Hyperlinks>>,
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
