//! The divider between list and detail.

use crossterm::event::MouseEventKind as Kind;
use ratatui::layout::Position;

use crate::app::Target;
use crate::app::play::Play;
use crate::domain::ListShare;

use super::hands::{LEFT, row, seen, wide};

#[test]
fn the_divider_is_dragged_and_kept_when_it_is_let_go() {
    let mut play = wide().with_mouse();
    let at = |play: &Play| row(play, |target| *target == Target::Divider, 0);
    let width = |play: &Play| {
        let list = play.clickables().into_iter().find(|(_, target)| *target == Target::List);
        list.map(|(area, _)| area.width).unwrap()
    };
    let (from, before) = (at(&play), width(&play));
    play.mouse(Kind::Down(LEFT), from);
    for x in [from.x - 1, from.x - 7, from.x - 10] {
        play.mouse(Kind::Drag(LEFT), Position { x, y: 0 });
        play.paint();
        assert_eq!(width(&play), before - (from.x - x));
        assert_eq!(play.kept_divider, None, "not at each step");
    }
    play.mouse(Kind::Up(LEFT), Position { x: from.x - 10, y: 3 });
    assert_eq!(play.kept_divider, Some(ListShare::of(before - 10, 120)));
    // As far as with keys.
    for (x, least) in [(0, 30), (u16::MAX, 90), (119, 90)] {
        play.passes(1000);
        let from = at(&play);
        play.mouse(Kind::Down(LEFT), from);
        play.mouse(Kind::Drag(LEFT), Position { x, y: u16::MAX });
        play.mouse(Kind::Up(LEFT), Position { x, y: u16::MAX });
        play.paint();
        assert_eq!((width(&play), play.kept_divider), (least, Some(ListShare::of(least, 120))));
    }
    // A press without a drag moves nothing, and gives the keys to nobody.
    play.kept_divider = None;
    let before = seen(&play);
    play.click_at(at(&play));
    assert_eq!((seen(&play), play.kept_divider), (before, None));
    // The button was released where the terminal didn't see it.
    play.passes(1000);
    play.mouse(Kind::Down(LEFT), at(&play));
    play.mouse(Kind::Drag(LEFT), Position { x: 60, y: 5 });
    play.click("bravo");
    assert_eq!(play.kept_divider, Some(ListShare::of(width(&play), 120)));
}
