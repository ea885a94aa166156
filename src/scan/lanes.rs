//! How much is asked at once.

use std::time::Duration;

/// How many questions may be out at once: fewer when the service throttles, and slowly more again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lanes {
    open: usize,
    /// Answers since it was widened or narrowed last.
    went_well: usize,
    /// How often in a row the service throttled.
    throttled: u32,
}

impl Lanes {
    /// So many at most.
    pub const MOST: usize = 4;
    /// So many good answers, and there is one lane more.
    const PROOF: usize = 12;
    /// The first rest; each further one in a row is twice as long.
    const REST: Duration = Duration::from_secs(1);
    /// No rest is longer.
    const LONGEST: Duration = Duration::from_secs(8);

    /// All of them open.
    #[must_use]
    pub fn new() -> Self {
        Self { open: Self::MOST, went_well: 0, throttled: 0 }
    }

    /// How many questions may be out now.
    #[must_use]
    pub fn open(&self) -> usize {
        self.open
    }

    /// Whether there are fewer than there may be.
    #[must_use]
    pub fn are_narrowed(&self) -> bool {
        self.open < Self::MOST
    }

    /// What the service throttled is tried again, after a rest of this length: one question after another at
    /// first.
    pub(super) fn begin_slowly(&mut self) -> Duration {
        *self = Self { open: 1, ..Self::new() };
        Self::LONGEST
    }

    /// A question was answered.
    pub(super) fn widen(&mut self) {
        self.throttled = 0;
        self.went_well += 1;
        if self.went_well >= Self::PROOF && self.are_narrowed() {
            self.open += 1;
            self.went_well = 0;
        }
    }

    /// The service throttles: half as many from now on, after a rest of this length.
    pub(super) fn narrow(&mut self) -> Duration {
        self.open = (self.open / 2).max(1);
        self.went_well = 0;
        let rest = Self::REST.saturating_mul(1 << self.throttled.min(3)).min(Self::LONGEST);
        self.throttled += 1;
        rest
    }
}

impl Default for Lanes {
    fn default() -> Self {
        Self::new()
    }
}
