//! Pictures of the palette.

use crate::app::Overlay;
use crate::app::play::Play;
use crate::domain::{CommandHistory, Text};

use super::picture::{draw, text};
use super::scene::sized;
use super::sizes::{SIZES, at_every_size, styled};

/// Opened over the list, with a line typed.
pub fn typed(line: &str) -> Play {
    let mut play = Play::with(&["pytorch-2.4-gpu", "pytorch-2.5-gpu", "tf-2.17-cpu"]);
    let mut history = CommandHistory::default();
    for name in ["refresh", "sort:", "edit", "edit"] {
        history.note(&Text::clean(name), &Text::clean(name), play.app.now);
    }
    play.app.command_history = history;
    play.press(":");
    play.type_text(line);
    play.paint();
    play
}

#[test]
fn the_palette() {
    at_every_size("palette", || typed(""));
    at_every_size("palette-typed", || typed("cop arn"));
    at_every_size("palette-region", || typed("region eu"));
    at_every_size("palette-image", || typed("image pytgpu"));
    at_every_size("palette-filter", || typed("filter status:f"));
    at_every_size("palette-refused", || {
        let mut play = typed("undo");
        play.press("enter");
        play
    });
    at_every_size("palette-unknown", || typed("regoin"));
    styled("palette-typed", || typed("cop arn"));
    styled("palette-refused", || {
        let mut play = typed("undo");
        play.press("enter");
        play
    });
}

#[test]
fn the_row_under_the_cursor_is_in_sight_and_says_why_at_every_size() {
    for size in SIZES {
        let mut app = sized(typed("").app, size);
        let rows = app.palette().unwrap().rows(&app);
        for (at, row) in rows.iter().enumerate() {
            let page = app.place_for_tests().overlays.last_mut().and_then(Overlay::position);
            *page.unwrap() = at;
            let shown = text(&draw(&app, true));
            let cursor = shown.lines().find(|line| line.contains('▌')).unwrap_or_default().to_owned();
            assert!(cursor.contains(&row.name), "{size:?}: {}\n{shown}", row.name);
            if let Some(why) = &row.obstacle {
                let begin: String = why.chars().take(20).collect();
                assert!(shown.contains(&begin), "{size:?}: {why}\n{shown}");
            }
        }
    }
}
