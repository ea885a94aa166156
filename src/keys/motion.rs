//! How a key moves about, whatever has the keys.

use super::named::named;

named! {
    /// How a key moves a cursor, or scrolls.
    Motion {
        /// One row down.
        Down,
        /// One row up.
        Up,
        /// One page down.
        PageDown,
        /// One page up.
        PageUp,
        /// Half a page down.
        HalfDown,
        /// Half a page up.
        HalfUp,
        /// To the first row.
        First,
        /// To the last row.
        Last,
    }
}

impl Motion {
    /// Where it leads from row `at`, where the last row is `last` and a page has `page` rows.
    #[must_use]
    pub fn target(self, at: usize, last: usize, page: usize) -> usize {
        let (page, half) = (page.max(1), (page / 2).max(1));
        let to = match self {
            Self::Down => at.saturating_add(1),
            Self::Up => at.saturating_sub(1),
            Self::PageDown => at.saturating_add(page),
            Self::PageUp => at.saturating_sub(page),
            Self::HalfDown => at.saturating_add(half),
            Self::HalfUp => at.saturating_sub(half),
            Self::First => 0,
            Self::Last => last,
        };
        to.min(last)
    }

    /// Whether it goes by pages or parts of them.
    #[must_use]
    pub fn is_by_pages(self) -> bool {
        match self {
            Self::PageDown | Self::PageUp | Self::HalfDown | Self::HalfUp => true,
            Self::Down | Self::Up | Self::First | Self::Last => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Motion::{Down, First, HalfDown, HalfUp, Last, PageDown, PageUp, Up};

    #[test]
    fn motions_stay_between_the_first_row_and_the_last() {
        for (motion, at, last, page, to) in [
            (Down, 3, 9, 4, 4),
            (Down, 9, 9, 4, 9),
            (Up, 3, 9, 4, 2),
            (Up, 0, 9, 4, 0),
            (PageDown, 3, 9, 4, 7),
            (PageDown, 7, 9, 4, 9),
            (PageUp, 3, 9, 4, 0),
            (HalfDown, 3, 9, 4, 5),
            (HalfUp, 3, 9, 4, 1),
            (HalfDown, 3, 9, 0, 4),
            (PageUp, 3, 9, 0, 2),
            (First, 3, 9, 4, 0),
            (Last, 3, 9, 4, 9),
            (Up, 20, 9, 4, 9),
            (PageDown, usize::MAX, usize::MAX, 4, usize::MAX),
        ] {
            assert_eq!(motion.target(at, last, page), to, "{motion:?} from {at}");
        }
    }
}
