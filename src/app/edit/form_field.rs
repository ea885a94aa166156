//! One field of a form.

use crate::domain::Text;
use crate::edit::Field;

use super::Input;

#[derive(Debug)]
pub(super) struct FormField {
    /// What the table says of it.
    pub(super) field: Field,
    pub(super) input: Input,
    pub(super) touched: bool,
    /// Whether the entry is to be taken away.
    pub(super) removed: bool,
    /// What was typed before the field was put back, the oldest first.
    pub(super) stashed: Vec<String>,
    /// What the service said of the value that was typed.
    pub(super) refusal: Option<Text>,
}

impl FormField {
    pub(super) fn new(field: Field) -> Self {
        Self {
            field,
            input: Input::default(),
            touched: false,
            removed: false,
            stashed: Vec::new(),
            refusal: None,
        }
    }

    /// Whether the person has done something with it that is nowhere else.
    pub(super) fn is_in_use(&self) -> bool {
        self.touched || self.removed || !self.stashed.is_empty()
    }
}
