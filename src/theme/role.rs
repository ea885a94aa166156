//! What colours stand for.

/// Declares the roles together with what the config file calls them and says of them.
macro_rules! roles {
    ($($(#[doc = $words:literal])* $role:ident = $name:literal $help:literal,)*) => {
        /// What a colour of a theme stands for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role {
            $($(#[doc = $words])* $role,)*
        }

        impl Role {
            /// All of them, in the order of the config file.
            pub const ALL: &'static [Self] = &[$(Self::$role,)*];

            /// As it is written in the config file.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$role => $name,)* }
            }

            /// What the config file says of it.
            #[must_use]
            pub fn help(self) -> &'static str {
                match self { $(Self::$role => $help,)* }
            }
        }
    };
}

roles! {
    /// Text that means nothing else.
    Text = "text" "text",
    /// What all of it stands on.
    Background = "background" "the background; \"default\" leaves it to the terminal",
    /// What stands back: labels, what is absent, frames without the keys.
    Muted = "muted" "labels, ages, frames without focus",
    /// Where the keys go; what the person wrote; the cyan of profiles.
    Accent = "accent" "the frame with focus, the marker, keys, cyan profiles",
    /// Settled, done, added; the green of profiles.
    Good = "good" "done, added, green profiles",
    /// Under way, to be looked at; the yellow of profiles.
    Busy = "busy" "in progress, notes, badges, yellow profiles",
    /// Failed, refused, removed; the red of profiles.
    Bad = "bad" "failed, removed, red profiles",
    /// What someone else wrote; the magenta of profiles.
    Theirs = "theirs" "what someone else wrote, magenta profiles",
    /// The blue of profiles.
    Blue = "blue" "blue profiles",
    /// The text of the row of the cursor.
    SelectedText = "selected_text" "the text of the selected row",
    /// What that stands on.
    SelectedBackground = "selected_background" "the background of the selected row",
}
