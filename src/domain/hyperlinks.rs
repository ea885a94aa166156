//! Whether what is on the screen can be followed as a link.

use std::str::FromStr;

/// Whether the terminal is given links (OSC 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hyperlinks {
    /// Where it is known to take them.
    #[default]
    Auto,
    /// Always.
    On,
    /// Never.
    Off,
}

impl Hyperlinks {
    /// All of them, as they are written.
    pub const ALL: [(&'static str, Self); 3] = [("auto", Self::Auto), ("on", Self::On), ("off", Self::Off)];
}

impl FromStr for Hyperlinks {
    type Err = String;

    /// Reads one as it is written.
    ///
    /// # Errors
    ///
    /// For anything else, a sentence that says what can be written.
    fn from_str(written: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.iter().find(|(name, _)| *name == written).map(|(_, links)| *links);
        found.ok_or_else(|| "it must be auto, on or off".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_read_as_it_is_written_and_nothing_else_is() {
        for (name, links) in Hyperlinks::ALL {
            assert_eq!(name.parse(), Ok(links));
        }
        for written in ["", "true", "On"] {
            let said = written.parse::<Hyperlinks>().unwrap_err();
            assert!(Hyperlinks::ALL.iter().all(|(name, _)| said.contains(name)), "{written}: {said}");
        }
    }
}
