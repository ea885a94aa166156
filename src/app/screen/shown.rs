//! What a frame showed.

use std::mem::Discriminant;

use ratatui::layout::Position;

use crate::app::{Clickables, Front, Links, Overlay, PaintedReview, PlaceId, Viewing};

/// What a frame showed, for `update` to know how far things can be scrolled and what has been seen.
///
/// It may be told long after the frame was drawn, so it says what it is of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// What it is of.
    pub front: Front,
    /// The place that was on the screen.
    pub place: PlaceId,
    /// What lay topmost, by its kind.
    pub overlay: Option<Discriminant<Overlay>>,
    /// How many rows of the detail are below the window when it is not scrolled.
    pub detail_overflow: usize,
    /// The same of the topmost overlay.
    pub overlay_overflow: usize,
    /// How many rows a page of what scrolls has.
    pub page: usize,
    /// Where the terminal's cursor is to stand: at the caret, wherever text is typed.
    pub caret: Option<Position>,
    /// What was to be seen of a review, where it lay topmost and stood for something to send.
    pub review: Option<PaintedReview>,
    /// The question whether to send what can't be noted, where it lay topmost.
    pub question: Option<Viewing>,
    /// What is a link.
    pub links: Links,
    /// What can be clicked.
    pub clickables: Clickables,
}
