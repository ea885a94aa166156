//! The words that say where we are, for one row or two. Which they are depends on the width alone,
//! so that `update` knows how many rows are left for the rest; `view` gives them their styles.

mod brevity;
mod line;
mod parts;
mod rows;

pub use line::{BRAND, Header, HeaderPart, HeaderRow};
pub use parts::{account, region};
pub use rows::of;
