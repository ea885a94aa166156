//! How a person looks at the answer of the service as it came.

use crate::app::Input;
use crate::export::RawFormat;

use super::RawPage;

/// The answer that is shown, and how.
#[derive(Debug, Default)]
pub struct RawTab {
    /// As what it is laid out.
    pub format: RawFormat,
    /// Whether it is that of the version in focus, not of the image.
    pub is_of_version: bool,
    /// Whether long lines are cut at the edge, not wrapped.
    pub is_cut: bool,
    /// Where they are cut: how many of their cells are left of the window.
    pub column: usize,
    /// What is searched for; empty for nothing.
    pub wanted: String,
    /// The same as it is typed, while it is.
    pub typing: Option<Input>,
    /// The answer, laid out, while the tab is open.
    pub page: Option<RawPage>,
}
