//! A setting that is one of a few, or is found out.

use std::fmt;
use std::str::FromStr;

use super::did_you_mean;

/// A few values, each with its name.
pub trait Named: Copy + PartialEq + 'static {
    /// What is set.
    const WHAT: &'static str;
    /// All of them, with the names by which they are set; a value may have several, the first is shown.
    const ALL: &'static [(&'static str, Self)];
}

/// What is set, or `auto`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Setting<T> {
    /// It is found out.
    #[default]
    Auto,
    /// It is this.
    Is(T),
}

impl<T: Named> Setting<T> {
    /// What it is called where it is found out.
    const AUTO: &'static str = "auto";

    /// What can be written.
    pub fn names() -> impl Iterator<Item = &'static str> {
        [Self::AUTO].into_iter().chain(T::ALL.iter().map(|(name, _)| *name))
    }

    /// What can be written, without the second names of a value.
    pub fn offered() -> impl Iterator<Item = &'static str> {
        let is_first = |at: usize, own: &T| !T::ALL.iter().take(at).any(|(_, it)| it == own);
        let first = T::ALL.iter().enumerate().filter(move |(at, (_, own))| is_first(*at, own));
        [Self::AUTO].into_iter().chain(first.map(|(_, (name, _))| *name))
    }

    /// What is set, or what `find` finds out.
    pub fn or_else(self, find: impl FnOnce() -> T) -> T {
        match self {
            Self::Auto => find(),
            Self::Is(value) => value,
        }
    }
}

impl<T: Named> FromStr for Setting<T> {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        let small = written.to_ascii_lowercase();
        if small == Self::AUTO {
            return Ok(Self::Auto);
        }
        let found = T::ALL.iter().find(|(name, _)| *name == small);
        found.map(|(_, value)| Self::Is(*value)).ok_or_else(|| {
            let names: Vec<_> = Self::offered().collect();
            let meant = did_you_mean(written, Self::names());
            format!("“{}” must be one of {}{meant}", T::WHAT, names.join(", "))
        })
    }
}

impl<T: Named> fmt::Display for Setting<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Auto => Some(Self::AUTO),
            Self::Is(value) => T::ALL.iter().find(|(_, it)| it == value).map(|(name, _)| *name),
        };
        f.write_str(name.unwrap_or_default())
    }
}
