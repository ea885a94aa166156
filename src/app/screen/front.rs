//! What a frame is of, as far as it matters to a click.

use std::mem::Discriminant;

use crate::app::{Overlay, PlaceId, Size, Viewing};
use crate::edit::Subject;

/// What a frame is of. A click on a frame counts only while the state is of the same: what stands where it was made
/// may be something else by then.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Front {
    /// The place.
    pub place: PlaceId,
    /// The size of the screen.
    pub size: Size,
    /// How many pages lie over the browser.
    pub pages: usize,
    /// The kind of the topmost.
    pub page: Option<Discriminant<Overlay>>,
    /// The subject whose edit that is about.
    pub subject: Option<Subject>,
    /// When it was opened or changed, where it has to be seen before it is answered.
    pub viewing: Option<Viewing>,
}
