//! What a scan asks the service.

use crate::service::{PageToken, Read};

use crate::domain::{Holder, HolderKind};

/// One question of a scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// A page of the list of all things of a kind: from where the page before ended, or the first.
    Page(HolderKind, Option<PageToken>),
    /// All of one thing.
    Describe(Holder),
}

impl Question {
    /// What is asked for, as the service takes it.
    #[must_use]
    pub fn read(&self) -> Read {
        match self {
            Self::Page(kind, after) => {
                let after = after.clone();
                match kind {
                    HolderKind::Domain => Read::Domains { after },
                    HolderKind::UserProfile => Read::UserProfiles { after },
                    HolderKind::Space => Read::Spaces { after },
                    HolderKind::App => Read::Apps { after },
                }
            }
            Self::Describe(holder) => match holder.clone() {
                Holder::Domain(id) => Read::Domain(id),
                Holder::UserProfile(key) => Read::UserProfile(key),
                Holder::Space(key) => Read::Space(key),
                Holder::App(key) => Read::App(key),
            },
        }
    }

    /// What kind of things it is about.
    #[must_use]
    pub fn kind(&self) -> HolderKind {
        match self {
            Self::Page(kind, _) => *kind,
            Self::Describe(holder) => holder.kind(),
        }
    }

    /// The operation that answers it.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        match self {
            Self::Page(kind, _) => kind.listing(),
            Self::Describe(holder) => holder.kind().describing(),
        }
    }
}
