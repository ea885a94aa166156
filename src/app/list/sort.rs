//! Which of two images comes first.

use std::cmp::{Ordering, Reverse};

use crate::app::{Usage, UsedBy};
use crate::domain::{Column, ImageStatus, Sort};

use super::ListedImage;

/// Which of two images comes first in that order; equals are told apart by their names.
pub fn compare(sort: Sort, a: ListedImage<'_>, b: ListedImage<'_>, usage: &Usage) -> Ordering {
    compare_column(sort, a, b, usage).then_with(|| a.name_str().cmp(b.name_str()))
}

/// The same where equals are in the order of their names already.
pub fn compare_column(sort: Sort, a: ListedImage<'_>, b: ListedImage<'_>, usage: &Usage) -> Ordering {
    let order = match sort.column {
        Column::Name => a.name_str().cmp(b.name_str()),
        Column::DisplayName => shown_name(a).cmp(shown_name(b)),
        Column::Status => urgency(a).cmp(&urgency(b)),
        Column::Modified => b.row().modified.cmp(&a.row().modified),
        Column::Created => b.row().created.cmp(&a.row().created),
        Column::UsedBy => users(a, usage).cmp(&users(b, usage)),
        Column::Description => description(a).cmp(&description(b)),
    };
    if sort.reversed { order.reverse() } else { order }
}

fn shown_name(image: ListedImage<'_>) -> &str {
    image.display_name().unwrap_or_else(|| image.name_str())
}

/// Those that have none come behind all others.
fn description(image: ListedImage<'_>) -> (bool, &str) {
    image.description().map_or((true, ""), |text| (false, text))
}

fn users(image: ListedImage<'_>, usage: &Usage) -> Reverse<Option<usize>> {
    Reverse(match usage.of(&image.name()) {
        UsedBy::NotKnown => None,
        UsedBy::AtLeast(count) | UsedBy::Exactly(count) => Some(count),
    })
}

fn urgency(image: ListedImage<'_>) -> (u8, &str) {
    let Some(status) = image.status() else { return (2, "") };
    let rank = if status.is_failed() {
        0
    } else if status.is_changing() {
        1
    } else {
        3
    };
    (rank, ImageStatus::word(status))
}
