//! Rounds of reading a list.

use crate::service::ListEnd;

/// A round of reading a list, and the end of the list that a row came from. In four bytes, since each row keeps
/// the one that brought it last: the lowest bit is the end.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Round(u32);

const FROM_BACK: u32 = 1;

impl Round {
    /// The round behind this one, from the front.
    pub fn next(self) -> Self {
        Self((self.0 | FROM_BACK).wrapping_add(1))
    }

    /// This round, from that end.
    pub fn from(self, end: ListEnd) -> Self {
        match end {
            ListEnd::Front => Self(self.0 & !FROM_BACK),
            ListEnd::Back => Self(self.0 | FROM_BACK),
        }
    }

    /// Whether both are of one round, from whichever ends.
    pub fn is_same(self, other: Self) -> bool {
        self.from(ListEnd::Front) == other.from(ListEnd::Front)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_has_two_ends_and_another_behind_it() {
        let first = Round::default();
        let (back, second) = (first.from(ListEnd::Back), first.next());
        assert!(first.is_same(back) && first != back);
        assert_eq!((back.from(ListEnd::Front), back.next()), (first, second));
        assert!(!first.is_same(second) && !back.is_same(second));
    }
}
