//! Which symbols a terminal can show.

use crate::domain::Named;

/// Which symbols a terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Symbols {
    /// Every one.
    #[default]
    Unicode,
    /// Those of ASCII alone.
    Ascii,
}

impl Named for Symbols {
    const WHAT: &'static str = "symbols";
    const ALL: &'static [(&'static str, Self)] = &[("unicode", Self::Unicode), ("ascii", Self::Ascii)];
}

impl Symbols {
    /// What the locale says: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set counts. Where none is, as in
    /// many containers and over SSH, nothing is known, and terminals of today show Unicode. `variable` gives
    /// what is set, and nothing for what is empty.
    #[must_use]
    pub fn of_locale(variable: impl Fn(&str) -> Option<String>) -> Self {
        match ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable) {
            Some(locale) if !is_utf8(&locale) => Self::Ascii,
            _ => Self::Unicode,
        }
    }
}

/// Whether it ends with `.UTF-8`, as it may be spelled; macOS has it alone.
fn is_utf8(locale: &str) -> bool {
    let encoding = locale.split('@').next().unwrap_or_default().rsplit('.').next().unwrap_or_default();
    let letters = encoding.chars().filter(|c| *c != '-' && *c != '_');
    letters.collect::<String>().eq_ignore_ascii_case("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_counts() {
        for (set, symbols) in [
            ("", Symbols::Unicode),
            ("LANG=C.UTF-8", Symbols::Unicode),
            ("LANG=de_DE.utf8@euro", Symbols::Unicode),
            ("LC_CTYPE=UTF-8", Symbols::Unicode),
            ("LANG=C", Symbols::Ascii),
            ("LANG=POSIX", Symbols::Ascii),
            ("LANG=en_US", Symbols::Ascii),
            ("LANG=de_DE.ISO-8859-15@euro", Symbols::Ascii),
            ("LANG=en_US.UTF-8 LC_ALL=C", Symbols::Ascii),
            ("LANG=C LC_CTYPE=C.UTF-8", Symbols::Unicode),
            ("LANG=C.UTF-8 LC_CTYPE=C LC_ALL=en_US.UTF-8", Symbols::Unicode),
        ] {
            let variable = |name: &str| {
                let mut all = set.split(' ').filter_map(|one| one.split_once('='));
                all.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
            };
            assert_eq!(Symbols::of_locale(variable), symbols, "{set}");
        }
    }
}
