//! Which of two images comes first.

use std::cmp::{Ordering, Reverse};

use crate::app::{Usage, UsedBy};
use crate::domain::{Column, Image, ImageStatus, Sort, Text};

/// Which of two images comes first in that order; equals are told apart by their names.
pub fn compare(sort: Sort, a: &Image, b: &Image, usage: &Usage) -> Ordering {
    let order = match sort.column {
        Column::Name => a.name.cmp(&b.name),
        Column::DisplayName => shown_name(a).cmp(shown_name(b)),
        Column::Status => urgency(a).cmp(&urgency(b)),
        Column::Modified => b.modified.cmp(&a.modified),
        Column::Created => b.created.cmp(&a.created),
        Column::UsedBy => users(a, usage).cmp(&users(b, usage)),
        Column::Description => description(a).cmp(&description(b)),
    };
    let order = if sort.reversed { order.reverse() } else { order };
    order.then_with(|| a.name.cmp(&b.name))
}

fn shown_name(image: &Image) -> &str {
    image.display_name.as_ref().map_or(image.name.as_str(), Text::as_str)
}

/// Those that have none come behind all others.
fn description(image: &Image) -> (bool, &str) {
    image.description.as_ref().map_or((true, ""), |text| (false, text.as_str()))
}

fn users(image: &Image, usage: &Usage) -> Reverse<Option<usize>> {
    Reverse(match usage.of(&image.name) {
        UsedBy::NotKnown => None,
        UsedBy::AtLeast(count) | UsedBy::Exactly(count) => Some(count),
    })
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
