//! The orders in which images are listed.

use std::{
    cmp::Ordering,
    collections::BTreeSet,
    ops::Bound::{Excluded, Unbounded},
    sync::Arc,
};

use super::{image_store::ImageStore, stored_image::StoredImage, unix_millis::UnixMillis};

/// What `ListImages` sorts by; images of the same time follow each other by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::emulator) enum SortBy {
    #[default]
    CreationTime,
    LastModifiedTime,
    ImageName,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::emulator) enum SortOrder {
    #[default]
    Descending,
    Ascending,
}

impl SortOrder {
    /// How two things stand that stand `rising` where the smaller one is first.
    pub(in crate::emulator) fn of(self, rising: Ordering) -> Ordering {
        match self {
            Self::Ascending => rising,
            Self::Descending => rising.reverse(),
        }
    }
}

/// The last item of a page: the next page begins just beyond it, whether it still exists or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::emulator) struct Position {
    pub(in crate::emulator) time: UnixMillis,
    pub(in crate::emulator) name: Arc<str>,
}

impl Position {
    pub(in crate::emulator) fn of(image: &StoredImage, by: SortBy) -> Self {
        let time = match by {
            SortBy::LastModifiedTime => image.modified,
            SortBy::CreationTime | SortBy::ImageName => image.created,
        };
        Self { time, name: Arc::clone(&image.name) }
    }

    /// In a list that is in the order of names alone.
    pub(in crate::emulator) fn of_name(name: &str) -> Self {
        Self { time: UnixMillis::from_milliseconds(0), name: name.into() }
    }
}

type InOrder<'store> = Box<dyn Iterator<Item = &'store StoredImage> + 'store>;

impl ImageStore {
    /// The images in the order asked for, from just beyond a position; nothing is sorted anew.
    pub(in crate::emulator) fn in_order(
        &self,
        by: SortBy,
        order: SortOrder,
        beyond: Option<Position>,
    ) -> InOrder<'_> {
        match by {
            SortBy::CreationTime => self.by_time(&self.by_creation, order, beyond),
            SortBy::LastModifiedTime => self.by_time(&self.by_modification, order, beyond),
            SortBy::ImageName => self.by_name(order, beyond),
        }
    }

    fn by_time<'store>(
        &'store self,
        index: &'store BTreeSet<(UnixMillis, Arc<str>)>,
        order: SortOrder,
        beyond: Option<Position>,
    ) -> InOrder<'store> {
        let edge = beyond.map_or(Unbounded, |position| Excluded((position.time, position.name)));
        let image_of = |(_, name): &(UnixMillis, Arc<str>)| self.images.get(name);
        match order {
            SortOrder::Ascending => Box::new(index.range((edge, Unbounded)).filter_map(image_of)),
            SortOrder::Descending => Box::new(index.range((Unbounded, edge)).rev().filter_map(image_of)),
        }
    }

    fn by_name(&self, order: SortOrder, beyond: Option<Position>) -> InOrder<'_> {
        let edge = beyond.map_or(Unbounded, |position| Excluded(position.name));
        match order {
            SortOrder::Ascending => Box::new(self.images.range((edge, Unbounded)).map(|(_, image)| image)),
            SortOrder::Descending => {
                Box::new(self.images.range((Unbounded, edge)).rev().map(|(_, image)| image))
            }
        }
    }
}
