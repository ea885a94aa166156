//! The wheel.

use crossterm::event::MouseEventKind as Kind;
use ratatui::layout::Position;

use crate::app::Target;
use crate::app::play::Play;
use crate::app::update::tests::scenes::{browsing, with_drafts, with_history, with_raw};

use super::hands::seen;

#[test]
fn the_wheel_scrolls_what_is_under_it_and_moves_no_focus() {
    let names: Vec<_> = (10..90).map(|number| format!("image-{number}")).collect();
    let mut play = Play::with(&names.iter().map(String::as_str).collect::<Vec<_>>()).with_mouse();
    play.press("enter");
    assert!(play.screen().contains("Images 1/80"));
    // The list, while the detail has the keys: the image that is open stays open.
    play.wheel("image-20", 2);
    let screen = play.screen();
    assert!(!screen.contains(" image-15 ") && screen.contains(" image-16 "), "{screen}");
    assert_eq!((play.pane(), play.selected().as_str()), ("detail", "image-10"));
    // It ends where the list ends, and comes back to the cursor with a key.
    play.wheel("image-20", 40);
    assert!(play.screen().contains(" image-89 "), "{}", play.screen());
    let before = seen(&play);
    play.wheel("image-89", 3);
    assert_eq!(seen(&play), before);
    play.press("esc j");
    assert!(!play.screen().contains(" image-10 ") && play.selected() == "image-11", "{}", play.screen());
    play.wheel("image-20", -1);
    assert!(play.screen().contains(" image-10 ") && play.selected() == "image-11");
    // What is clicked is what is seen.
    play.wheel("image-20", 10);
    play.click("image-50");
    assert_eq!(play.selected(), "image-50");
    assert!(play.screen().contains(" image-60 "), "the window stays");
}

#[test]
fn the_wheel_scrolls_pages_and_the_lower_parts_of_lists() {
    let scrolled = |make: fn() -> Play, keys: &str, is_over: fn(&Target) -> bool, like: &str| {
        let (mut wheel, mut press) = (make().with_mouse(), make().with_mouse());
        wheel.press(keys);
        press.press(keys);
        let at = wheel.clickables().into_iter().rev().find(|(_, target)| is_over(target));
        let (area, _) = at.unwrap_or_else(|| panic!("{keys}\n{}", wheel.screen()));
        let at = Position { x: area.x + 1, y: area.bottom() - 1 };
        wheel.mouse(Kind::ScrollDown, at);
        wheel.paint();
        press.press(like);
        assert_eq!(seen(&wheel), seen(&press), "{keys}:\n{}\n{}", wheel.screen(), press.screen());
        for _ in 0..2 {
            wheel.mouse(Kind::ScrollUp, at);
            wheel.paint();
        }
        wheel.screen()
    };
    let is_page = |target: &Target| matches!(target, Target::Page);
    let is_list = |target: &Target| matches!(target, Target::PageList);
    let is_detail = |target: &Target| matches!(target, Target::Detail);
    assert!(scrolled(browsing, "?", is_page, "j j j").contains("List"));
    scrolled(browsing, "R home", is_list, "down down down");
    scrolled(browsing, ":", is_list, "down down down");
    scrolled(|| Play::with(&["a"]), "y", is_list, "down down down");
    scrolled(with_history, "H", is_list, "j j j");
    scrolled(with_drafts, "D", is_list, "j j j");
    scrolled(with_raw, "enter", is_detail, "j j j");
    // Between the list and the end of the page there is what is under the cursor.
    let mut play = with_history().with_mouse();
    play.press("H");
    let (list, _) = play.clickables().into_iter().find(|(_, it)| is_list(it)).unwrap();
    let before = play.screen();
    play.mouse(Kind::ScrollDown, Position { x: 5, y: list.bottom() + 1 });
    play.paint();
    let rows = usize::from(list.bottom());
    let upper = |screen: &str| screen.lines().take(rows).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(upper(&play.screen()), upper(&before), "the cursor stays");
    assert_ne!(play.screen(), before);
}
