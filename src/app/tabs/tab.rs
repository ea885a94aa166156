//! Which tabs the detail has.

use crate::keys::Action;

/// A tab of the detail. In the order in which they stand beside one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Tab {
    /// What DescribeImage says of the image.
    #[default]
    Details,
    /// Its versions.
    Versions,
    /// Its tags.
    Tags,
    /// Where it is used.
    Usage,
    /// The answer of the service itself, as it came.
    Raw,
}

impl Tab {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Details, Self::Versions, Self::Tags, Self::Usage, Self::Raw];

    /// What a person reads.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Details => "Details",
            Self::Versions => "Versions",
            Self::Tags => "Tags",
            Self::Usage => "Usage",
            Self::Raw => "Raw",
        }
    }

    /// What opens it.
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Self::Details => Action::ShowDetails,
            Self::Versions => Action::ShowVersions,
            Self::Tags => Action::ShowTags,
            Self::Usage => Action::ShowUsage,
            Self::Raw => Action::ShowRaw,
        }
    }

    /// The tab beside it, round and round.
    #[must_use]
    pub fn beside(self, forward: bool) -> Self {
        let at = Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        let step = if forward { 1 } else { Self::ALL.len() - 1 };
        Self::ALL[(at + step) % Self::ALL.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_go_round_in_both_directions() {
        for &tab in Tab::ALL {
            assert_eq!(tab.beside(true).beside(false), tab);
        }
        assert_eq!(Tab::Details.beside(false), Tab::Raw);
        assert_eq!(Tab::Raw.beside(true), Tab::Details);
    }
}
