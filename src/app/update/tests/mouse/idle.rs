//! What does nothing, or no more than to close a page.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind as Kind};
use ratatui::layout::Position;

use crate::app::play::Play;
use crate::app::{Msg, Size, Target};

use super::hands::{LEFT, seen, tall, wide};

#[test]
fn nothing_is_done_with_the_mouse_off() {
    let mut play = wide();
    play.paint();
    let before = seen(&play);
    for words in ["charlie", "Versions", "us-east-1"] {
        play.double_click(words);
        play.wheel(words, 2);
    }
    assert_eq!(seen(&play), before);
}

#[test]
fn it_is_turned_on_and_off_by_its_key_and_told_to_the_terminal() {
    let mut play = wide();
    for is_on in [true, false, true] {
        play.press("alt-m");
        assert_eq!((play.app.pointer.is_on, play.told_of_mouse.last()), (is_on, Some(&is_on)));
        assert_eq!(play.said().contains("hold Shift"), is_on, "{}", play.said());
        play.press(&format!("?{}", " pgdn".repeat(12)));
        let screen = play.screen();
        assert_eq!(screen.contains("hold Shift while you drag"), is_on, "{screen}");
        assert_eq!(screen.contains("The mouse is off"), !is_on, "{screen}");
        play.press("esc");
    }
}

#[test]
fn other_buttons_and_clicks_with_a_key_held_do_nothing() {
    let mut play = wide().with_mouse();
    let (before, at) = (seen(&play), play.cell_of("charlie"));
    for button in [MouseButton::Right, MouseButton::Middle] {
        play.mouse(Kind::Down(button), at);
        play.mouse(Kind::Drag(button), at);
        play.mouse(Kind::Up(button), at);
    }
    for kind in [Kind::Moved, Kind::ScrollLeft, Kind::ScrollRight, Kind::Up(LEFT), Kind::Drag(LEFT)] {
        play.mouse(kind, at);
    }
    for modifiers in [KeyModifiers::SHIFT, KeyModifiers::CONTROL, KeyModifiers::ALT] {
        play.tell(Msg::Mouse(MouseEvent { kind: Kind::Down(LEFT), column: at.x, row: at.y, modifiers }));
        play.mouse(Kind::Up(LEFT), at);
    }
    play.paint();
    assert_eq!(seen(&play), before);
}

#[test]
fn a_button_that_is_left_before_it_is_released_does_nothing() {
    let mut play = wide().with_mouse();
    let (help, image) = (play.cell_of("? help"), play.cell_of("charlie"));
    for (from, to) in [(help, image), (help, Position { x: 60, y: 39 }), (image, help)] {
        play.passes(1000);
        play.mouse(Kind::Down(LEFT), from);
        play.mouse(Kind::Drag(LEFT), to);
        play.mouse(Kind::Up(LEFT), to);
        play.paint();
        assert_eq!(play.top(), "browser");
    }
}

#[test]
fn a_click_beside_a_page_closes_it_only_where_nothing_is_lost() {
    let beside = Position { x: 1, y: 20 };
    for (what, make, keys, closes) in [
        ("help", tall as fn() -> Play, "?", true),
        ("a search in the help", tall, "? / e", false),
        ("errors", tall, "!", true),
        ("a picker", tall, "R", true),
        ("a picker with words", tall, "R e", false),
        ("the palette, whose line comes back", tall, ": e", true),
        ("the copy menu", tall, "y", true),
        ("the history", tall, "H", true),
        ("an untouched form", form_in_tall, "", true),
        ("a form with words", form_in_tall, "x", false),
        ("a review", form_in_tall, "x ctrl-s", false),
        ("a question", form_in_tall, "x ctrl-c", false),
    ] {
        let mut play = make().with_mouse();
        play.press(keys);
        let pages = play.pages().len();
        assert!(pages > 0, "{what}");
        play.passes(2000);
        play.click_at(beside);
        assert_eq!(play.pages().len() < pages, closes, "{what}\n{}", play.screen());
        // Not by a click on its frame, nor on the footer.
        if closes {
            let mut play = make().with_mouse();
            play.press(keys);
            let page = play.clickables().into_iter().find(|(_, it)| *it == Target::Page).unwrap().0;
            for at in [page.as_position(), Position { x: 158, y: 39 }] {
                play.click_at(at);
                assert_eq!(play.pages().len(), pages, "{what}");
            }
        }
    }
}

fn form_in_tall() -> Play {
    let mut play = tall();
    play.open_form(crate::app::play::image("alpha"));
    play
}

#[test]
fn nothing_is_clicked_on_a_screen_on_which_nothing_fits() {
    let mut play = wide().with_mouse();
    let at = play.cell_of("charlie");
    play.tell(Msg::Resize { width: 20, height: 5 });
    let before = seen(&play);
    play.click_unseen(at);
    play.mouse(Kind::ScrollDown, at);
    play.paint();
    play.click_at(Position { x: 3, y: 3 });
    assert_eq!(seen(&play), before);
    assert!(Size { width: 20, height: 5 }.is_too_small());
}

#[test]
fn a_click_beside_the_keys_of_the_tour_ends_it_and_does_nothing_else() {
    let mut play = wide().with_mouse();
    play.app.mode.demo = true;
    play.app.begin_tour();
    play.mouse(Kind::ScrollDown, Position { x: 9, y: 4 });
    play.mouse(Kind::Down(MouseButton::Right), Position { x: 9, y: 4 });
    assert!(play.app.tour.is_some(), "the wheel does not take over");
    play.click("charlie");
    assert!(play.app.tour.is_none());
    assert_eq!(play.selected(), "alpha");
    play.click("charlie");
    assert_eq!(play.selected(), "charlie");
}
