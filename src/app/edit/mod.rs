//! The form of an edit, as it is typed in.

mod clash;
mod clashes;
mod draft_text;
mod field_state;
mod form;
mod form_field;
mod gathering;
mod input;
mod keeping;
mod parts;
mod rows;
mod typing;
mod word;

pub use clash::{Choice, Clash};
pub use draft_text::DraftText;
pub use field_state::FieldState;
pub use form::Form;
pub use input::Input;
