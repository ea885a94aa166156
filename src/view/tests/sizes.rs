//! Pictures at the sizes that people have.

use crate::app::App;
use crate::app::play::Play;

use super::picture::{draw, picture, text};
use super::scene::sized;
use super::screens::check;

pub const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 50)];

impl From<Play> for App {
    fn from(play: Play) -> Self {
        play.app
    }
}

/// The text at each of them.
pub fn at_every_size<Scene: Into<App>>(name: &str, make: impl Fn() -> Scene) {
    for size in SIZES {
        check(&format!("{name}@{}x{}", size.0, size.1), &text(&draw(&sized(make().into(), size), true)));
    }
}

/// The text and its styles at the usual one, with colour and without.
pub fn styled<Scene: Into<App>>(name: &str, make: impl Fn() -> Scene) {
    for (suffix, has_colour) in [("styled", true), ("plain", false)] {
        let buffer = draw(&sized(make().into(), (80, 24)), has_colour);
        check(&format!("{name}@80x24-{suffix}"), &picture(&buffer));
    }
}
