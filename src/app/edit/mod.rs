//! The form of an edit, as it is typed in.

mod clash;
mod clashes;
mod form;
mod gathering;
mod input;
mod keeping;
mod parts;
mod word;
mod words;

pub use clash::{Choice, Clash};
pub use form::{FieldState, Form};
pub use input::Input;
pub use words::Words;
