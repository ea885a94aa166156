//! The halves of the browser.

/// Which half of the browser has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The list of images.
    List,
    /// The detail of one.
    Detail,
}
