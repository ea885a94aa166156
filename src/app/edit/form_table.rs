//! What becomes of a form's images as a table.

use crate::edit::image_table::Rows;

/// What becomes of a form's images as a table.
#[derive(Debug, Clone, Default)]
pub struct FormTable {
    /// Whether one was taken: what it wants of each image is a draft like what is typed.
    pub is_taken: bool,
    /// Whether it opens as soon as the images have been read.
    pub is_next: bool,
    /// Whether the form was opened for nothing but that.
    pub is_only: bool,
    /// What was written in the one that was opened last: what still stands so in it is nobody's wish.
    pub written: Option<Rows>,
}
