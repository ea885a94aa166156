//! Whether somebody is there to look.

use std::time::Duration;

use crate::domain::{ImageName, PlaceId};

/// Whether the terminal has the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Focus {
    /// It has never told.
    #[default]
    Untold,
    Here,
    Away,
}

/// The image on the screen that is read again by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// At which place.
    pub place: PlaceId,
    /// Which image.
    pub image: ImageName,
    /// Whether it is being changed at the service, as far as is known.
    pub is_changing: bool,
}

/// Whether somebody is there to look, and what was not read meanwhile. No clock is read for it: time is
/// counted by the timers that run out, so that it can't jump.
#[derive(Debug, Default)]
pub struct Attention {
    focus: Focus,
    /// How long ago somebody typed, to the length of a timer.
    idle: Duration,
    /// Whether somebody has typed since the timer of the list runs that runs now.
    has_typed: bool,
    /// How long the timer of the list was told to run.
    pub(in crate::app) wait: Duration,
    /// Whether something would have been read, had somebody been there.
    pub(in crate::app) missed: bool,
    /// The image on the screen, and how often it was read since it is.
    pub(in crate::app) watched: Option<Watched>,
    pub(in crate::app) looks: u32,
}

impl Attention {
    /// Whether somebody is there: the terminal has the focus, or where it does not tell, somebody has typed
    /// within `absence`.
    #[must_use]
    pub fn is_there(&self, absence: Duration) -> bool {
        match self.focus {
            Focus::Here => true,
            Focus::Away => false,
            Focus::Untold => self.idle < absence,
        }
    }

    /// Whether the terminal has told that it lost the focus, and nothing since.
    #[must_use]
    pub fn is_away(&self) -> bool {
        self.focus == Focus::Away
    }

    /// The terminal tells that it got the focus, or lost it.
    pub fn focus(&mut self, is_here: bool) {
        self.focus = if is_here { Focus::Here } else { Focus::Away };
    }

    /// Somebody typed, or has come back to the program: they are there, whatever was told last.
    pub fn typed(&mut self) {
        self.idle = Duration::ZERO;
        self.has_typed = true;
        self.focus = match self.focus {
            Focus::Untold => Focus::Untold,
            Focus::Here | Focus::Away => Focus::Here,
        };
    }

    /// A timer of that length has run out. Of a key that was typed meanwhile it is not known when: it counts as
    /// the newest.
    pub fn pass(&mut self, time: Duration) {
        if !std::mem::take(&mut self.has_typed) {
            self.idle = self.idle.saturating_add(time);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABSENCE: Duration = Duration::from_mins(10);

    #[derive(Debug)]
    enum Step {
        Focus(bool),
        Typed,
        Minutes(u64),
    }

    #[test]
    fn the_terminal_tells_and_where_it_does_not_typing_does() {
        use Step::{Focus, Minutes, Typed};
        for (steps, is_there) in [
            (&[][..], true),
            (&[Minutes(9)], true),
            (&[Minutes(10)], false),
            (&[Minutes(9), Typed, Minutes(9)], true),
            // However long the timer ran, somebody may have typed at its end.
            (&[Minutes(9), Typed, Minutes(60)], true),
            (&[Minutes(9), Typed, Minutes(60), Minutes(10)], false),
            (&[Minutes(20), Typed], true),
            (&[Focus(true), Minutes(600)], true),
            (&[Focus(false)], false),
            (&[Focus(false), Focus(true)], true),
            // Whoever types is there; the word of it may have been lost.
            (&[Focus(false), Typed, Minutes(600)], true),
            (&[Minutes(20), Focus(true)], true),
        ] {
            let mut attention = Attention::default();
            for step in steps {
                match step {
                    Focus(is_here) => attention.focus(*is_here),
                    Typed => attention.typed(),
                    Minutes(minutes) => attention.pass(Duration::from_mins(*minutes)),
                }
            }
            assert_eq!(attention.is_there(ABSENCE), is_there, "{steps:?}");
        }
    }
}
