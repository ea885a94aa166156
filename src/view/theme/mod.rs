//! How things look.

mod look;
mod style;

pub use look::Look;
pub use style::Theme;
