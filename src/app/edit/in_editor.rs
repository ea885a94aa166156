//! What of a form is edited in the person's own editor.

use std::path::{Path, PathBuf};

use crate::edit::FieldKey;

use super::Form;

impl Form {
    /// The file with what could not be taken from an editor, of that field or, without one, of the table.
    #[must_use]
    pub fn kept_file(&self, field: Option<&FieldKey>) -> Option<&Path> {
        self.kept_files.get(&field.cloned()).map(PathBuf::as_path)
    }

    /// All such files.
    pub fn kept_files(&self) -> impl Iterator<Item = &Path> + '_ {
        self.kept_files.values().map(PathBuf::as_path)
    }

    /// Notes such a file, or that there is none any more.
    pub fn note_kept_file(&mut self, field: Option<&FieldKey>, file: Option<PathBuf>) {
        match file {
            Some(file) => self.kept_files.insert(field.cloned(), file),
            None => self.kept_files.remove(&field.cloned()),
        };
    }

    /// Whether a text can be typed in the field that has the focus.
    #[must_use]
    pub fn has_text_focus(&self) -> bool {
        self.field(&self.focus).is_some() && self.options().is_none()
    }

    /// Lets a field hold a text as if it had been typed, in one step that can be undone, and gives it the focus.
    /// Tells whether there is such a field.
    pub fn take_text(&mut self, key: &FieldKey, text: &str) -> bool {
        if self.field(key).is_none() {
            return false;
        }
        self.focus = key.clone();
        self.type_in(|input| input.replace(text));
        self.leave_field();
        true
    }
}
