//! How a person looks at the answer of the service as it came.

use crate::app::Input;
use crate::export::RawFormat;

use super::RawPage;

/// About what of an image the answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RawSubject {
    /// The image itself.
    #[default]
    Image,
    /// The version in focus.
    Version,
    /// The user of the image that is in focus.
    User,
    /// An app image config with which that user runs the image: the first, or one of the others.
    AppImageConfig(usize),
}

impl RawSubject {
    /// The next one. Behind the last app image config, the image is to follow again.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Image => Self::Version,
            Self::Version => Self::User,
            Self::User => Self::AppImageConfig(0),
            Self::AppImageConfig(at) => Self::AppImageConfig(at + 1),
        }
    }

    /// Whether it is about a user of the image.
    #[must_use]
    pub fn is_of_user(self) -> bool {
        match self {
            Self::User | Self::AppImageConfig(_) => true,
            Self::Image | Self::Version => false,
        }
    }
}

/// The answer that is shown, and how.
#[derive(Debug, Default)]
pub struct RawTab {
    /// As what it is laid out.
    pub format: RawFormat,
    /// About what it is.
    pub subject: RawSubject,
    /// Whether the person came from the users of the image, and goes back to them.
    pub is_from_users: bool,
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
