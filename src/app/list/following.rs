//! The list follows the images: what it shows of them, and where its cursor is, once they have changed.

use std::cmp::Ordering;

use crate::domain::Column;

use super::filter::Facts;
use super::{Gaps, Images, ListView, sort};

impl ListView {
    /// Shows the images as they are now, if they have changed since they were shown last.
    pub fn follow(&mut self, images: &Images, facts: &Facts<'_>) {
        let are_facts_new = self.facts_state != self.filter.state_of(facts);
        let are_images_new = (self.changes, self.moves) != (images.changes(), images.moves());
        let is_order_old = are_images_new || self.sorted_usage != self.usage_sorted_by(facts);
        if is_order_old || are_facts_new {
            self.take_stand();
        }
        if are_facts_new {
            self.sifting.doubt();
        }
        if are_images_new {
            self.close_gaps(images);
            self.sifting.doubt_changed(images, self.changes);
            (self.changes, self.moves) = (images.changes(), images.moves());
        }
        if is_order_old {
            self.arrange(images, facts);
        } else if are_facts_new {
            self.sift(images, facts);
        }
        self.was_whole = images.load.whole_at.is_some();
    }

    /// Notes which row the cursor stays with if the anchor can't be seen. While the list comes for the first
    /// time and nobody has chosen, that is whichever is at the top.
    fn take_stand(&mut self) {
        let is_chosen = self.anchor.is_some() || self.was_whole;
        let is_waited_for = self.stand.is_some() && self.is_sifting();
        if is_chosen && !is_waited_for {
            self.stand = self.visible().get(self.cursor).copied();
        }
    }

    /// Rows went, and others moved up. From one that went the cursor goes to the next, or to the one before.
    fn close_gaps(&mut self, images: &Images) {
        if self.moves == images.moves() {
            return;
        }
        if let Some(gaps) = images.gaps_since(self.moves) {
            self.stand = self.stand.and_then(|row| gaps.now_at(row).or_else(|| self.beside(gaps)));
            self.order = self.order.iter().filter_map(|&row| gaps.now_at(row)).collect();
            self.sifting.close(gaps);
        } else {
            self.stand = None;
            self.order.clear();
            self.sifting.forget();
        }
    }

    fn beside(&self, gaps: &Gaps) -> Option<u32> {
        let (before, behind) = self.visible().split_at(self.cursor.min(self.len()));
        behind.iter().chain(before.iter().rev()).find_map(|&row| gaps.now_at(row))
    }

    pub(super) fn arrange(&mut self, images: &Images, facts: &Facts<'_>) {
        let (order, rows) = (self.sort, images.rows());
        self.sorted_usage = self.usage_sorted_by(facts);
        let new = (0u32..).take(rows.len()).skip(self.order.len());
        self.order.extend(new);
        // Merges the sorted runs that are there already, so a page more costs little.
        self.order.sort_by(|&a, &b| {
            let (Some(a), Some(b)) = (rows.get(a as usize), rows.get(b as usize)) else {
                return Ordering::Equal;
            };
            sort::compare(order, &a.image, &b.image, facts.usage)
        });
        self.sift(images, facts);
    }

    fn usage_sorted_by(&self, facts: &Facts<'_>) -> Option<u64> {
        (self.sort.column == Column::UsedBy).then(|| facts.usage.changes())
    }

    pub(super) fn sift(&mut self, images: &Images, facts: &Facts<'_>) {
        self.facts_state = self.filter.state_of(facts);
        self.sifting.begin();
        self.sift_on(images, facts);
    }

    /// Puts the cursor on the anchor, or where it stands instead.
    pub(super) fn place_cursor(&mut self, images: &Images) {
        let position = |row: u32| self.visible().iter().position(|&visible| visible == row);
        let anchor = self.anchor.as_ref().and_then(|anchor| images.index(anchor));
        let found = anchor.and_then(position).or_else(|| self.stand.and_then(position));
        self.cursor = match found {
            Some(at) => at,
            None if self.anchor.is_some() => self.cursor.min(self.len().saturating_sub(1)),
            None => 0,
        };
    }
}
