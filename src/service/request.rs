//! One thing that is asked for, by its kind. Whether it may go out, how often it is tried and what is
//! lost with it follow from the kind, so that a new operation has it right from the first day.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::domain::{Code, DomainId, ImageName, SpaceKey, StudioAppKey, Text, UserProfileKey, operation};
use crate::edit::{Call, Subject};

use super::{ListEnd, PageToken, RawOf};

/// One thing that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Looked up on this machine. Nothing goes over the wire.
    Local(Local),
    /// Read from the service. Tried again where that may help, and dropped where nobody waits for it.
    Read(Read),
    /// Get the keys of a role with an MFA code (`AssumeRole`). Sent once: a code is good for one use.
    LogIn(Code),
    /// Change something at the service. Sent once, never repeated; refused where the program or the
    /// profile is read-only.
    Write(Call),
}

/// What is looked up on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Local {
    /// Read the configuration: which region and endpoint are we at?
    Locate,
    /// Read environment and shared files, for a person to choose from.
    Survey,
}

/// What is read from the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// GetCallerIdentity: whose account is it?
    WhoAmI,
    /// ListImages: one page of at most 100 images, by name.
    List {
        /// From the first name on, or backwards from the last.
        end: ListEnd,
        /// Where the page before ended, or nothing for the first.
        after: Option<PageToken>,
    },
    /// ListImages: one page of at most 100 images that were changed at that time or later, the newest first.
    Changed {
        /// From when on.
        since: Timestamp,
        /// Where the page before ended, or nothing for the first.
        after: Option<PageToken>,
    },
    /// DescribeImage.
    Describe(ImageName),
    /// ListImageVersions: one page of at most 100 versions of an image, the newest first.
    Versions {
        /// Which image.
        image: ImageName,
        /// Where the page before ended, or nothing for the first.
        after: Option<PageToken>,
    },
    /// DescribeImageVersion.
    Version(ImageName, u32),
    /// Which alias stands for which version: ListAliases for all, then for each version, or
    /// DescribeImageVersion for each alias, whichever is fewer calls; at most four at once.
    Aliases {
        /// Which image.
        image: ImageName,
        /// Its versions; nothing where they have to be listed first.
        versions: Option<BTreeSet<u32>>,
        /// The aliases that are asked for one by one where ListAliases is denied; nothing where that is a
        /// failure.
        instead: Option<BTreeSet<Text>>,
    },
    /// ListTags, all of them.
    Tags {
        /// Which image.
        image: ImageName,
        /// Its ARN; nothing where DescribeImage has to be asked for it first.
        arn: Option<Text>,
    },
    /// ListDomains: one page of at most 100.
    Domains {
        /// Where the page before ended, or nothing for the first.
        after: Option<PageToken>,
    },
    /// DescribeDomain.
    Domain(DomainId),
    /// ListUserProfiles: one page of at most 100, of all domains.
    UserProfiles {
        /// Where the page before ended, or nothing for the first.
        after: Option<PageToken>,
    },
    /// DescribeUserProfile.
    UserProfile(UserProfileKey),
    /// ListSpaces: one page of at most 100, of all domains.
    Spaces {
        /// Where the page before ended, or nothing for the first.
        after: Option<PageToken>,
    },
    /// DescribeSpace.
    Space(SpaceKey),
    /// ListApps: one page of at most 100, of all domains; also those that ended within the last day.
    Apps {
        /// Where the page before ended, or nothing for the first.
        after: Option<PageToken>,
    },
    /// DescribeApp.
    App(StudioAppKey),
    /// The answer itself, as it came.
    Raw(RawOf),
}

impl Request {
    /// The operation of the service that is asked for, in the service's own spelling; nothing where
    /// none is.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        match self {
            Self::Local(_) => None,
            Self::Read(read) => Some(read.operation()),
            Self::LogIn(_) => Some(operation::ASSUME_ROLE),
            Self::Write(call) => Some(call.operation()),
        }
    }
}

impl Read {
    /// What is asked to know a subject; nothing for several at once, which are read one by one.
    #[must_use]
    pub fn of(subject: &Subject) -> Option<Self> {
        match subject {
            Subject::Image(name) => Some(Self::Describe(name.clone())),
            Subject::Version(name, number) => Some(Self::Version(name.clone(), *number)),
            Subject::Aliases(name) => {
                Some(Self::Aliases { image: name.clone(), versions: None, instead: None })
            }
            Subject::Tags(name) => Some(Self::Tags { image: name.clone(), arn: None }),
            Subject::Images(_) | Subject::TagsOf(_) => None,
        }
    }

    /// The operation that it is, in the service's own spelling.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        match self {
            Self::WhoAmI => operation::GET_CALLER_IDENTITY,
            Self::List { .. } | Self::Changed { .. } => operation::LIST_IMAGES,
            Self::Describe(_) => operation::DESCRIBE_IMAGE,
            Self::Versions { .. } => operation::LIST_IMAGE_VERSIONS,
            Self::Version(..) => operation::DESCRIBE_IMAGE_VERSION,
            Self::Aliases { .. } => operation::LIST_ALIASES,
            Self::Tags { .. } => operation::LIST_TAGS,
            Self::Domains { .. } => operation::LIST_DOMAINS,
            Self::Domain(_) => operation::DESCRIBE_DOMAIN,
            Self::UserProfiles { .. } => operation::LIST_USER_PROFILES,
            Self::UserProfile(_) => operation::DESCRIBE_USER_PROFILE,
            Self::Spaces { .. } => operation::LIST_SPACES,
            Self::Space(_) => operation::DESCRIBE_SPACE,
            Self::Apps { .. } => operation::LIST_APPS,
            Self::App(_) => operation::DESCRIBE_APP,
            Self::Raw(of) => of.operation(),
        }
    }
}
