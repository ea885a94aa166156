//! The form of an edit, as it is typed in.

mod clash;
mod clashes;
mod draft_text;
mod form;
mod form_field;
mod gathering;
mod input;
mod keeping;
mod parts;
mod rows;
mod word;

pub use clash::{Choice, Clash};
pub use draft_text::DraftText;
pub use form::{FieldState, Form};
pub use input::Input;
