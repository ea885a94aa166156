//! The list of images: what is known of them, and how the person looks at it.

mod by_name;
mod columns;
mod filter;
mod following;
mod gaps;
mod images;
mod listing;
mod load;
mod marked;
mod renewing;
mod row;
mod sifting;
mod sort;
mod view;
mod widths;

use by_name::ByName;
pub use columns::{Columns, GAP};
pub use filter::{Facts, Filter, Fuzzy, Nearness, Offers, Within, matcher};
use gaps::Gaps;
pub use images::Images;
pub use load::{Load, LoadStage};
pub use marked::Marked;
pub use renewing::Renewed;
pub use row::Row;
pub use view::ListView;
pub use widths::{ColumnWidths, Widths};
