//! A scan, step by step: what is to be asked next.

use crate::domain::ImageHome;

use super::chain::Stage;
use super::scan_state::Asked;
use super::{Ask, End, Event, Question, Scan};

impl Scan {
    /// Begins with one, for the images at `home`.
    #[must_use]
    pub fn begin(home: ImageHome) -> (Self, Vec<Ask>) {
        let mut scan = Self::new(home);
        let asks = scan.go_on();
        (scan, asks)
    }

    /// What is to be done after an event. An answer to what was not asked, or is not waited for any more,
    /// changes nothing.
    pub fn step(&mut self, event: Event) -> Vec<Ask> {
        let mut asks = Vec::new();
        match event {
            Event::Answered(question, reply) => {
                let Some(at) = self.out.iter().position(|out| out.what == question) else { return asks };
                let asked = self.out.swap_remove(at);
                match reply {
                    Ok(answer) => {
                        self.lanes.widen();
                        self.spent.remove(&asked.what.kind());
                        self.take(&asked.what, answer);
                    }
                    Err(failure) => asks.extend(self.fail(asked, failure)),
                }
            }
            Event::Rested => self.rests = false,
            Event::Stopped => self.finish(End::Stopped),
        }
        asks.extend(self.go_on());
        asks
    }

    /// Asks for as much as may be out at once; ends where nothing is left.
    fn go_on(&mut self) -> Vec<Ask> {
        let mut asks = Vec::new();
        while self.end.is_none() && !self.rests && self.out.len() < self.lanes.open() {
            let Some(next) = self.next() else { break };
            asks.push(Ask::Read(next.what.clone()));
            self.out.push(next);
        }
        if self.end.is_none() && self.out.is_empty() && !self.rests {
            match self.begin_last_round() {
                Some(rest) => asks.push(rest),
                None => self.finish(End::Done),
            }
        }
        asks
    }

    /// The lists first.
    fn next(&mut self) -> Option<Asked<Question>> {
        for (kind, chain) in &mut self.chains {
            if let Stage::Next(after, before) = &mut chain.stage {
                let asked = Asked { what: Question::Page(*kind, after.take()), before: *before };
                chain.stage = Stage::Out;
                return Some(asked);
            }
        }
        let Asked { what, before } = self.waiting.pop_front()?;
        Some(Asked { what: Question::Describe(what), before })
    }
}
