//! Where a command is found by its name.
//!
//! ```text
//! state     the page: what is typed, and where the cursor is
//! line      what is typed, taken apart
//! command   the commands that take a word
//! row       what a row stands for
//! ranking   which rows what is typed fits, the best first
//! values    what may follow a command
//! rows      all rows there are now
//! ```

mod command;
mod line;
mod ranking;
mod row;
mod rows;
mod state;
mod values;

pub use command::Command;
pub use row::{PaletteChoice, PaletteItem, PaletteRow};
pub(in crate::app) use rows::remembered;
pub use state::Palette;
pub(super) use state::{page, position};
