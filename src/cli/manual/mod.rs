//! What the program says of itself: the sections behind the options in `--help`, and the manual page.

mod help;
mod page;
mod sections;

use std::process::ExitCode;

use super::{args, report};

pub use help::with_sections;
pub use page::page;

/// `sagescope man`.
#[must_use]
pub fn man() -> ExitCode {
    report::print(&page(args::command()));
    ExitCode::SUCCESS
}
