//! The form of an edit, as it is typed in.

mod base;
mod clash;
mod clashes;
mod draft_text;
mod field_state;
mod form;
mod form_field;
mod form_table;
mod gathering;
mod in_editor;
mod input;
mod keeping;
mod moving;
mod parts;
mod problems;
mod rows;
mod states;
mod table;
#[cfg(test)]
mod tests;
mod typing;
mod wants;
mod word;

pub use clash::{Choice, Clash};
pub use draft_text::DraftText;
pub use field_state::FieldState;
pub use form::Form;
pub use input::Input;
