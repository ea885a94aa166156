//! The images of a place, as ListImages gave them.

use std::collections::BTreeMap;

use crate::domain::{Image, ImageName};

use super::touched::Touched;
use super::{BothEnds, ByName, ColumnWidths, Gaps, ListedImage, Listing, Load, Pool, Row, Rows};

/// All that is known of a place's images, in the order in which they came. How a person sees them is
/// the matter of a [`super::ListView`].
#[derive(Debug, Default)]
pub struct Images {
    pub(super) rows: Vec<Row>,
    pub(super) pool: Pool,
    /// How often the rows changed, and which.
    touched: Touched,
    /// How often rows went, so that others moved up.
    moves: u64,
    /// Which rows went the last time.
    gaps: Gaps,
    by_name: ByName,
    widths: ColumnWidths,
    /// How the list came, or comes, from the service.
    pub load: Load,
    pub(super) ends: BothEnds,
    /// The listing that is under way, and the last that came to its end.
    pub(super) listing: Option<Listing>,
    pub(super) listed: Option<Listing>,
}

impl Images {
    /// How many images are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no image is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Every row.
    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        Rows::new(&self.rows, &self.pool)
    }

    /// What the list knows of `name`.
    #[must_use]
    pub fn get(&self, name: &ImageName) -> Option<ListedImage<'_>> {
        self.rows().get(self.index(name)?)
    }

    /// Whether the list is whole and does not have `name`.
    #[must_use]
    pub fn is_gone(&self, name: &ImageName) -> bool {
        self.load.whole_at.is_some() && !self.load.is_loading() && self.get(name).is_none()
    }

    /// The index of the row of `name`.
    pub(super) fn index(&self, name: &ImageName) -> Option<u32> {
        self.by_name.find(self.rows(), name.as_str())
    }

    /// The indices of all rows, in the order of their names.
    pub(super) fn in_order_of_names(&self) -> &[u32] {
        self.by_name.all()
    }

    /// How often the rows changed: what was derived from them holds as long as this stays.
    pub(super) fn changes(&self) -> u64 {
        self.touched.changes()
    }

    /// The rows that came or changed since they had changed so often, in order, if that is known still.
    pub(super) fn touched_since(&self, changes: u64) -> Option<Vec<u32>> {
        self.touched.since(changes)
    }

    /// How often rows moved: an index means the same row as long as this stays.
    pub(super) fn moves(&self) -> u64 {
        self.moves
    }

    /// Which rows went since rows had moved `moves` times, if that is known still.
    pub(super) fn gaps_since(&self, moves: u64) -> Option<&Gaps> {
        Some(&self.gaps).filter(|_| moves + 1 == self.moves)
    }

    /// How wide what each column of the list holds is.
    #[must_use]
    pub fn widths(&self) -> &ColumnWidths {
        &self.widths
    }

    /// Adds a page, or brings what is known up to date.
    pub fn merge(&mut self, page: Vec<Image>) {
        let (mut changed, mut new) = (Vec::new(), BTreeMap::new());
        for image in page {
            match self.index(&image.name) {
                Some(at) if self.is_known(at, &image) => self.rows[at as usize].round = self.load.round,
                Some(at) => changed.push((at, image)),
                None => {
                    new.insert(image.name.clone(), image);
                }
            }
        }
        self.put(&changed);
        let new: Vec<_> = new.into_values().collect();
        self.add(&new, changed.iter().map(|(at, _)| *at));
    }

    /// Brings one image up to date, if the list has it.
    pub fn refresh(&mut self, image: &Image) {
        let Some(at) = self.index(&image.name) else { return };
        if !self.is_known(at, image) {
            let round = self.rows[at as usize].round;
            self.put(&[(at, image.clone())]);
            self.rows[at as usize].round = round;
            self.touched.change([at]);
        }
    }

    /// Takes away the images that the round of loading that ends now did not bring.
    pub fn drop_unseen(&mut self) {
        let round = self.load.round;
        self.retain(|listed| listed.row().round.is_same(round));
    }

    /// Takes away all rows, to be read again.
    pub(in crate::app) fn forget_rows(&mut self) {
        let gone = Gaps::at((0u32..).take(self.rows.len()).collect());
        (self.rows, self.pool) = (Vec::new(), Pool::default());
        self.widths = ColumnWidths::default();
        self.load.whole_at = None;
        self.moved(gone);
    }

    /// Whether the row at that index tells the same as `image`.
    pub(super) fn is_known(&self, at: u32, image: &Image) -> bool {
        self.rows().get(at).is_some_and(|known| known.is(image))
    }

    /// Puts images in the place of what was known of them.
    pub(super) fn put(&mut self, changed: &[(u32, Image)]) {
        let new = self.pool.rows_of(changed.iter().map(|(_, image)| image), self.load.round);
        for ((at, _), new) in changed.iter().zip(new) {
            let Some(row) = self.rows.get_mut(*at as usize) else { continue };
            self.widths.remove(ListedImage::new(row, &self.pool));
            self.pool.release(row);
            *row = new;
            self.widths.add(ListedImage::new(row, &self.pool));
        }
    }

    /// Adds images that were not known; with them, the rows at `changed` have changed.
    pub(super) fn add(&mut self, new: &[Image], changed: impl Iterator<Item = u32>) {
        let first = self.rows.len();
        self.rows.extend(self.pool.rows_of(new.iter(), self.load.round));
        for row in &self.rows[first..] {
            self.widths.add(ListedImage::new(row, &self.pool));
        }
        self.by_name.add(Rows::new(&self.rows, &self.pool));
        self.touched.change(changed.chain((0u32..).take(self.rows.len()).skip(first)));
    }

    /// Takes away the rows that `stays` does not keep.
    pub(super) fn retain(&mut self, stays: impl Fn(ListedImage<'_>) -> bool) {
        let (mut indices, mut gone) = (0u32.., Vec::new());
        let (widths, pool) = (&mut self.widths, &mut self.pool);
        self.rows.retain(|row| {
            let (index, listed) = (indices.next(), ListedImage::new(row, pool));
            let stays = stays(listed);
            if !stays {
                widths.remove(listed);
                pool.release(row);
                gone.extend(index);
            }
            stays
        });
        let gone = Gaps::at(gone);
        if !gone.is_empty() {
            self.moved(gone);
        }
    }

    fn moved(&mut self, gone: Gaps) {
        self.by_name.close(&gone);
        self.touched.close(&gone);
        self.gaps = gone;
        self.moves += 1;
    }
}
