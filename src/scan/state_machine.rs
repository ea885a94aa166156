//! A scan on its way.

use std::collections::{BTreeMap, HashSet, VecDeque};

use crate::domain::{Holder, HolderKind, ImageHome};

use super::chain::{Chain, Stage};
use super::{Ask, End, Event, Findings, Lanes, Progress, Question, Tally, Trouble};

/// Something that is to be asked, or is on its way, and how often it was asked before.
#[derive(Debug)]
pub(super) struct Asked<T> {
    pub(super) what: T,
    pub(super) before: u8,
}

/// A scan of one account and region. At most four questions are out at once; what can't be read is noted, and
/// the rest goes on; what is gone by the time it is to be read is passed over and counted.
#[derive(Debug)]
pub struct Scan {
    pub(super) chains: BTreeMap<HolderKind, Chain>,
    /// All that was ever listed: nothing is asked for twice.
    pub(super) met: HashSet<Holder>,
    pub(super) waiting: VecDeque<Asked<Holder>>,
    pub(super) out: Vec<Asked<Question>>,
    pub(super) lanes: Lanes,
    pub(super) rests: bool,
    pub(super) found: Findings,
    pub(super) tallies: BTreeMap<HolderKind, Tally>,
    /// By what it is about, and whether it is the list.
    pub(super) troubles: BTreeMap<(HolderKind, bool), Trouble>,
    end: Option<End>,
}

impl Scan {
    /// Begins with one, for the images at `home`.
    #[must_use]
    pub fn begin(home: ImageHome) -> (Self, Vec<Ask>) {
        let mut scan = Self {
            chains: HolderKind::ALL.map(|kind| (kind, Chain::new())).into(),
            met: HashSet::new(),
            waiting: VecDeque::new(),
            out: Vec::new(),
            lanes: Lanes::new(),
            rests: false,
            found: Findings::new(home),
            tallies: HolderKind::ALL.map(|kind| (kind, Tally::default())).into(),
            troubles: BTreeMap::new(),
            end: None,
        };
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

    /// What was found so far.
    #[must_use]
    pub fn found(&self) -> &Findings {
        &self.found
    }

    /// How it ended, once it has.
    #[must_use]
    pub fn end(&self) -> Option<&End> {
        self.end.as_ref()
    }

    /// Whether it has seen all there is: only then it can be said of an image that nobody uses it.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.end == Some(End::Done) && !self.troubles.values().any(Trouble::hides_uses)
    }

    /// How many things of a kind there are, and what became of them.
    #[must_use]
    pub fn tally(&self, kind: HolderKind) -> Tally {
        self.tallies.get(&kind).copied().unwrap_or_default()
    }

    /// What could not be read, a trouble an operation.
    pub fn troubles(&self) -> impl Iterator<Item = &Trouble> + '_ {
        self.troubles.values()
    }

    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let mut progress = Progress { is_counted: true, ..Progress::default() };
        for (kind, tally) in &self.tallies {
            progress.is_counted &= self.chains.get(kind).is_none_or(Chain::has_ended);
            progress.all += tally.listed;
            progress.done += tally.read + tally.vanished + tally.unread;
        }
        progress
    }

    /// Whether it asks for less at once than it could, since the service throttles.
    #[must_use]
    pub fn is_throttled(&self) -> bool {
        self.end.is_none() && (self.rests || self.lanes.are_narrowed())
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
            self.finish(End::Done);
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

    pub(super) fn finish(&mut self, end: End) {
        if self.end.is_none() {
            self.end = Some(end);
            self.out = Vec::new();
            self.waiting = VecDeque::new();
            self.met = HashSet::new();
        }
    }

    pub(super) fn tally_mut(&mut self, kind: HolderKind) -> &mut Tally {
        self.tallies.entry(kind).or_default()
    }
}
