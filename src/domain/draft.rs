//! What was typed in a form and not sent.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Field, Image, ImageName, PlaceKey};

/// A draft as it is kept over sessions: what was typed, and what the edit began from, so that a
/// change by another hand is seen however much later the form is opened again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where the image is.
    pub place: PlaceKey,
    /// Whose form it was.
    pub image: ImageName,
    /// What the edit began from; nothing if that was never read.
    pub base: Option<Image>,
    /// The text of each field that was typed in, whole, right or wrong.
    pub typed: BTreeMap<Field, String>,
    /// Words that were typed in a field and stashed, behind those that stand in it; the oldest first.
    pub stashed: BTreeMap<Field, Vec<String>>,
    /// When it was kept last.
    pub kept_at: Timestamp,
}
