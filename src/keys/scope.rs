//! Where keys work.

use serde::Deserialize;

use super::named::kebab;

/// Declares the scopes together with the list of all of them and what a person reads of each, so that
/// none can be missing in the help or in `docs/keys.md`.
macro_rules! scopes {
    ($($(#[doc = $words:literal])* $name:ident = $title:literal,)*) => {
        /// Where a key works. In the order of the help page.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Scope {
            $($(#[doc = $words])* $name,)*
        }

        impl Scope {
            /// All of them, in the order of the help page.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// As it is written in the key table.
            #[must_use]
            pub fn name(self) -> String {
                match self {
                    $(Self::$name => kebab(stringify!($name)),)*
                }
            }

            /// What a person reads.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self {
                    $(Self::$name => $title,)*
                }
            }
        }
    };
}

scopes! {
    /// In the list.
    List = "List",
    /// In the detail.
    Detail = "Detail",
    /// On the tab of the answer as it came.
    Raw = "Raw response",
    /// On an image, in list and detail.
    Image = "An image (list or detail)",
    /// While a filter is typed.
    Filter = "While typing a filter",
    /// While what is searched for is typed.
    Search = "While typing a search",
    /// In the form.
    Form = "Form",
    /// Wherever text is typed.
    Text = "Wherever text is typed",
    /// Wherever text is typed, while some of it is selected.
    Selection = "While text is selected",
    /// In the review.
    Review = "Review",
    /// Where clashes are decided.
    Conflict = "Conflict",
    /// In the menu of what can be copied.
    Copy = "Copy menu",
    /// In the history.
    History = "History",
    /// In the list of drafts.
    Drafts = "Drafts",
    /// On the page of errors.
    Errors = "Errors",
    /// Where a command is found by its name.
    Palette = "Commands",
    /// While a profile or a region is picked.
    Picker = "Picking a profile or region",
    /// While a theme is picked.
    Themes = "Themes",
    /// While the code of an MFA device is typed.
    Code = "Typing an MFA code",
    /// On the page of a log-in.
    LogIn = "Login",
    /// On the help page.
    Help = "Help",
    /// While what is searched for in the help is typed.
    HelpSearch = "While searching the help",
    /// While the tour of the demo goes on by itself.
    Tour = "During the tour of the demo",
    /// While images are picked for a shell.
    ShellPick = "Picking an image for the shell (sagescope pick)",
    /// While a question is asked.
    Question = "Question",
    /// Everywhere, unless an inner scope has the key; where text is typed, only keys that type
    /// nothing.
    Everywhere = "Everywhere (while typing, keys that type nothing)",
}

impl Scope {
    /// The scopes in force while text is selected where `stack` is.
    #[must_use]
    pub fn with_selection(stack: &'static [Self]) -> &'static [Self] {
        let is_it = |it: &&&'static [Self]| it.split_first() == Some((&Self::Selection, stack));
        Self::STACKS.iter().find(is_it).copied().unwrap_or(stack)
    }

    /// The scopes that are in force together, the innermost first. Text is typed where [`Self::Text`]
    /// is among them.
    pub const STACKS: &'static [&'static [Self]] = &[
        &[Self::List, Self::Image, Self::Everywhere],
        &[Self::Detail, Self::Image, Self::Everywhere],
        &[Self::Raw, Self::Detail, Self::Image, Self::Everywhere],
        &[Self::Filter, Self::Text, Self::Everywhere],
        &[Self::Search, Self::Text, Self::Everywhere],
        &[Self::Form, Self::Text, Self::Everywhere],
        &[Self::Review, Self::Everywhere],
        &[Self::Conflict, Self::Everywhere],
        &[Self::Copy, Self::Everywhere],
        &[Self::History, Self::Everywhere],
        &[Self::Drafts, Self::Everywhere],
        &[Self::Errors, Self::Everywhere],
        &[Self::Themes, Self::Everywhere],
        &[Self::Help, Self::Everywhere],
        &[Self::HelpSearch, Self::Text, Self::Everywhere],
        &[Self::Palette, Self::Text, Self::Everywhere],
        &[Self::Picker, Self::Text, Self::Everywhere],
        &[Self::Code, Self::Text, Self::Everywhere],
        &[Self::LogIn, Self::Everywhere],
        &[Self::Tour],
        &[Self::ShellPick, Self::Text, Self::Everywhere],
        &[Self::ShellPick, Self::Everywhere],
        &[Self::Question, Self::Everywhere],
        &[Self::Selection, Self::Filter, Self::Text, Self::Everywhere],
        &[Self::Selection, Self::Search, Self::Text, Self::Everywhere],
        &[Self::Selection, Self::Form, Self::Text, Self::Everywhere],
        &[Self::Selection, Self::HelpSearch, Self::Text, Self::Everywhere],
        &[Self::Selection, Self::Palette, Self::Text, Self::Everywhere],
        &[Self::Selection, Self::Picker, Self::Text, Self::Everywhere],
        &[Self::Selection, Self::Code, Self::Text, Self::Everywhere],
    ];
}
