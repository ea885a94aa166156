//! What is known of a scan on its way.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use crate::domain::{Holder, HolderKind, ImageHome};

use super::chain::Chain;
use super::{End, Findings, Lanes, Progress, Question, Tally, Trouble};

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
    /// Of what kinds the last question was throttled until it was left.
    pub(super) spent: BTreeSet<HolderKind>,
    /// What was left since the service throttled: it is asked once more when all the rest is done.
    pub(super) left: VecDeque<Question>,
    /// Whether that is being asked, and what is throttled now is given up.
    pub(super) is_last_round: bool,
    pub(super) found: Findings,
    pub(super) tallies: BTreeMap<HolderKind, Tally>,
    /// By what it is about, and whether it is the list.
    pub(super) troubles: BTreeMap<(HolderKind, bool), Trouble>,
    pub(super) end: Option<End>,
}

impl Scan {
    /// One that has asked for nothing yet, for the images at `home`.
    pub(super) fn new(home: ImageHome) -> Self {
        Self {
            chains: HolderKind::ALL.map(|kind| (kind, Chain::new())).into(),
            met: HashSet::new(),
            waiting: VecDeque::new(),
            out: Vec::new(),
            lanes: Lanes::new(),
            rests: false,
            spent: BTreeSet::new(),
            left: VecDeque::new(),
            is_last_round: false,
            found: Findings::new(home),
            tallies: HolderKind::ALL.map(|kind| (kind, Tally::default())).into(),
            troubles: BTreeMap::new(),
            end: None,
        }
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

    /// It has ended, and nothing of it is waited for.
    pub(super) fn finish(&mut self, end: End) {
        if self.end.is_none() {
            self.end = Some(end);
            self.out = Vec::new();
            self.waiting = VecDeque::new();
            self.left = VecDeque::new();
            self.met = HashSet::new();
        }
    }

    pub(super) fn tally_mut(&mut self, kind: HolderKind) -> &mut Tally {
        self.tallies.entry(kind).or_default()
    }
}
