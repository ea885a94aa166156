//! The order of the list.

use std::cmp::Ordering;

use crate::domain::{Image, ImageStatus, Text};

/// What the list can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Column {
    /// By image name.
    #[default]
    Name,
    /// By display name; images without one stand where their name puts them.
    DisplayName,
    /// By status: what failed first, what is changing next, what is settled last.
    Status,
    /// By age: changed last first.
    Modified,
}

impl Column {
    /// What a person reads.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::DisplayName => "display name",
            Self::Status => "status",
            Self::Modified => "modified",
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Name => Self::DisplayName,
            Self::DisplayName => Self::Status,
            Self::Status => Self::Modified,
            Self::Modified => Self::Name,
        }
    }
}

/// A column and a direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// Whether the other way round.
    pub reversed: bool,
}

impl Sort {
    /// The next column, in its own direction.
    #[must_use]
    pub fn next(self) -> Self {
        Self { column: self.column.next(), reversed: false }
    }

    /// The same column the other way round.
    #[must_use]
    pub fn reverse(self) -> Self {
        Self { reversed: !self.reversed, ..self }
    }

    /// Whether what is read in that column goes down from row to row: dates begin with the newest.
    #[must_use]
    pub fn descends(self) -> bool {
        match self.column {
            Column::Name | Column::DisplayName | Column::Status => self.reversed,
            Column::Modified => !self.reversed,
        }
    }

    pub(super) fn compare(self, a: &Image, b: &Image) -> Ordering {
        let order = match self.column {
            Column::Name => a.name.cmp(&b.name),
            Column::DisplayName => shown_name(a).cmp(shown_name(b)),
            Column::Status => urgency(a).cmp(&urgency(b)),
            Column::Modified => b.modified.cmp(&a.modified),
        };
        if self.reversed { order.reverse() } else { order }
    }
}

fn shown_name(image: &Image) -> &str {
    image.display_name.as_ref().map_or(image.name.as_str(), Text::as_str)
}

fn urgency(image: &Image) -> (u8, &str) {
    let Some(status) = &image.status else { return (2, "") };
    let rank = if status.is_failed() {
        0
    } else if status.is_changing() {
        1
    } else {
        3
    };
    (rank, ImageStatus::word(status))
}
