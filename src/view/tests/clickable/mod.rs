//! What can be clicked is what stands there.

mod anywhere;
mod browser;
mod judge;
mod lists;
mod pages;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, Shown, Target};
use crate::view::{Look, Theme, view};

const SIZES: [(u16, u16); 8] =
    [(30, 8), (33, 9), (40, 12), (62, 16), (80, 24), (100, 30), (120, 40), (200, 60)];

fn drawn(app: &App) -> (Buffer, Shown) {
    let look = Look { theme: Theme::new(false), zone: jiff::tz::TimeZone::UTC };
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
    let shown = view(app, &look, &mut buffer);
    (buffer, shown)
}

/// The areas of those that `is_it` picks.
fn areas(shown: &Shown, is_it: impl Fn(&Target) -> bool) -> Vec<Rect> {
    shown.clickables.iter().filter(|it| is_it(&it.target)).map(|it| it.area).collect()
}
