//! The list of images: what is known of them, and how the person looks at it.

mod by_name;
mod columns;
mod filter;
mod following;
mod gaps;
mod images;
mod listed_image;
mod listing;
mod load;
mod marked;
mod merging;
mod ordering;
mod packed_time;
mod pool;
mod renewing;
mod row;
mod rows;
mod sifting;
mod sort;
mod sorting;
mod touched;
mod view;
mod widths;

use by_name::ByName;
pub use columns::{Columns, GAP};
pub use filter::{Facts, Filter, Fuzzy, Nearness, Offers, Within, matcher};
use gaps::Gaps;
pub use images::Images;
pub use listed_image::ListedImage;
pub use load::{Load, LoadStage};
pub use marked::Marked;
pub use renewing::Renewed;
pub use rows::Rows;
pub use view::ListView;
pub use widths::{ColumnWidths, Widths};
