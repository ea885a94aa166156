//! How much of the width a person gave to the list.

/// The list's share of the width of the screen, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListShare(u16);

const WHOLE: u32 = 1000;

impl ListShare {
    /// The share that `list` cells are of a screen of `width`.
    #[must_use]
    pub fn of(list: u16, width: u16) -> Self {
        let width = u32::from(width.max(1));
        Self::in_thousandths((u32::from(list) * WHOLE + width / 2) / width)
    }

    /// So many thousandths; more than all is all.
    #[must_use]
    pub fn in_thousandths(share: u32) -> Self {
        Self(u16::try_from(share.min(WHOLE)).unwrap_or(0))
    }

    /// The share in thousandths.
    #[must_use]
    pub fn thousandths(self) -> u32 {
        self.0.into()
    }

    /// The cells of the list on a screen of `width`.
    #[must_use]
    pub fn cells(self, width: u16) -> u16 {
        let cells = (u32::from(width) * self.thousandths() + WHOLE / 2) / WHOLE;
        u16::try_from(cells).unwrap_or(width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_gives_the_cells_back_that_it_was_taken_of() {
        for width in 1..=800 {
            for list in 0..=width {
                assert_eq!(ListShare::of(list, width).cells(width), list, "{width}");
            }
        }
        assert_eq!(ListShare::of(60, 120).cells(200), 100);
        assert_eq!(ListShare::in_thousandths(5000).cells(80), 80);
    }
}
