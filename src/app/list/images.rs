//! The images of a place, as ListImages gave them.

use crate::domain::{Image, ImageName};

use super::listing::Listing;
use super::{ByName, ColumnWidths, Gaps, Load, Row};

/// All that is known of a place's images, in the order in which they came. How a person sees them is
/// the matter of a [`super::ListView`].
#[derive(Debug, Default)]
pub struct Images {
    pub(super) rows: Vec<Row>,
    /// How often the rows changed.
    pub(super) changes: u64,
    /// How often rows went, so that others moved up.
    moves: u64,
    /// Which rows went the last time.
    gaps: Gaps,
    pub(super) by_name: ByName,
    pub(super) widths: ColumnWidths,
    /// How the list came, or comes, from the service.
    pub load: Load,
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
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What the list knows of `name`.
    #[must_use]
    pub fn get(&self, name: &ImageName) -> Option<&Image> {
        self.position(name).map(|at| &self.rows[at].image)
    }

    /// Whether the list is whole and does not have `name`.
    #[must_use]
    pub fn is_gone(&self, name: &ImageName) -> bool {
        self.load.whole_at.is_some() && !self.load.is_loading() && self.get(name).is_none()
    }

    /// The index of the row of `name`.
    pub(super) fn index(&self, name: &ImageName) -> Option<u32> {
        self.by_name.find(&self.rows, name)
    }

    /// How often the rows changed: what was derived from them holds as long as this stays.
    pub(super) fn changes(&self) -> u64 {
        self.changes
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
        let (round, changed) = (self.load.round, self.changes + 1);
        for image in page {
            match self.position(&image.name) {
                Some(at) if self.rows[at].image == image => self.rows[at].round = round,
                Some(at) => self.put(at, Row::new(image, round, changed)),
                None => {
                    self.widths.add(&image);
                    self.rows.push(Row::new(image, round, changed));
                }
            }
        }
        self.by_name.add(&self.rows);
        self.changes = changed;
    }

    /// Brings one image up to date, if the list has it.
    pub fn refresh(&mut self, image: &Image) {
        let Some(at) = self.position(&image.name) else { return };
        let image = Image { role: None, ..image.clone() };
        if self.rows[at].image != image {
            self.changes += 1;
            self.put(at, Row::new(image, self.rows[at].round, self.changes));
        }
    }

    /// Takes away the images that the round of loading that ends now did not bring.
    pub fn drop_unseen(&mut self) {
        let round = self.load.round;
        self.retain(|row| row.round == round);
    }

    /// Takes away all rows, to be read again.
    pub(in crate::app) fn forget_rows(&mut self) {
        let gone = Gaps::at((0u32..).take(self.rows.len()).collect());
        self.rows = Vec::new();
        self.widths = ColumnWidths::default();
        self.load.whole_at = None;
        self.moved(gone);
    }

    pub(super) fn put(&mut self, at: usize, row: Row) {
        self.widths.remove(&self.rows[at].image);
        self.widths.add(&row.image);
        self.rows[at] = row;
    }

    /// Takes away the rows that `stays` does not keep.
    pub(super) fn retain(&mut self, stays: impl Fn(&Row) -> bool) {
        let (widths, mut indices, mut gone) = (&mut self.widths, 0u32.., Vec::new());
        self.rows.retain(|row| {
            let (index, stays) = (indices.next(), stays(row));
            if !stays {
                widths.remove(&row.image);
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
        self.gaps = gone;
        self.changes += 1;
        self.moves += 1;
    }

    fn position(&self, name: &ImageName) -> Option<usize> {
        self.index(name).map(|index| index as usize)
    }
}
