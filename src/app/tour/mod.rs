//! The tour of the demo: the program is used by a script, with a line at the foot that says what is shown.
//!
//! What the script presses goes the way that a person's keys go. It names actions and not keys, so it works
//! with every person's own.

mod script;

use crate::domain::ImageName;
use crate::keys::{Action, Keymap};

pub use script::{Deed, SCRIPT, Step, TOURED, Until};

/// A tour under way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tour {
    /// The number of the step that is next.
    pub(super) at: usize,
    /// How often it was looked in vain whether what the step waits for has come.
    pub(super) looks: u32,
    /// Whether the person has it wait.
    pub is_paused: bool,
    /// What is being shown, as the script has it.
    pub(super) caption: &'static str,
}

impl Tour {
    /// The step that is next; nothing at the end.
    #[must_use]
    pub fn step(&self) -> Option<&'static Step> {
        SCRIPT.get(self.at)
    }

    /// What is being shown, in words. Keys are called as they are in `keymap`.
    #[must_use]
    pub fn caption(&self, keymap: &Keymap) -> String {
        words(self.caption, keymap)
    }

    /// Whether it has begun to show something.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        self.at > 0
    }
}

/// A caption of the script, in which the names of actions stand in braces, with the keys of `keymap` instead.
#[must_use]
pub fn words(caption: &str, keymap: &Keymap) -> String {
    let part = |(at, part): (usize, &str)| match Action::try_from(part.to_owned()) {
        Ok(action) if at % 2 == 1 => keymap.first_key(action),
        Ok(_) | Err(_) => part.to_owned(),
    };
    caption.split(['{', '}']).enumerate().map(part).collect()
}

/// The image that the tour is about.
#[must_use]
pub fn toured() -> ImageName {
    ImageName::received(TOURED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_short_and_name_keys_by_their_actions() {
        for step in SCRIPT {
            let Deed::Say(caption) = step.deed else { continue };
            let tour = Tour { caption, ..Tour::default() };
            let words = tour.caption(Keymap::builtin());
            assert!(words.chars().count() <= 76, "two rows of a small window: {words}");
            assert!(!words.contains(['{', '}']) && words.ends_with(['.', '?']), "{words}");
            for (at, name) in caption.split(['{', '}']).enumerate().filter(|(at, _)| at % 2 == 1) {
                assert!(Action::try_from(name.to_owned()).is_ok(), "{at}: {name}");
            }
        }
    }
}
