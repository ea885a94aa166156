//! What a person has before them and under their hands, and where they click.

use crossterm::event::MouseButton;
use ratatui::layout::Position;

use crate::app::play::Play;
use crate::app::{Msg, Target};

pub const LEFT: MouseButton = MouseButton::Left;

pub fn wide() -> Play {
    Play::with(&["alpha", "bravo", "charlie", "delta"])
}

/// So wide that there is room beside a page.
pub fn tall() -> Play {
    let mut play = wide();
    play.tell(Msg::Resize { width: 160, height: 40 });
    play
}

/// A cell of the row of that number among those that are picked.
pub fn row(play: &Play, is_it: impl Fn(&Target) -> bool, number: usize) -> Position {
    let rows: Vec<_> = play.clickables().into_iter().filter(|(_, target)| is_it(target)).collect();
    let (area, _) = rows.get(number).unwrap_or_else(|| panic!("no such row:\n{}", play.screen()));
    Position { x: area.x + area.width / 2, y: area.y }
}

/// What a person has before them and under their hands.
pub fn seen(play: &Play) -> (String, Vec<&'static str>, String, &'static str) {
    let selected = play.app.current_name().map(|name| name.to_string()).unwrap_or_default();
    (play.screen(), play.pages(), selected, play.pane())
}
