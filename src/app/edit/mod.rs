//! An edit, from the form to the outcome.

mod clash;
mod difference;
mod form;
mod input;
mod keeping;
mod word;
mod write;

pub use clash::{Choice, Clash};
pub use difference::Difference;
pub use form::{FieldState, Form};
pub use input::Input;
pub use keeping::Words;
pub use write::{Outcome, Stage, Write};
