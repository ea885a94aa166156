//! The images of a place: rows, order, filter and selection.

mod load;
mod row;
mod sort;

use std::cmp::Ordering;

use crate::domain::{Image, ImageName};

use super::filter::Filter;

pub use load::{Load, Stage};
pub use row::Row;
pub use sort::{Column, Sort};

/// All that is known of a place's images.
///
/// The selection is a name, the anchor: it stays with its image through filter, sort and refresh.
/// While the anchor is filtered out, the cursor stands on a row nearby, and goes back when the
/// anchor can be seen again.
#[derive(Debug, Default)]
pub struct Images {
    rows: Vec<Row>,
    /// The rows that pass the filter, as indices into `rows`, in order.
    visible: Vec<u32>,
    anchor: Option<ImageName>,
    cursor: usize,
    top: usize,
    filter: Filter,
    sort: Sort,
    /// How the list came, or comes, from the service.
    pub load: Load,
}

impl Images {
    /// Every row, filtered out or not.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no image is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many rows pass the filter.
    #[must_use]
    pub fn visible_len(&self) -> usize {
        self.visible.len()
    }

    /// The rows to show in a window of `height` rows, from the top of the window on.
    pub fn window(&self, height: usize) -> impl Iterator<Item = (bool, &Row)> + '_ {
        let indices = self.visible.iter().enumerate().skip(self.top).take(height);
        indices.filter_map(|(at, &row)| Some((at == self.cursor, self.rows.get(row as usize)?)))
    }

    /// Where the cursor stands among the visible rows, from 0.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The index of the first row in the window.
    #[must_use]
    pub fn top(&self) -> usize {
        self.top
    }

    /// The filter in force.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The order in force.
    #[must_use]
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// What the list knows of `name`.
    #[must_use]
    pub fn get(&self, name: &ImageName) -> Option<&Image> {
        self.position(name).map(|at| &self.rows[at].image)
    }

    /// The image under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<&Image> {
        let row = *self.visible.get(self.cursor)?;
        self.rows.get(row as usize).map(|row| &row.image)
    }

    /// The name the selection is tied to, whether or not it can be seen.
    #[must_use]
    pub fn anchor(&self) -> Option<&ImageName> {
        self.anchor.as_ref()
    }

    /// Ties the selection to `name`, which need not be in the list yet.
    pub fn select(&mut self, name: ImageName) {
        self.anchor = Some(name);
        self.follow_anchor();
    }

    /// Moves the cursor to the visible row `to`, or the last one, and ties the selection to it.
    pub fn move_to(&mut self, to: usize) {
        self.cursor = to.min(self.visible.len().saturating_sub(1));
        self.anchor = self.selected().map(|image| image.name.clone()).or(self.anchor.take());
    }

    /// Moves the cursor by `rows`.
    pub fn move_by(&mut self, rows: isize) {
        self.move_to(self.cursor.saturating_add_signed(rows));
    }

    /// Puts another filter in force.
    pub fn set_filter(&mut self, filter: Filter) {
        if filter.narrows(&self.filter) {
            let rows = &self.rows;
            self.visible.retain(|&row| rows[row as usize].passes(&filter));
            self.filter = filter;
        } else {
            self.filter = filter;
            self.sift();
        }
        self.follow_anchor();
    }

    /// Puts another order in force.
    pub fn set_sort(&mut self, sort: Sort) {
        self.sort = sort;
        self.arrange();
    }

    /// Adds a page, or brings what is known up to date.
    pub fn merge(&mut self, page: Vec<Image>) {
        let round = self.load.round;
        let known: std::collections::HashMap<&str, usize> = if self.rows.is_empty() {
            std::collections::HashMap::new()
        } else {
            let names: std::collections::HashSet<_> = page.iter().map(|image| image.name.as_str()).collect();
            let rows = self.rows.iter().enumerate();
            rows.filter_map(|(at, row)| names.get(row.image.name.as_str()).map(|name| (*name, at))).collect()
        };
        let places: Vec<_> = page.iter().map(|image| known.get(image.name.as_str()).copied()).collect();
        for (image, place) in page.into_iter().zip(places) {
            match place {
                Some(at) => self.rows[at] = Row::new(image, round),
                None => self.rows.push(Row::new(image, round)),
            }
        }
        self.arrange();
    }

    /// Brings one image up to date, if the list has it.
    pub fn refresh(&mut self, image: &Image) {
        let Some(at) = self.position(&image.name) else { return };
        let row = Row::new(Image { role: None, ..image.clone() }, self.rows[at].round);
        if self.rows[at].image != row.image {
            self.rows[at] = row;
            self.arrange();
        }
    }

    /// Takes away the images that the round of loading that ends now did not bring.
    pub fn drop_unseen(&mut self) {
        let round = self.load.round;
        self.rows.retain(|row| row.round == round);
        self.arrange();
    }

    /// Takes away one image, which is known to be gone.
    pub fn remove(&mut self, name: &ImageName) {
        self.rows.retain(|row| row.image.name != *name);
        self.arrange();
    }

    /// Takes away all rows, to be read again; filter, order and selection stay.
    pub(in crate::app) fn forget_rows(&mut self) {
        self.rows = Vec::new();
        self.load.whole_at = None;
        self.arrange();
    }

    /// Keeps the cursor in a window that has become `height` rows high.
    pub fn keep_cursor_in_window(&mut self, height: usize) {
        let height = height.max(1);
        let lowest = self.visible.len().saturating_sub(height);
        self.top = self.top.min(lowest).min(self.cursor);
        if self.cursor >= self.top + height {
            self.top = self.cursor + 1 - height;
        }
    }

    fn position(&self, name: &ImageName) -> Option<usize> {
        self.rows.iter().position(|row| row.image.name == *name)
    }

    fn arrange(&mut self) {
        let sort = self.sort;
        // Merges the sorted runs that are there already, so a page more costs little.
        self.rows.sort_by(|a, b| match sort.compare(&a.image, &b.image) {
            Ordering::Equal => a.image.name.cmp(&b.image.name),
            order => order,
        });
        self.sift();
        self.follow_anchor();
    }

    fn sift(&mut self) {
        self.visible.clear();
        let rows = (0u32..).zip(&self.rows);
        self.visible.extend(rows.filter(|(_, row)| row.passes(&self.filter)).map(|(at, _)| at));
    }

    fn follow_anchor(&mut self) {
        let found = self.anchor.as_ref().and_then(|anchor| {
            self.visible.iter().position(|&row| self.rows[row as usize].image.name == *anchor)
        });
        self.cursor = match found {
            Some(at) => at,
            None if self.anchor.is_some() => self.cursor.min(self.visible.len().saturating_sub(1)),
            None => 0,
        };
    }
}
