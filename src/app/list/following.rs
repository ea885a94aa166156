//! The list follows the images: what it shows of them, and where its cursor is, once they have changed.

use super::filter::Facts;
use super::{Gaps, Images, ListView};

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
}
