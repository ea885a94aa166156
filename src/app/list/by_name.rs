//! Where the image of a name is among the rows.

use super::merging::merge_in;
use super::{Gaps, Rows};

/// The rows as indices, in the order of their names: four bytes a row, and no name twice in memory.
#[derive(Debug, Default)]
pub struct ByName(Vec<u32>);

impl ByName {
    /// All of them.
    pub fn all(&self) -> &[u32] {
        &self.0
    }

    /// The index of the row of that name.
    pub fn find(&self, rows: Rows<'_>, name: &str) -> Option<u32> {
        let at = self.0.partition_point(|&row| rows.name(row) < name);
        self.0.get(at).copied().filter(|&row| rows.name(row) == name)
    }

    /// Takes in the rows that were added at the end.
    pub fn add(&mut self, rows: Rows<'_>) {
        let mut new: Vec<u32> = (0u32..).take(rows.len()).skip(self.0.len()).collect();
        new.sort_by(|&a, &b| rows.name(a).cmp(rows.name(b)));
        merge_in(&mut self.0, &new, |known, row| rows.name(known) <= rows.name(row));
    }

    /// Rows went.
    pub fn close(&mut self, gaps: &Gaps) {
        self.0 = self.0.iter().filter_map(|&row| gaps.now_at(row)).collect();
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use crate::app::list::Images;
    use crate::domain::{Image, ImageName};

    fn name(number: u8) -> ImageName {
        ImageName::received(&format!("i-{number}"))
    }

    proptest! {
        #[test]
        fn each_image_is_found_by_its_name_whatever_came_and_went(
            rounds in prop::collection::vec(prop::collection::btree_set(0u8..40, 0..20), 1..6),
        ) {
            let mut images = Images::default();
            for round in rounds {
                images.load.begin();
                images.merge(round.iter().map(|number| Image::named(name(*number))).collect());
                images.merge(vec![Image::named(name(99))]);
                images.drop_unseen();
                let found: BTreeSet<u8> = (0..100).filter(|number| images.get(&name(*number)).is_some()).collect();
                prop_assert_eq!(&found, &round.iter().copied().chain([99]).collect());
                for number in found {
                    prop_assert_eq!(images.get(&name(number)).unwrap().name(), name(number));
                }
            }
        }
    }
}
