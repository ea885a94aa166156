//! How a person looks at a list: filter, order, selection and window.

use std::collections::BTreeSet;

use crate::domain::{Column, ImageName, Sort};

use super::filter::{Facts, FactsState, Filter};
use super::sifting::Sifting;
use super::sorting::Sorting;
use super::{Images, ListedImage};

/// The list as it is on the screen.
///
/// The selection is a name, the anchor: it stays with its image through filter, sort and refresh.
/// While the anchor can't be seen, or there is none yet, the cursor stands on a row nearby and stays with
/// that; it goes back when the anchor can be seen again.
///
/// It holds no image. What it shows of them has to [follow](Self::follow) them when they change.
#[derive(Debug, Default)]
pub struct ListView {
    /// All rows in the order in force, as indices into the images.
    pub(super) order: Vec<u32>,
    /// The order that is to be, while it is being found out.
    pub(super) sorting: Option<Sorting>,
    /// Which of them pass the filter.
    pub(super) sifting: Sifting,
    pub(super) anchor: Option<ImageName>,
    pub(super) cursor: usize,
    /// The row that the cursor stays with while the anchor can't be seen.
    pub(super) stand: Option<u32>,
    top: usize,
    /// Whether the window was scrolled away from the cursor: it stays there until that is moved.
    pub(super) is_away: bool,
    pub(super) filter: Filter,
    pub(super) sort: Sort,
    /// The state of the images that it shows.
    pub(super) changes: u64,
    pub(super) moves: u64,
    /// Whether they were whole then, or had been.
    pub(super) was_whole: bool,
    /// How often the usage had changed, where the order is by that.
    pub(super) sorted_usage: Option<u64>,
    /// The state of what else the filter asks for.
    pub(super) facts_state: FactsState,
}

impl ListView {
    /// A list in that order.
    #[must_use]
    pub fn sorted(sort: Sort) -> Self {
        Self { sort, ..Self::default() }
    }

    /// How many rows pass the filter.
    #[must_use]
    pub fn len(&self) -> usize {
        self.visible().len()
    }

    /// Whether no row passes the filter.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.visible().is_empty()
    }

    /// The rows to show in a window of `height` rows, from the top of the window on; and whether the
    /// cursor is there.
    pub fn window<'a>(
        &'a self,
        images: &'a Images,
        height: usize,
    ) -> impl Iterator<Item = (bool, ListedImage<'a>)> + 'a {
        let indices = self.visible().iter().enumerate().skip(self.top).take(height);
        indices.filter_map(|(at, &row)| Some((at == self.cursor, images.rows().get(row)?)))
    }

    /// The names of all that the filter shows, in the order in force.
    #[must_use]
    pub fn names(&self, images: &Images) -> Vec<ImageName> {
        self.visible().iter().filter_map(|&row| Some(images.rows().get(row)?.name())).collect()
    }

    /// All images, also those that the filter hides, in the order in force.
    pub fn all<'a>(&'a self, images: &'a Images) -> impl Iterator<Item = ListedImage<'a>> + 'a {
        self.order.iter().filter_map(|&row| images.rows().get(row))
    }

    /// How many of these images the filter hides.
    #[must_use]
    pub fn hides(&self, images: &Images, names: &BTreeSet<ImageName>) -> usize {
        if self.filter.is_open() {
            return 0;
        }
        let shown = self.visible().iter().filter_map(|&row| images.rows().get(row));
        names.len() - shown.filter(|listed| names.contains(&listed.name())).count()
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

    /// The image under the cursor.
    #[must_use]
    pub fn selected<'a>(&self, images: &'a Images) -> Option<ListedImage<'a>> {
        images.rows().get(*self.visible().get(self.cursor)?)
    }

    /// The name the selection is tied to, whether or not it can be seen.
    #[must_use]
    pub fn anchor(&self) -> Option<&ImageName> {
        self.anchor.as_ref()
    }

    /// Ties the selection to `name`, which need not be in the list yet.
    pub fn select(&mut self, images: &Images, name: ImageName) {
        (self.anchor, self.stand, self.is_away) = (Some(name), None, false);
        self.place_cursor(images);
    }

    /// Moves the cursor to the visible row `to`, or the last one, and ties the selection to it.
    pub fn move_to(&mut self, images: &Images, to: usize) {
        self.cursor = to.min(self.visible().len().saturating_sub(1));
        self.anchor = self.selected(images).map(|listed| listed.name()).or(self.anchor.take());
        (self.stand, self.is_away) = (None, false);
    }

    /// Moves the cursor by `rows`.
    pub fn move_by(&mut self, images: &Images, rows: isize) {
        self.move_to(images, self.cursor.saturating_add_signed(rows));
    }

    /// Ties the selection to the row under the cursor.
    pub fn settle(&mut self, images: &Images) {
        self.move_to(images, self.cursor);
    }

    /// Puts another filter in force. Where there are many images, only some are put to it at once: see
    /// [`Self::is_sifting`].
    pub fn set_filter(&mut self, images: &Images, facts: &Facts<'_>, filter: Filter) {
        if filter.narrows(&self.filter) && self.facts_state == filter.state_of(facts) {
            self.sifting.keep_failed();
        } else if filter.is_open() {
            self.sifting.drop_found();
        } else {
            self.sifting.forget();
        }
        (self.filter, self.stand, self.is_away) = (filter, None, false);
        self.sift(images, facts);
    }

    /// Whether not all images were put to the filter yet: [`Self::go_on`] does.
    #[must_use]
    pub fn is_sifting(&self) -> bool {
        self.sifting.is_under_way(&self.order)
    }

    /// Whether the order in force is still being found out: [`Self::go_on`] does.
    #[must_use]
    pub fn is_sorting(&self) -> bool {
        self.sorting.is_some()
    }

    /// How many images could not be judged, because what the filter asks for is not known of them.
    #[must_use]
    pub fn unjudged(&self) -> usize {
        self.sifting.unjudged()
    }

    /// Whether an image is among the rows that pass the filter.
    #[must_use]
    pub fn shows(&self, images: &Images, name: &ImageName) -> bool {
        images.index(name).is_some_and(|row| self.visible().contains(&row))
    }

    /// Scrolls a window of `height` rows by `rows`, as far as there are any; the cursor stays where it is.
    pub fn scroll_by(&mut self, rows: isize, height: usize) {
        let lowest = self.visible().len().saturating_sub(height.max(1));
        self.top = self.top.saturating_add_signed(rows).min(lowest);
        self.is_away = true;
    }

    /// Keeps the cursor in a window that has become `height` rows high, unless that was scrolled away from it.
    pub fn keep_cursor_in_window(&mut self, height: usize) {
        let height = height.max(1);
        let lowest = self.visible().len().saturating_sub(height);
        self.top = self.top.min(lowest);
        self.is_away &= !(self.top..self.top + height).contains(&self.cursor);
        if self.is_away {
            return;
        }
        self.top = self.top.min(self.cursor);
        if self.cursor >= self.top + height {
            self.top = self.cursor + 1 - height;
        }
    }

    /// Rows came or went by themselves while the cursor was at `before`: it stays on its row of the window,
    /// unless that is at the top of the list.
    pub fn scroll_along(&mut self, before: usize) {
        if self.top > 0 {
            self.top = (self.top + self.cursor).saturating_sub(before);
        }
    }

    pub(super) fn visible(&self) -> &[u32] {
        if self.filter.is_open() { &self.order } else { self.sifting.passing() }
    }

    pub(super) fn usage_sorted_by(&self, facts: &Facts<'_>) -> Option<u64> {
        (self.sort.column == Column::UsedBy).then(|| facts.usage.changes())
    }

    pub(super) fn sift(&mut self, images: &Images, facts: &Facts<'_>) {
        self.facts_state = self.filter.state_of(facts);
        self.sifting.begin();
        self.sift_on(images, facts);
    }

    pub(super) fn sift_on(&mut self, images: &Images, facts: &Facts<'_>) {
        self.sifting.go_on(&self.order, images, &self.filter, facts);
        self.place_cursor(images);
    }

    /// Puts the cursor on the anchor, or where it stands instead.
    pub(super) fn place_cursor(&mut self, images: &Images) {
        let position = |row: u32| self.visible().iter().position(|&visible| visible == row);
        let anchor = self.anchor.as_ref().and_then(|anchor| images.index(anchor));
        let found = anchor.and_then(position).or_else(|| self.stand.and_then(position));
        self.cursor = match found {
            Some(at) => at,
            None if self.anchor.is_some() => self.cursor.min(self.len().saturating_sub(1)),
            None => 0,
        };
    }
}
