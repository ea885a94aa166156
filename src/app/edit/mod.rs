//! An edit, from the form to the outcome.

mod difference;
mod form;
mod input;
mod write;

pub use difference::Difference;
pub use form::{FieldState, Form};
pub use input::Input;
pub use write::{Outcome, Stage, Write};
