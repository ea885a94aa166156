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

/// A name in the code, as it is written in the key table.
pub(super) fn kebab(camel: &str) -> String {
    hyphened(camel).collect()
}

/// Whether a name in the code is `written` like that in the key table: nothing is written out to learn
/// that, as the whole table is read before the first frame.
pub(super) fn is_written(camel: &str, written: &str) -> bool {
    // Nearly every name is another from its first letter on.
    let has_first = camel.as_bytes().first().zip(written.as_bytes().first());
    has_first.is_some_and(|(camel, written)| camel.eq_ignore_ascii_case(written))
        && hyphened(camel).eq(written.chars())
}

fn hyphened(camel: &str) -> impl Iterator<Item = char> + '_ {
    camel.char_indices().flat_map(|(at, c)| {
        let hyphen = (at > 0 && c.is_ascii_uppercase()).then_some('-');
        hyphen.into_iter().chain([c.to_ascii_lowercase()])
    })
}
