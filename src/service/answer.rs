//! What the service answered.

use crate::domain::{
    AliasMap, AwsSetup, Failure, Image, ImageVersion, Location, RawBody, Space, StudioApp, StudioDomain,
    TagSet, Text, UserProfile,
};
use crate::edit::Snapshot;

use super::PageToken;

/// What came of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// To [`Local::Locate`](super::Local::Locate).
    Located(Location),
    /// To [`Local::Survey`](super::Local::Survey).
    Surveyed(Box<AwsSetup>),
    /// To [`Request::LogIn`](super::Request::LogIn): keys are at hand.
    LoggedIn,
    /// To [`Read::WhoAmI`](super::Read::WhoAmI): the account id.
    Account(Text),
    /// To [`Read::List`](super::Read::List) and [`Read::Changed`](super::Read::Changed).
    Page {
        /// The images of this page.
        images: Vec<Image>,
        /// The way to the next page, or nothing at the end.
        next: Option<PageToken>,
    },
    /// To [`Read::Describe`](super::Read::Describe).
    Described(Box<Image>),
    /// To [`Read::Versions`](super::Read::Versions).
    Versions {
        /// The versions of this page: of each what a list tells.
        versions: Vec<ImageVersion>,
        /// The way to the next page, or nothing at the end.
        next: Option<PageToken>,
    },
    /// To [`Read::Version`](super::Read::Version).
    Version(Box<ImageVersion>),
    /// To [`Read::Aliases`](super::Read::Aliases).
    Aliases(Box<AliasMap>),
    /// To [`Read::Tags`](super::Read::Tags).
    Tags(Box<TagSet>),
    /// To [`Read::Domains`](super::Read::Domains).
    Domains {
        /// The domains of this page: of each what a list tells.
        domains: Vec<StudioDomain>,
        /// The way to the next page, or nothing at the end.
        next: Option<PageToken>,
    },
    /// To [`Read::Domain`](super::Read::Domain).
    Domain(Box<StudioDomain>),
    /// To [`Read::UserProfiles`](super::Read::UserProfiles).
    UserProfiles {
        /// The user profiles of this page: of each what a list tells.
        profiles: Vec<UserProfile>,
        /// The way to the next page, or nothing at the end.
        next: Option<PageToken>,
    },
    /// To [`Read::UserProfile`](super::Read::UserProfile).
    UserProfile(Box<UserProfile>),
    /// To [`Read::Spaces`](super::Read::Spaces).
    Spaces {
        /// The spaces of this page: of each what a list tells.
        spaces: Vec<Space>,
        /// The way to the next page, or nothing at the end.
        next: Option<PageToken>,
    },
    /// To [`Read::Space`](super::Read::Space).
    Space(Box<Space>),
    /// To [`Read::Apps`](super::Read::Apps).
    Apps {
        /// The apps of this page: of each what a list tells.
        apps: Vec<StudioApp>,
        /// The way to the next page, or nothing at the end.
        next: Option<PageToken>,
    },
    /// To [`Read::App`](super::Read::App).
    App(Box<StudioApp>),
    /// To [`Read::Raw`](super::Read::Raw): the body of the answer.
    Raw(RawBody),
    /// To [`Request::Write`](super::Request::Write): the service took the change and has begun with it.
    Accepted,
}

impl Answer {
    /// What was read of a subject, if that is what it answers.
    #[must_use]
    pub fn into_snapshot(self) -> Option<Snapshot> {
        match self {
            Self::Described(image) => Some(Snapshot::Image(*image)),
            Self::Version(version) => Some(Snapshot::Version(version)),
            Self::Aliases(map) => Some((*map).into()),
            Self::Tags(tags) => Some((*tags).into()),
            Self::Located(_)
            | Self::Surveyed(_)
            | Self::LoggedIn
            | Self::Account(_)
            | Self::Page { .. }
            | Self::Versions { .. }
            | Self::Domains { .. }
            | Self::Domain(_)
            | Self::UserProfiles { .. }
            | Self::UserProfile(_)
            | Self::Spaces { .. }
            | Self::Space(_)
            | Self::Apps { .. }
            | Self::App(_)
            | Self::Raw(_)
            | Self::Accepted => None,
        }
    }
}

/// How a request ended.
pub type Reply = Result<Answer, Failure>;
