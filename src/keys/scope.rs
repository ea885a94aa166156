//! Where keys work.

use serde::Deserialize;

/// Where a key works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// In the list.
    List,
    /// In the detail.
    Detail,
    /// On an image, in list and detail.
    Image,
    /// While a filter is typed.
    Filter,
    /// In the form.
    Form,
    /// Wherever text is typed.
    Text,
    /// In the review.
    Review,
    /// Where clashes are decided.
    Conflict,
    /// In the history.
    History,
    /// In the list of drafts.
    Drafts,
    /// On the page of errors.
    Errors,
    /// On the help page.
    Help,
    /// While a profile or a region is picked.
    Picker,
    /// While the code of an MFA device is typed.
    Code,
    /// On the page of a log-in.
    LogIn,
    /// While a question is asked.
    Question,
    /// Everywhere, unless an inner scope has the key; where text is typed, only keys that type
    /// nothing.
    Everywhere,
}

impl Scope {
    /// In the order of the help page.
    pub const ALL: [Self; 17] = [
        Self::List,
        Self::Detail,
        Self::Image,
        Self::Filter,
        Self::Form,
        Self::Text,
        Self::Review,
        Self::Conflict,
        Self::History,
        Self::Drafts,
        Self::Errors,
        Self::Picker,
        Self::Code,
        Self::LogIn,
        Self::Help,
        Self::Question,
        Self::Everywhere,
    ];

    /// What a person reads.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::List => "List",
            Self::Detail => "Detail",
            Self::Image => "An image (list or detail)",
            Self::Filter => "While typing a filter",
            Self::Form => "Form",
            Self::Text => "Wherever text is typed",
            Self::Review => "Review",
            Self::Conflict => "Conflict",
            Self::History => "History",
            Self::Drafts => "Drafts",
            Self::Errors => "Errors",
            Self::Help => "Help",
            Self::Picker => "Picking a profile or region",
            Self::Code => "Typing an MFA code",
            Self::LogIn => "Log-in",
            Self::Question => "A question",
            Self::Everywhere => "Everywhere",
        }
    }
}
