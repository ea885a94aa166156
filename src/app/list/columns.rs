//! Which columns the list has room for.
//!
//! ```text
//! NAME↑               DISPLAY NAME       STATUS         MODIFIED   USED BY
//! pytorch-2.4-gpu     PyTorch 2.4 (GPU)  UPDATE_FAILED  12d        3
//! ```

use crate::domain::Column;

use super::ColumnWidths;

/// The columns, in cells; 0 where there is no room for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Columns([u16; Column::ALL.len()]);

/// Blanks between columns.
pub const GAP: u16 = 2;
/// A blank keeps the last column from the frame.
const EDGE: u16 = 1;
/// A name is not cut to less than this for another column.
const LEAST_NAME: u16 = 20;
/// A description of which less could be read is left out.
const LEAST_DESCRIPTION: u16 = 24;
/// Longer lines are hard to read; the detail shows all of it.
const MOST_DESCRIPTION: u16 = 60;

impl Columns {
    /// Divides `width` cells. The names are whole first; then come what the list is `sorted` by, the
    /// status, the display name, when it was changed and by how many it is used, if anything is known
    /// of that. What is left when all of these are whole goes to when it was made and to the
    /// description. Only what the list is sorted by may cut the names.
    ///
    /// Where there is no room for the statuses, names have theirs: a status that matters stands behind
    /// its name then.
    #[must_use]
    pub fn of(width: u16, widths: &ColumnWidths, sorted: Column, has_usage: bool) -> Self {
        let mut division = Division::begin(width, widths, has_usage);
        division.add(&[Column::Status]);
        division.make_room(sorted);
        division.add(&[sorted]);
        division.add_usual();
        if division.columns.cells(Column::Status) > 0 {
            division.add(&[Column::Created, Column::Description]);
            division.grow(Column::Description, widths.description.of_all().min(MOST_DESCRIPTION));
        }
        division.columns
    }

    /// The cells that the columns of most use take where `width` are there for them.
    #[must_use]
    pub fn wanted(width: u16, widths: &ColumnWidths, has_usage: bool) -> u16 {
        let mut division = Division::begin(width, widths, has_usage);
        division.add_usual();
        division.columns.taken()
    }

    /// The cells that names and statuses take, if nearly all of them are to be whole.
    #[must_use]
    pub fn essential(widths: &ColumnWidths) -> u16 {
        let mut division = Division::begin(u16::MAX, widths, false);
        division.add(&[Column::Status]);
        u16::MAX - division.left
    }

    /// The cells of a column; 0 where there is no room for it.
    #[must_use]
    pub fn cells(&self, column: Column) -> u16 {
        self.0[column as usize]
    }

    /// The cells that they take together.
    #[must_use]
    pub fn taken(self) -> u16 {
        self.shown().map(|(_, cells)| cells + GAP).sum::<u16>().saturating_sub(GAP) + EDGE
    }

    /// Those that are shown, from left to right, each with its cells.
    pub fn shown(self) -> impl Iterator<Item = (Column, u16)> {
        Column::ALL.into_iter().zip(self.0).filter(|(_, cells)| *cells > 0)
    }
}

/// Columns that are being given their cells.
struct Division<'a> {
    columns: Columns,
    left: u16,
    widths: &'a ColumnWidths,
    has_usage: bool,
}

impl<'a> Division<'a> {
    fn begin(width: u16, widths: &'a ColumnWidths, has_usage: bool) -> Self {
        let left = width.saturating_sub(EDGE);
        let mut division = Self { columns: Columns::default(), left, widths, has_usage };
        let least = least(Column::Name, widths, has_usage).unwrap_or(0);
        division.grow(Column::Name, widths.name.of_most().max(least));
        division
    }

    /// Takes from the names what that column lacks.
    fn make_room(&mut self, column: Column) {
        let Some(least) = least(column, self.widths, self.has_usage) else { return };
        let lacks = (GAP + least).saturating_sub(self.left);
        let name = &mut self.columns.0[Column::Name as usize];
        if column != Column::Name && lacks + LEAST_NAME <= *name {
            *name -= lacks;
            self.left += lacks;
        }
    }

    /// All but what is only for very wide screens.
    fn add_usual(&mut self) {
        self.add(&[Column::Status]);
        if self.columns.cells(Column::Status) == 0 {
            return self.grow(Column::Name, u16::MAX);
        }
        self.add(&[Column::DisplayName, Column::Modified]);
        let (name, display_name) = (&self.widths.name, &self.widths.display_name);
        self.grow(Column::DisplayName, display_name.of_most());
        // A name that is too long for its column takes cells of the display name's.
        let beside = self.columns.cells(Column::DisplayName);
        self.grow(Column::Name, name.of_all().saturating_sub(if beside > 0 { GAP + beside } else { 0 }));
        self.add(&[Column::UsedBy]);
        self.grow(Column::DisplayName, display_name.of_all());
        self.grow(Column::Name, name.of_all());
    }

    fn add(&mut self, columns: &[Column]) {
        for &column in columns {
            let Some(least) = least(column, self.widths, self.has_usage) else { continue };
            if self.columns.cells(column) == 0 && GAP + least <= self.left {
                self.columns.0[column as usize] = least;
                self.left -= GAP + least;
            }
        }
    }

    fn grow(&mut self, column: Column, wanted: u16) {
        let cells = &mut self.columns.0[column as usize];
        if *cells == 0 && column != Column::Name {
            return;
        }
        let more = wanted.saturating_sub(*cells).min(self.left);
        *cells += more;
        self.left -= more;
    }
}

/// The least of a column that is worth showing, with the arrow that tells the order; nothing where it
/// would be empty.
fn least(column: Column, widths: &ColumnWidths, has_usage: bool) -> Option<u16> {
    let arrow = 1;
    let heading = u16::try_from(column.heading().len()).unwrap_or(0);
    match column {
        Column::DisplayName => (widths.display_name.of_all() > 0).then_some(heading + arrow),
        Column::Status => Some(widths.status.of_all().max(heading + arrow)),
        Column::Name | Column::Modified | Column::Created => Some(heading + arrow),
        Column::UsedBy => has_usage.then_some(heading + arrow),
        Column::Description => (widths.description.of_all() > 0).then_some(LEAST_DESCRIPTION),
    }
}

#[cfg(test)]
mod tests {
    use crate::app::Images;
    use crate::domain::{Image, ImageName, ImageStatus};

    use super::*;

    fn widths(names: impl Iterator<Item = String>, display_name: Option<&str>, status: &str) -> ColumnWidths {
        let image = |name: String| Image {
            display_name: display_name.map(Into::into),
            status: Some(ImageStatus::from_word(status)),
            ..Image::named(ImageName::received(&name))
        };
        let mut images = Images::default();
        images.merge(names.map(image).collect());
        images.widths().clone()
    }

    fn shown(width: u16, widths: &ColumnWidths, sorted: Column) -> String {
        let columns = Columns::of(width, widths, sorted, false);
        let words = columns.shown().map(|(column, cells)| format!("{}:{cells}", column.heading()));
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_are_whole_before_anything_else_is_shown() {
        let made = (0..5000).map(|n| format!("team-vision-pytorch-gpu-{n:05}"));
        let widths = widths(made, Some("PyTorch for the vision team"), "UPDATE_FAILED");
        for (width, expected) in [
            (20, "NAME:19"),
            (34, "NAME:33"),
            (44, "NAME:43"),
            (45, "NAME:29 STATUS:13"),
            (60, "NAME:29 DISPLAY NAME:13 STATUS:13"),
            (71, "NAME:29 DISPLAY NAME:13 STATUS:13 MODIFIED:9"),
            (76, "NAME:29 DISPLAY NAME:18 STATUS:13 MODIFIED:9"),
            (94, "NAME:29 DISPLAY NAME:27 STATUS:13 MODIFIED:9"),
            (95, "NAME:29 DISPLAY NAME:27 STATUS:13 MODIFIED:9 CREATED:8"),
        ] {
            assert_eq!(shown(width, &widths, Column::Name), expected, "{width}");
        }
        assert_eq!(shown(34, &widths, Column::Modified), "NAME:22 MODIFIED:9");
        assert_eq!(shown(34, &widths, Column::Status), "NAME:33");
        assert_eq!(Columns::essential(&widths), 45);
        assert_eq!(Columns::wanted(200, &widths, false), 85);
    }

    #[test]
    fn a_column_that_would_be_empty_is_left_out() {
        let widths = widths(["base".into()].into_iter(), None, "CREATED");
        assert_eq!(shown(60, &widths, Column::DisplayName), "NAME:5 STATUS:7 MODIFIED:9 CREATED:8");
    }

    #[test]
    fn one_long_name_does_not_take_the_room_of_all_others() {
        let names = (0..50).map(|n| if n == 7 { "x".repeat(63) } else { format!("image-{n:02}") });
        let widths = widths(names, Some("A display name"), "CREATED");
        assert_eq!(shown(46, &widths, Column::Name), "NAME:9 DISPLAY NAME:14 STATUS:7 MODIFIED:9");
        // Whole, together with the cells of its display name.
        assert_eq!(shown(90, &widths, Column::Name), "NAME:53 DISPLAY NAME:14 STATUS:7 MODIFIED:9");
        assert_eq!(
            shown(110, &widths, Column::Name),
            "NAME:63 DISPLAY NAME:14 STATUS:7 MODIFIED:9 CREATED:8"
        );
    }

    #[test]
    fn all_columns_together_fit() {
        let made = (0..100).map(|n| format!("{}-{n}", "x".repeat(n % 60)));
        let widths = widths(made, Some("A display name"), "CREATE_FAILED");
        for width in 0..300 {
            for sorted in Column::ALL {
                for has_usage in [false, true] {
                    let columns = Columns::of(width, &widths, sorted, has_usage);
                    let taken: u16 = columns.shown().map(|(_, cells)| cells + GAP).sum();
                    assert!(taken.saturating_sub(GAP) <= width.saturating_sub(EDGE), "{width}: {columns:?}");
                    assert!(has_usage || columns.cells(Column::UsedBy) == 0);
                }
            }
        }
    }
}
