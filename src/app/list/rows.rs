//! The rows of a list with their texts.

mod listed_image;
mod packed_time;
mod pool;
mod row;

use std::cmp::Ordering;

pub use listed_image::ListedImage;
pub use pool::Pool;
pub use row::Row;

/// The rows of a list, by their indices.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    rows: &'a [Row],
    pool: &'a Pool,
}

impl<'a> Rows<'a> {
    pub(super) fn new(rows: &'a [Row], pool: &'a Pool) -> Self {
        Self { rows, pool }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row at that index.
    #[must_use]
    pub fn get(&self, index: u32) -> Option<ListedImage<'a>> {
        self.rows.get(index as usize).map(|row| ListedImage::new(row, self.pool))
    }

    /// All of them, in the order in which they came.
    #[must_use]
    pub fn iter(self) -> impl ExactSizeIterator<Item = ListedImage<'a>> + Clone {
        self.rows.iter().map(move |row| ListedImage::new(row, self.pool))
    }

    /// The name of the image at that index; nothing where there is none.
    pub(super) fn name(&self, index: u32) -> &'a str {
        self.get(index).map_or("", |listed| listed.name_str())
    }

    /// How two of them stand.
    pub(super) fn compared(
        &self,
        a: u32,
        b: u32,
        compare: impl FnOnce(ListedImage<'a>, ListedImage<'a>) -> Ordering,
    ) -> Ordering {
        match (self.get(a), self.get(b)) {
            (Some(a), Some(b)) => compare(a, b),
            (None, _) | (_, None) => Ordering::Equal,
        }
    }
}
