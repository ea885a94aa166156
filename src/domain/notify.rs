//! How a person who looks elsewhere is told that a change has settled.

use std::str::FromStr;

/// How a person is told while the terminal is out of focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Notify {
    /// As the terminal is known to show it; by the bell where nothing is known of it.
    #[default]
    Auto,
    /// By OSC 9, a notification of one text.
    Osc9,
    /// By OSC 777, a notification with a title and a text.
    Osc777,
    /// By the bell.
    Bell,
    /// Not at all.
    Off,
}

impl Notify {
    /// All of them, as they are written.
    pub const ALL: [(&'static str, Self); 5] = [
        ("auto", Self::Auto),
        ("osc9", Self::Osc9),
        ("osc777", Self::Osc777),
        ("bell", Self::Bell),
        ("off", Self::Off),
    ];
}

impl FromStr for Notify {
    type Err = String;

    /// Reads one as it is written.
    ///
    /// # Errors
    ///
    /// For anything else, a sentence that says what can be written.
    fn from_str(written: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.iter().find(|(name, _)| *name == written).map(|(_, notify)| *notify);
        found.ok_or_else(|| "it must be auto, osc9, osc777, bell or off".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_read_as_it_is_written_and_nothing_else_is() {
        for (name, notify) in Notify::ALL {
            assert_eq!(name.parse(), Ok(notify));
        }
        for written in ["", "on", "OSC9", "osc 9", "bell "] {
            let said = written.parse::<Notify>().unwrap_err();
            assert!(Notify::ALL.iter().all(|(name, _)| said.contains(name)), "{written}: {said}");
        }
    }
}
