//! The order of the list: put in force, and kept while images come and change.

use crate::domain::{Column, Sort};

use super::filter::Facts;
use super::merging::merge_in;
use super::sort::{compare, compare_column};
use super::sorting::Sorting;
use super::{Images, ListView};

impl ListView {
    /// Puts another order in force. Where there are many images, that takes a while, in which they stand as
    /// before: see [`Self::is_sorting`].
    pub fn set_sort(&mut self, images: &Images, sort: Sort, facts: &Facts<'_>) {
        (self.sort, self.stand, self.is_away) = (sort, None, false);
        self.begin_sorting(images, facts);
        self.sift(images, facts);
    }

    /// Puts the next images to the filter, or else goes on sorting; tells whether rows may have moved.
    pub fn go_on(&mut self, images: &Images, facts: &Facts<'_>) -> bool {
        if self.is_sifting() {
            self.sift_on(images, facts);
            return true;
        }
        let is_sorted = self.is_sorting() && self.sort_on(images, facts);
        if is_sorted {
            self.sift(images, facts);
        }
        is_sorted
    }

    /// Begins to put all rows in the order in force.
    pub(super) fn begin_sorting(&mut self, images: &Images, facts: &Facts<'_>) {
        self.sorted_usage = self.usage_sorted_by(facts);
        let names = images.in_order_of_names();
        if self.sort.column != Column::Name {
            self.sorting = Some(Sorting::of(names.to_vec()));
            self.sort_on(images, facts);
            return;
        }
        self.sorting = None;
        self.order.clear();
        self.order.extend(names);
        if self.sort.reversed {
            self.order.reverse();
        }
    }

    /// Goes on sorting; tells whether that is done.
    pub(super) fn sort_on(&mut self, images: &Images, facts: &Facts<'_>) -> bool {
        let (sort, rows) = (self.sort, images.rows());
        let is_done = self.sorting.as_mut().is_some_and(|sorting| {
            sorting.go_on(|a, b| rows.compared(a, b, |a, b| compare_column(sort, a, b, facts.usage)))
        });
        if let Some(sorting) = self.sorting.take_if(|_| is_done) {
            let (order, late) = sorting.end();
            self.order = order;
            self.put_in_order(late, images, facts);
        }
        is_done
    }

    /// Puts rows in their places among the others, which are in order.
    pub(super) fn put_in_order(&mut self, mut new: Vec<u32>, images: &Images, facts: &Facts<'_>) {
        let (sort, rows) = (self.sort, images.rows());
        let order = |a, b| rows.compared(a, b, |a, b| compare(sort, a, b, facts.usage));
        new.sort_by(|&a, &b| order(a, b));
        merge_in(&mut self.order, &new, |known, row| order(known, row).is_le());
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use crate::app::{Dated, Facts, Images, ListView, Usage};
    use crate::domain::{Column, Image, ImageName, Sort, TagSet};

    /// More than are sorted at once.
    const MANY: u32 = 6000;

    /// What happens to a list.
    #[derive(Debug, Clone)]
    enum Event {
        /// An image comes, or is otherwise than it was.
        Comes(u32, u32),
        /// A whole list comes, without each so manieth.
        Whole(u32),
        Sort(usize, bool),
        GoesOn,
    }

    fn event() -> impl Strategy<Value = Event> {
        prop_oneof![
            3 => (0..MANY + 500, 0..9u32).prop_map(|(number, text)| Event::Comes(number, text)),
            1 => (2..900u32).prop_map(Event::Whole),
            2 => (0..Column::ALL.len(), any::<bool>()).prop_map(|(column, reversed)| Event::Sort(column, reversed)),
            4 => Just(Event::GoesOn),
        ]
    }

    fn image(number: u32, text: u32) -> Image {
        Image {
            display_name: (!text.is_multiple_of(3)).then(|| format!("{text}").into()),
            description: Some(format!("{}", text * 7 % 5).into()),
            ..Image::named(ImageName::received(&format!("i-{}", number * 7919 % 10_007)))
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn whatever_comes_while_it_is_sorted_all_are_in_order_in_the_end(
            events in prop::collection::vec(event(), 1..25),
        ) {
            let (details, tags) = (BTreeMap::new(), BTreeMap::<ImageName, Dated<TagSet>>::new());
            let usage = Usage::default();
            let facts = Facts { usage: &usage, details: &details, tags: &tags, now: jiff::Timestamp::UNIX_EPOCH };
            let (mut images, mut list) = (Images::default(), ListView::default());
            let mut known: BTreeMap<ImageName, Image> =
                (0..MANY).map(|number| image(number, number)).map(|image| (image.name.clone(), image)).collect();
            images.merge(known.values().cloned().collect());
            for event in events {
                match event {
                    Event::Comes(number, text) => {
                        let image = image(number, text);
                        images.merge(vec![image.clone()]);
                        known.insert(image.name.clone(), image);
                    }
                    Event::Whole(left_out) => {
                        let mut numbers = 1u32..;
                        known.retain(|_, _| numbers.next().is_some_and(|number| number % left_out > 0));
                        images.load.begin();
                        images.merge(known.values().cloned().collect());
                        images.drop_unseen();
                    }
                    Event::Sort(column, reversed) => {
                        let sort = Sort { column: Column::ALL[column], reversed };
                        list.set_sort(&images, sort, &facts);
                    }
                    Event::GoesOn => drop(list.go_on(&images, &facts)),
                }
                list.follow(&images, &facts);
                prop_assert_eq!(list.len(), known.len());
            }
            while list.is_sorting() {
                list.go_on(&images, &facts);
            }
            let mut expected: Vec<_> = known.values().collect();
            let Sort { column, reversed } = list.sort();
            let text = |image: &Image| match column {
                Column::DisplayName => {
                    image.display_name.as_ref().map_or_else(|| image.name.to_string(), ToString::to_string)
                }
                Column::Description => image.description.as_ref().map(ToString::to_string).unwrap_or_default(),
                Column::Name => image.name.to_string(),
                _ => String::new(),
            };
            expected.sort_by(|a, b| {
                let order = text(a).cmp(&text(b));
                if reversed { order.reverse() } else { order }.then_with(|| a.name.cmp(&b.name))
            });
            let expected: Vec<_> = expected.into_iter().map(|image| image.name.clone()).collect();
            prop_assert_eq!(list.names(&images), expected);
            for image in known.values() {
                prop_assert_eq!(&images.get(&image.name).unwrap().image(), image);
            }
        }
    }
}
