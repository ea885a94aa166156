//! The list follows the images: what it shows of them, and where its cursor is, once they have changed.

use super::filter::Facts;
use super::{Gaps, Images, ListView};

/// Of more rows than this, all are sorted anew.
const MOST_PUT: usize = 2048;

impl ListView {
    /// Shows the images as they are now, if they have changed since they were shown last.
    pub fn follow(&mut self, images: &Images, facts: &Facts<'_>) {
        let are_facts_new = self.facts_state != self.filter.state_of(facts);
        let are_images_new = (self.changes, self.moves) != (images.changes(), images.moves());
        // What is being sorted goes on by what it began with.
        let is_usage_new = !self.is_sorting() && self.sorted_usage != self.usage_sorted_by(facts);
        if are_images_new || is_usage_new || are_facts_new {
            self.take_stand();
            if are_facts_new {
                self.sifting.doubt();
            }
            if are_images_new {
                let is_order_lost = self.close_gaps(images);
                self.take_touched(images, facts, is_order_lost);
                (self.changes, self.moves) = (images.changes(), images.moves());
            }
            if is_usage_new {
                self.begin_sorting(images, facts);
            }
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
    /// Tells whether all rows have to be put in order anew.
    fn close_gaps(&mut self, images: &Images) -> bool {
        if self.moves == images.moves() {
            return false;
        }
        let was_sorting = self.sorting.take().is_some();
        if let Some(gaps) = images.gaps_since(self.moves) {
            self.stand = self.stand.and_then(|row| gaps.now_at(row).or_else(|| self.beside(gaps)));
            self.order = self.order.iter().filter_map(|&row| gaps.now_at(row)).collect();
            self.sifting.close(gaps);
            return was_sorting;
        }
        self.stand = None;
        self.order.clear();
        self.sifting.forget();
        true
    }

    /// Puts the rows in their places that came or changed.
    fn take_touched(&mut self, images: &Images, facts: &Facts<'_>, is_order_lost: bool) {
        let known = u32::try_from(self.order.len()).unwrap_or(u32::MAX);
        let new = (0u32..).take(images.len()).skip(self.order.len());
        let touched = images.touched_since(self.changes);
        match &touched {
            Some(touched) => self.sifting.doubt_rows(touched),
            None => self.sifting.doubt(),
        }
        let changed = touched.iter().flatten().copied().filter(|row| *row < known);
        let rows: Vec<_> = changed.chain(new.clone()).collect();
        if is_order_lost || touched.is_none() || rows.len() > MOST_PUT {
            self.order.extend(new);
            self.begin_sorting(images, facts);
        } else if let Some(sorting) = &mut self.sorting {
            sorting.doubt(&rows);
            self.order.extend(new);
        } else {
            if rows.first().is_some_and(|first| *first < known) {
                self.order.retain(|row| rows.binary_search(row).is_err());
            }
            self.put_in_order(rows, images, facts);
        }
    }

    fn beside(&self, gaps: &Gaps) -> Option<u32> {
        let (before, behind) = self.visible().split_at(self.cursor.min(self.len()));
        behind.iter().chain(before.iter().rev()).find_map(|&row| gaps.now_at(row))
    }
}
