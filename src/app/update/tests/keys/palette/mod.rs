//! Commands that are found and run by name.

mod finding;
mod refusing;
mod typing;

use crate::app::play::Play;
use crate::app::{PaletteRow, Size};

/// How a scene begins.
type Begin = fn() -> Play;

const USUAL: Size = Size { width: 80, height: 24 };

fn rows(play: &Play) -> Vec<PaletteRow> {
    play.app.palette().expect("the palette has the keys").rows(&play.app)
}

fn names(play: &Play) -> Vec<String> {
    rows(play).into_iter().map(|row| row.name).collect()
}

fn typed(play: &Play) -> String {
    play.app.palette().unwrap().input.text().to_owned()
}

/// Why what is under the cursor can't be run, after that was tried.
fn refused(play: &Play) -> String {
    play.app.palette().unwrap().refused.clone().map(|(_, why)| why).unwrap_or_default()
}

fn run(play: &mut Play, line: &str) {
    play.press(":");
    play.type_text(line);
    play.press("enter");
}
