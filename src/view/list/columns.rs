//! Which columns the list has room for.
//!
//! ```text
//! ▌● name                  display name        UPDATE_FAILED    12d  used 3
//! ```

use crate::app::Column;

/// The columns, in cells; 0 where there is no room for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// The image's name.
    pub name: u16,
    /// Its display name.
    pub display_name: u16,
    /// The word of its status.
    pub status: u16,
    /// How long ago it was changed.
    pub age: u16,
    /// By how many it is used.
    pub used: u16,
}

/// The marker of the cursor, the symbol of the status, and a blank.
pub const LEAD: u16 = 3;
/// Blanks between columns.
pub const GAP: u16 = 2;

const NAME: u16 = 17;
const DISPLAY_NAME: u16 = 12;
/// The longest short word, `updating`.
const STATUS: u16 = 8;
/// The longest word of the service, `CREATE_FAILED`.
pub const WHOLE_STATUS: u16 = 13;
const AGE: u16 = 4;
/// `used 9999+`.
const USED: u16 = 10;
/// A blank keeps the last column from the frame.
const EDGE: u16 = 1;
/// So many cells to spare, and the status is spelt as the service does.
const ROOMY: u16 = 14;
/// No name is longer.
const LONGEST_NAME: u16 = 63;

impl Columns {
    /// Divides `width` cells. What the list is sorted by is kept longest, then display name,
    /// status, age, and by how many an image is used, if anything is known of that.
    #[must_use]
    pub fn of(width: u16, sorted: Column, has_usage: bool) -> Self {
        let mut columns = Self { name: NAME, display_name: 0, status: 0, age: 0, used: 0 };
        let mut left = width.saturating_sub(LEAD + NAME + EDGE);
        for column in [sorted, Column::DisplayName, Column::Status, Column::Modified] {
            let (slot, least) = match column {
                Column::Name => continue,
                Column::DisplayName => (&mut columns.display_name, DISPLAY_NAME),
                Column::Status => (&mut columns.status, STATUS),
                Column::Modified => (&mut columns.age, AGE),
            };
            if *slot == 0 && GAP + least <= left {
                *slot = least;
                left -= GAP + least;
            }
        }
        if has_usage && columns.age > 0 && GAP + USED <= left {
            columns.used = USED;
            left -= GAP + USED;
        }
        if columns.status > 0 && left >= ROOMY {
            columns.status = WHOLE_STATUS;
            left -= WHOLE_STATUS - STATUS;
        }
        columns.spread(width, left);
        columns
    }

    fn spread(&mut self, width: u16, left: u16) {
        if self.display_name == 0 {
            let others = [self.status, self.age, self.used].into_iter().any(|column| column > 0);
            self.name = if others { NAME + left } else { width.saturating_sub(LEAD) };
        } else {
            let more = (left / 2).min(LONGEST_NAME - NAME);
            self.name += more;
            self.display_name += left - more;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_important_column_gives_way_first() {
        let shown = |width, sorted| {
            let columns = Columns::of(width, sorted, false);
            [columns.display_name, columns.status, columns.age].map(|cells| cells > 0)
        };
        assert_eq!(shown(78, Column::Name), [true, true, true]);
        assert_eq!(shown(52, Column::Name), [true, true, true]);
        assert_eq!(shown(48, Column::Name), [true, true, false]);
        assert_eq!(shown(42, Column::Name), [true, false, true]);
        assert_eq!(shown(42, Column::Status), [false, true, true]);
        assert_eq!(shown(38, Column::Name), [true, false, false]);
        assert_eq!(shown(34, Column::Name), [false, true, false]);
        assert_eq!(shown(34, Column::Modified), [false, false, true]);
        assert_eq!(shown(26, Column::Name), [false, false, false]);
    }

    #[test]
    fn all_columns_together_fit() {
        for width in 0..300 {
            for sorted in [Column::Name, Column::DisplayName, Column::Status, Column::Modified] {
                for has_usage in [false, true] {
                    let columns = Columns::of(width, sorted, has_usage);
                    let others = [columns.display_name, columns.status, columns.age, columns.used];
                    let gaps: u16 =
                        others.into_iter().filter(|&cells| cells > 0).map(|cells| cells + GAP).sum();
                    assert!(
                        LEAD + columns.name + gaps <= width.max(LEAD + NAME + EDGE),
                        "{width}: {columns:?}"
                    );
                    assert!(has_usage || columns.used == 0);
                }
            }
        }
    }
}
