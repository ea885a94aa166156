//! One thing that a filter asks for.

use jiff::SignedDuration;

use super::fuzzy::Fuzzy;
use super::needle::Needle;
use super::texts::Within;

/// One thing that a filter asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Whether it is turned around.
    pub negated: bool,
    /// What.
    pub ask: Ask,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// A word in the texts of the image.
    Text(Box<TextAsk>),
    /// A status.
    Status(StatusAsk),
    /// An ARN that ends like this.
    Arn(Needle),
    /// Changed before that long ago, or since.
    Changed { before: bool, ago: SignedDuration },
    /// A member that is not set.
    Unset(Member),
    /// A role whose ARN contains this.
    Role(Needle),
    /// A tag of which `key=value` contains this.
    Tag(Needle),
    /// Whether somebody uses it, or nobody.
    Used(bool),
}

/// A word in the texts of the image.
#[derive(Debug, Clone, PartialEq)]
pub struct TextAsk {
    /// In which.
    pub within: Within,
    /// As it stands.
    pub needle: Needle,
    /// Its letters, where others may be between them.
    pub fuzzy: Option<Fuzzy>,
    /// Or a status, where the word is one.
    pub status: Option<StatusAsk>,
}

/// A status that contains a word, or a group of statuses.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusAsk {
    /// The word; all that failed contains `failed`.
    pub needle: Needle,
    /// Whether any change that is under way is meant too.
    pub busy: bool,
}

/// What can be asked for as not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Member {
    /// The display name.
    DisplayName,
    /// The description.
    Description,
    /// The role.
    Role,
}

impl Term {
    /// Whether what `earlier` surely kept out is kept out by this, too.
    pub fn narrows(&self, earlier: &Self) -> bool {
        self == earlier || !self.negated && !earlier.negated && self.ask.narrows(&earlier.ask)
    }
}

impl Ask {
    fn narrows(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Text(now), Self::Text(before)) => now.narrows(before),
            (Self::Status(now), Self::Status(before)) => now.narrows(before),
            (Self::Role(now), Self::Role(before)) | (Self::Tag(now), Self::Tag(before)) => {
                now.continues(before)
            }
            // Another ARN asks for another image.
            (
                Self::Text(_)
                | Self::Status(_)
                | Self::Arn(_)
                | Self::Changed { .. }
                | Self::Unset(_)
                | Self::Role(_)
                | Self::Tag(_)
                | Self::Used(_),
                _,
            ) => false,
        }
    }
}

impl TextAsk {
    fn narrows(&self, earlier: &Self) -> bool {
        let is_as_near = self.fuzzy.is_none() || earlier.fuzzy.is_some();
        let has_no_other_status = self.status.is_none() || self.status == earlier.status;
        self.within == earlier.within
            && is_as_near
            && has_no_other_status
            && self.needle.continues(&earlier.needle)
    }
}

impl StatusAsk {
    fn narrows(&self, earlier: &Self) -> bool {
        self.needle.continues(&earlier.needle) && (earlier.busy || !self.busy)
    }
}
