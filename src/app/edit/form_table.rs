//! What becomes of a form's images as a table.

/// What becomes of a form's images as a table.
#[derive(Debug, Clone, Copy, Default)]
pub struct FormTable {
    /// Whether one was taken: what it wants of each image is a draft like what is typed.
    pub is_taken: bool,
    /// Whether it opens as soon as the images have been read.
    pub is_next: bool,
    /// Whether the form was opened for nothing but that.
    pub is_only: bool,
}
