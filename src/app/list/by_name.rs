//! Where the image of a name is among the rows.

use crate::domain::ImageName;

use super::{Gaps, Row};

/// The rows as indices, in the order of their names: four bytes a row, and no name twice in memory.
#[derive(Debug, Default)]
pub struct ByName(Vec<u32>);

impl ByName {
    /// The index of the row of that name; the first, if there are several.
    pub fn find(&self, rows: &[Row], name: &ImageName) -> Option<u32> {
        let at = self.0.partition_point(|&row| name_of(rows, row) < Some(name));
        self.0.get(at).copied().filter(|&row| name_of(rows, row) == Some(name))
    }

    /// Takes in the rows that were added at the end.
    pub fn add(&mut self, rows: &[Row]) {
        let mut new: Vec<u32> = (0u32..).take(rows.len()).skip(self.0.len()).collect();
        if new.is_empty() {
            return;
        }
        new.sort_by(|&a, &b| name_of(rows, a).cmp(&name_of(rows, b)));
        let mut all = Vec::with_capacity(rows.len());
        let mut rest = self.0.as_slice();
        for row in new {
            let name = name_of(rows, row);
            let (before, behind) = rest.split_at(rest.partition_point(|&known| name_of(rows, known) <= name));
            all.extend_from_slice(before);
            all.push(row);
            rest = behind;
        }
        all.extend_from_slice(rest);
        self.0 = all;
    }

    /// Rows went.
    pub fn close(&mut self, gaps: &Gaps) {
        self.0 = self.0.iter().filter_map(|&row| gaps.now_at(row)).collect();
    }
}

fn name_of(rows: &[Row], index: u32) -> Option<&ImageName> {
    rows.get(index as usize).map(|row| &row.image.name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::app::list::Images;
    use crate::domain::Image;

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
                    prop_assert_eq!(&images.get(&name(number)).unwrap().name, &name(number));
                }
            }
        }
    }
}
