//! Enums whose variants are names in the key table.

/// Declares an enum together with the list of all its variants, each with its name in the code.
macro_rules! named {
    ($(#[doc = $of_enum:literal])* $enum:ident { $($(#[doc = $words:literal])* $name:ident,)* }) => {
        $(#[doc = $of_enum])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $enum {
            $($(#[doc = $words])* $name,)*
        }

        impl $enum {
            /// All of them, each with its name in the code.
            pub const NAMED: &'static [(Self, &'static str)] = &[$((Self::$name, stringify!($name)),)*];
        }
    };
}

pub(super) use named;
