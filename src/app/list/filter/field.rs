//! What can be asked for by name.

/// Declares the fields together with how each is written and what is offered behind it.
macro_rules! fields {
    ($($(#[doc = $words:literal])* $name:ident = $written:literal [$($value:literal)*],)*) => {
        /// What can be asked for by name, with a colon behind it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Field {
            $($(#[doc = $words])* $name,)*
        }

        impl Field {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// As it is typed, without the colon.
            pub fn written(self) -> &'static str {
                match self {
                    $(Self::$name => $written,)*
                }
            }

            /// What may stand behind it, as far as that can be said.
            pub fn values(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &[$($value,)*],)*
                }
            }
        }
    };
}

fields! {
    /// The status, or a group of statuses.
    Status = "status" ["failed" "busy" "created" "creating" "updating" "deleting"],
    /// Name or display name.
    Name = "name" [],
    /// Description.
    Description = "desc" [],
    /// Not changed for that long.
    Older = "older" ["7d" "30d" "90d" "1y"],
    /// Changed since then.
    Newer = "newer" ["1h" "1d" "1w" "30d"],
    /// Without that.
    Unset = "unset" ["description" "display-name" "role"],
    /// The role.
    Role = "role" [],
    /// A tag.
    Tag = "tag" [],
    /// Used by somebody.
    Used = "used" [],
    /// Used by nobody.
    Unused = "unused" [],
}

impl Field {
    /// The field that is written like that, in any case.
    pub fn read(written: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.written().eq_ignore_ascii_case(written))
    }

    /// Whether it is whole without anything behind the colon.
    pub fn stands_alone(self) -> bool {
        match self {
            Self::Used | Self::Unused => true,
            Self::Status
            | Self::Name
            | Self::Description
            | Self::Older
            | Self::Newer
            | Self::Unset
            | Self::Role
            | Self::Tag => false,
        }
    }
}
