//! Which columns the list of versions has room for, and what of the aliases stands in theirs.
//!
//! ```text
//! ▌● 12  prod, stable +2          CREATED        12d
//! ```

use crate::domain::Text;
use crate::view::text::cells::{self, middled};

/// The columns, in cells; 0 where there is no room for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// The number.
    pub number: u16,
    /// The aliases.
    pub aliases: u16,
    /// The word of the status.
    pub status: u16,
    /// How long ago it was made.
    pub age: u16,
}

/// The marker of the cursor, the symbol of the status, and a blank.
pub const LEAD: u16 = 3;
/// Blanks between columns.
pub const GAP: u16 = 2;

const ALIASES: u16 = 16;
/// More than this, and status and age are too far from them to be read as one row.
const MOST_ALIASES: u16 = 44;
/// The longest word of the service, `CREATE_FAILED`.
const STATUS: u16 = 13;
const AGE: u16 = 4;
/// A blank keeps the last column from the frame.
const EDGE: u16 = 1;

impl Columns {
    /// Divides `width` cells, of which the largest number takes `number`. The aliases are kept longest,
    /// then age, then status.
    #[must_use]
    pub fn of(width: u16, number: u16) -> Self {
        let mut columns = Self { number, aliases: 0, status: 0, age: 0 };
        let mut left = width.saturating_sub(LEAD + number + GAP + EDGE);
        let slots = [(&mut columns.age, AGE), (&mut columns.status, STATUS)];
        for (slot, least) in slots {
            if ALIASES + GAP + least <= left {
                *slot = least;
                left -= GAP + least;
            }
        }
        columns.aliases = left.min(MOST_ALIASES);
        columns
    }
}

/// As many aliases as there is room for, and how many more there are: `prod, stable +2`. A single one that
/// is too long is cut in its middle.
#[must_use]
pub fn aliases(all: &[Text], room: usize) -> String {
    let all: Vec<_> = all.iter().map(Text::as_str).collect();
    let more =
        |shown: usize| if shown < all.len() { format!(" +{}", all.len() - shown) } else { String::new() };
    for shown in (2..=all.len()).rev() {
        let words = all[..shown].join(", ") + &more(shown);
        if cells::width(&words) <= room {
            return words;
        }
    }
    let Some(first) = all.first() else { return String::new() };
    let more = more(1);
    middled(first, room.saturating_sub(more.len())).into_owned() + &more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_are_whole_as_far_as_there_is_room_and_the_rest_is_counted() {
        let shown = |names: &[&str], room| {
            let all: Vec<Text> = names.iter().map(|name| Text::clean(name)).collect();
            aliases(&all, room)
        };
        for (names, room, expected) in [
            (&[][..], 16, ""),
            (&["prod"], 16, "prod"),
            (&["prod", "stable"], 16, "prod, stable"),
            (&["latest", "prod", "stable"], 16, "latest, prod +1"),
            (&["latest", "prod", "stable"], 14, "latest +2"),
            (&["a-very-long-alias-of-a-team"], 16, "a-very…of-a-team"),
            (&["a-very-long-alias-of-a-team", "b"], 16, "a-ver…-a-team +1"),
        ] {
            let words = shown(names, room);
            assert_eq!(words, expected);
            assert!(cells::width(&words) <= room, "{words}");
        }
    }

    #[test]
    fn aliases_are_kept_longest() {
        for (width, number, expected) in [
            (20, 2, (2, 12, 0, 0)),
            (38, 2, (2, 24, 0, 4)),
            (58, 2, (2, 29, 13, 4)),
            (118, 5, (5, 44, 13, 4)),
        ] {
            let Columns { number, aliases, status, age } = Columns::of(width, number);
            assert_eq!((number, aliases, status, age), expected, "{width}");
        }
    }
}
