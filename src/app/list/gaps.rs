//! Where the rows that stayed are, once others went.

/// The rows that went, by the indices that they had, in order.
#[derive(Debug, Default)]
pub struct Gaps(Vec<u32>);

impl Gaps {
    /// Of the rows at these indices, in order.
    pub fn at(indices: Vec<u32>) -> Self {
        Self(indices)
    }

    /// Whether no row went.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where the row is now that was at `index`; nothing where it went.
    pub fn now_at(&self, index: u32) -> Option<u32> {
        let before = self.0.binary_search(&index).err()?;
        index.checked_sub(u32::try_from(before).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_stay_move_up_by_those_before_them_that_went() {
        let gaps = Gaps::at(vec![0, 3, 4]);
        let now: Vec<_> = (0..7).map(|index| gaps.now_at(index)).collect();
        assert_eq!(now, [None, Some(0), Some(1), None, None, Some(2), Some(3)]);
    }
}
