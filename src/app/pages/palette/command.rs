//! The commands that take a word.

/// Declares them together with how each is written and what is said of it.
macro_rules! commands {
    ($($(#[doc = $words:literal])* $name:ident = $word:literal $argument:literal $help:literal,)*) => {
        /// A command that takes a word, or several.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Command {
            $($(#[doc = $words])* $name,)*
        }

        impl Command {
            /// All of them, in the order in which they are listed.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// As it is typed.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }

            /// What stands for what follows.
            #[must_use]
            pub fn argument(self) -> &'static str {
                match self {
                    $(Self::$name => $argument,)*
                }
            }

            /// What it does.
            #[must_use]
            pub fn help(self) -> &'static str {
                match self {
                    $(Self::$name => $help,)*
                }
            }
        }
    };
}

commands! {
    /// Go to another region.
    Region = "region" "NAME" "switch to a region",
    /// Go to another profile.
    Profile = "profile" "NAME" "switch to a profile",
    /// Open an image.
    Image = "image" "NAME" "open an image, by name or ARN",
    /// Put a filter in force.
    Filter = "filter" "TERMS" "filter the list, such as status:failed; without terms, show all",
    /// Sort the list.
    Sort = "sort" "COLUMN" "sort the list by a column; add reversed for the other order",
}

impl Command {
    /// What it is remembered as: an action may have the same name.
    #[must_use]
    pub fn name(self) -> String {
        format!("{}:", self.word())
    }
}
