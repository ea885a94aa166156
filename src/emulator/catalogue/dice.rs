//! Numbers that look thrown and are always the same.

/// A small generator of even numbers (splitmix64), the same for the same seed.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn of(number: usize) -> Self {
        Self(u64::try_from(number).unwrap_or_default())
    }

    /// Others for the same number.
    pub(super) fn others_of(number: usize) -> Self {
        Self(!u64::try_from(number).unwrap_or_default())
    }

    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % limit
    }

    pub(super) fn pick<T: Copy, const N: usize>(&mut self, things: &[T; N]) -> T {
        let count = u64::try_from(N).unwrap_or(1);
        things[usize::try_from(self.below(count)).unwrap_or_default()]
    }
}
