//! The list of images: what is known of them, and how the person looks at it.

mod by_name;
mod columns;
mod filter;
mod following;
mod gaps;
mod images;
mod load;
mod marked;
mod meeting;
mod merging;
mod ordering;
mod renewing;
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
use load::{BothEnds, Listing, Progress};
pub use load::{Load, LoadStage, Round};
pub use marked::Marked;
pub use meeting::Taken;
pub use renewing::Renewed;
pub use rows::{ListedImage, Rows};
use rows::{Pool, Row};
pub use view::ListView;
pub use widths::{ColumnWidths, Widths};
