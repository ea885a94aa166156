//! The order of the list of images.

use super::{Column, PlaceKey};

/// A column and a direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// Whether the other way round.
    pub reversed: bool,
}

impl Sort {
    /// The next column, in its own direction. By users only where something is known of them.
    #[must_use]
    pub fn next(self, has_usage: bool) -> Self {
        let next = self.column.next();
        let column = if next == Column::UsedBy && !has_usage { next.next() } else { next };
        Self { column, reversed: false }
    }

    /// The same column the other way round.
    #[must_use]
    pub fn reverse(self) -> Self {
        Self { reversed: !self.reversed, ..self }
    }

    /// Whether what is read in that column goes down from row to row: dates begin with the newest, and
    /// numbers with the largest.
    #[must_use]
    pub fn descends(self) -> bool {
        match self.column {
            Column::Name | Column::DisplayName | Column::Status | Column::Description => self.reversed,
            Column::Modified | Column::Created | Column::UsedBy => !self.reversed,
        }
    }
}

/// The orders that the person chose, by place, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sorts(pub Vec<(PlaceKey, Sort)>);

impl Sorts {
    /// Of as many places the order is remembered.
    pub const MOST: usize = 100;

    /// The order that was chosen for a place.
    #[must_use]
    pub fn of(&self, place: &PlaceKey) -> Option<Sort> {
        self.0.iter().find(|(of, _)| of == place).map(|(_, sort)| *sort)
    }

    /// Notes a choice.
    pub fn choose(&mut self, place: PlaceKey, sort: Sort) {
        self.0.retain(|(of, _)| *of != place);
        self.0.insert(0, (place, sort));
        self.0.truncate(Self::MOST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_comes_round() {
        for (has_usage, columns) in [(true, 7), (false, 6)] {
            let (mut sort, mut seen) = (Sort::default().reverse(), Vec::new());
            while !seen.contains(&sort.column) {
                seen.push(sort.column);
                sort = sort.next(has_usage);
                assert!(!sort.reversed);
            }
            assert_eq!((seen.len(), sort.column), (columns, Column::Name));
        }
    }

    #[test]
    fn the_latest_choice_counts_and_what_is_kept_is_bounded() {
        let place = |number: usize| PlaceKey {
            account: format!("{number}").as_str().into(),
            region: "us-east-1".into(),
        };
        let mut sorts = Sorts::default();
        sorts.choose(place(0), Sort::default());
        sorts.choose(place(0), Sort::default().reverse());
        assert_eq!(sorts.0, [(place(0), Sort::default().reverse())]);
        for number in 1..=Sorts::MOST {
            sorts.choose(place(number), Sort::default());
        }
        assert_eq!((sorts.0.len(), sorts.of(&place(0))), (Sorts::MOST, None));
    }
}
