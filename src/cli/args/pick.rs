//! `sagescope pick`.

use clap::Args;

use super::session::SessionArguments;

/// What is picked, and from where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct PickArguments {
    /// Begin with this filter
    ///
    /// Begin with this filter, as if it had been typed. Several words are one filter.
    pub query: Vec<String>,

    /// Print the ARN, not the name
    #[arg(long, help_heading = "Output")]
    pub arn: bool,

    /// Pick several images, one a line
    ///
    /// Pick several images. They are printed one a line, in the order of the list; without a mark, the image at
    /// the cursor is.
    #[arg(long, help_heading = "Output")]
    pub multi: bool,

    /// Where it begins, and how it behaves
    #[command(flatten)]
    pub session: SessionArguments,
}
