//! The timers, by what they are for.

use crate::app::{Msg, PlaceId, Timer};
use crate::edit::Subject;

use super::{Play, name};

impl Play {
    /// The selection rests.
    pub fn rest(&mut self) {
        self.run_out(&Timer::SelectionRested);
    }

    /// What is read of the image on the screen takes long.
    pub fn takes_long(&mut self) {
        self.run_out(&Timer::Patience);
    }

    /// The cursor over the versions rests.
    pub fn cursor_rests(&mut self) {
        self.run_out(&Timer::CursorRested);
    }

    /// It is time to keep on disk what was typed.
    pub fn keeps(&mut self) {
        self.run_out(&Timer::Keep);
    }

    /// It is time to see whether another hand has changed the image of an open form.
    pub fn glances(&mut self) {
        self.run_out(&Timer::Glance);
    }

    /// It is time to try the journal again.
    pub fn journal_retries(&mut self) {
        self.run_out(&Timer::Journal);
    }

    /// Whether the journal will be tried again.
    pub fn waits_for_the_journal(&self) -> bool {
        self.timers.contains(&Timer::Journal)
    }

    /// It is time to look up more of what earlier sessions sent.
    pub fn looks_up(&mut self) {
        self.run_out(&Timer::Lookup);
    }

    /// How many timers run for that.
    pub fn lookups_to_come(&self) -> usize {
        self.timers.iter().filter(|timer| **timer == Timer::Lookup).count()
    }

    /// It is time to see whether the image has settled that a write waits for at the first place.
    pub fn armed_runs_out(&mut self, image: &str) {
        self.armed_runs_out_at(0, image);
    }

    /// The same at another.
    pub fn armed_runs_out_at(&mut self, place: usize, image: &str) {
        self.run_out(&Timer::Armed(PlaceId(place), Subject::Image(name(image))));
    }

    /// The timer of a write that waits until its image has settled.
    pub fn armed_timer(&self) -> Option<Timer> {
        self.timers.iter().find(|timer| matches!(timer, Timer::Armed(..))).cloned()
    }

    /// Whether a write is to be read back in a while.
    pub fn will_read_back(&self) -> bool {
        self.timers.iter().any(|timer| matches!(timer, Timer::Step(..)))
    }

    /// The wait before a write is read back is over.
    pub fn wait(&mut self) {
        let watch = self.timers.iter().find(|timer| matches!(timer, Timer::Step(..))).cloned();
        self.run_out(&watch.expect("nothing is waited for"));
    }

    /// A timer runs out, if it was started.
    pub fn run_out(&mut self, timer: &Timer) {
        if let Some(at) = self.timers.iter().position(|running| running == timer) {
            self.timers.remove(at);
            self.tell(Msg::Timer(timer.clone()));
        }
    }

    /// Takes the timer at `which`, round and round.
    pub fn take_timer(&mut self, which: usize) -> Option<Timer> {
        let at = which.checked_rem(self.timers.len())?;
        Some(self.timers.remove(at))
    }
}
