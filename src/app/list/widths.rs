//! How wide the columns of a list would have to be for all that they hold.
//!
//! Counted as images come and go, so that no frame looks at all of them: a list may have 100,000.

use crate::app::cells;
use crate::domain::ImageStatus;

use super::ListedImage;

/// How many texts there are of each width.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Widths {
    /// By the width in cells.
    counts: Vec<usize>,
    total: usize,
}

/// Wider texts count as this wide: no column becomes wider.
const WIDEST: usize = 128;
/// The share of the texts that a column is made for at first, in percent. A few long ones must not
/// take the room of all others.
const MOST: usize = 95;
/// Those that are not much longer fit as well.
const A_LITTLE: usize = 8;

impl Widths {
    /// The cells that all but a few of the widest take at most; 0 where there is no text.
    #[must_use]
    pub fn of_most(&self) -> u16 {
        let most = usize::from(self.covering(self.total * MOST / 100));
        let mut near = self.counts.iter().take(most + A_LITTLE + 1);
        near.rposition(|count| *count > 0).and_then(|width| u16::try_from(width).ok()).unwrap_or(0)
    }

    /// The cells that the widest takes; 0 where there is no text.
    #[must_use]
    pub fn of_all(&self) -> u16 {
        self.covering(self.total)
    }

    fn covering(&self, texts: usize) -> u16 {
        let mut seen = 0;
        let width = self.counts.iter().position(|count| {
            seen += count;
            seen >= texts.max(1)
        });
        u16::try_from(width.unwrap_or(0)).unwrap_or(0)
    }

    fn add(&mut self, text: &str) {
        let width = cells::width(text).min(WIDEST);
        if self.counts.len() <= width {
            self.counts.resize(width + 1, 0);
        }
        self.counts[width] += 1;
        self.total += 1;
    }

    fn remove(&mut self, text: &str) {
        let width = cells::width(text).min(WIDEST);
        if let Some(count) = self.counts.get_mut(width).filter(|count| **count > 0) {
            *count -= 1;
            self.total -= 1;
        }
    }
}

/// The widths of what each column holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnWidths {
    /// The names.
    pub name: Widths,
    /// The display names that say more than the name.
    pub display_name: Widths,
    /// The words of the statuses.
    pub status: Widths,
    /// The descriptions.
    pub description: Widths,
}

impl ColumnWidths {
    pub(super) fn add(&mut self, listed: ListedImage<'_>) {
        self.each(listed, Widths::add);
    }

    pub(super) fn remove(&mut self, listed: ListedImage<'_>) {
        self.each(listed, Widths::remove);
    }

    fn each(&mut self, listed: ListedImage<'_>, change: impl Fn(&mut Widths, &str)) {
        change(&mut self.name, listed.name_str());
        if let Some(display_name) = listed.own_display_name() {
            change(&mut self.display_name, display_name);
        }
        if let Some(status) = listed.status() {
            change(&mut self.status, ImageStatus::word(status));
        }
        if let Some(description) = listed.description() {
            change(&mut self.description, description);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::app::Images;
    use crate::domain::{Image, ImageName};

    use super::*;

    #[test]
    fn a_few_wide_texts_do_not_make_a_column_wide() {
        let mut widths = Widths::default();
        assert_eq!((widths.of_most(), widths.of_all()), (0, 0));
        for _ in 0..97 {
            widths.add("1234567890");
        }
        for text in ["機械学習機械学習機械学習", "", "123456789012", &"w".repeat(500)] {
            widths.add(text);
        }
        assert_eq!((widths.of_most(), widths.of_all()), (12, 128));
        widths.remove(&"w".repeat(500));
        assert_eq!(widths.of_all(), 24);
    }

    #[test]
    fn a_display_name_that_equals_the_name_takes_no_room() {
        let (mut images, name) = (Images::default(), "pytorch-2.4-gpu");
        let image = Image { display_name: Some(name.into()), ..Image::named(ImageName::received(name)) };
        images.merge(vec![image]);
        let widths = images.widths();
        assert_eq!((widths.name.of_all(), widths.display_name.of_all()), (15, 0));
    }
}
