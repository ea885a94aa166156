//! The mouse: a click is what the key would be.

use std::collections::BTreeSet;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind as Kind};
use ratatui::layout::Position;

use crate::app::play::Play;
use crate::app::update::tests::scenes::{
    browsing, in_conflict, in_form, in_tags, scene, with_drafts, with_history, with_raw, with_versions,
};
use crate::app::{App, Msg, Overlay, Size, Target};
use crate::domain::ListShare;
use crate::keys::{Action, Found, Keymap, Sequence};

const LEFT: MouseButton = MouseButton::Left;

fn wide() -> Play {
    Play::with(&["alpha", "bravo", "charlie", "delta"])
}

/// A click and the keys in whose place it stands.
type Same = (&'static str, fn() -> Play, fn(&mut Play), &'static str);

#[test]
fn a_click_in_the_browser_does_what_the_keys_do() {
    check(&[
        ("an image", wide, |it| it.click("charlie"), "j j"),
        (
            "an image from the detail",
            wide,
            |it| {
                it.press("enter");
                it.click("charlie");
            },
            "j j",
        ),
        ("an image, twice", wide, |it| it.double_click("bravo"), "j enter"),
        ("a tab", wide, |it| it.click("Versions"), "enter 2"),
        ("the last tab", wide, |it| it.click("Raw"), "enter 5"),
        ("the detail", wide, |it| it.click("Role ARN"), "enter"),
        (
            "the list",
            wide,
            |it| {
                it.press("enter");
                it.click_at(Position { x: 9, y: 20 });
            },
            "",
        ),
        (
            "an image while a filter is typed",
            wide,
            |it| {
                it.press("/ a");
                it.click("charlie");
            },
            "/ a enter j j",
        ),
        ("the profile", wide, |it| it.click("research"), "P"),
        ("the region", wide, |it| it.click("us-east-1"), "R"),
    ]);
}

#[test]
fn a_click_in_a_form_does_what_the_keys_do() {
    check(&[
        ("a label in the form", in_form, |it| it.click("Description"), "tab"),
        ("an entry", in_tags, |it| it.click("owner"), "tab"),
        (
            "a clash",
            in_conflict,
            |it| {
                it.tell(Msg::Resize { width: 120, height: 40 });
                it.paint();
                it.click("Description");
                it.tell(Msg::Resize { width: 60, height: 12 });
            },
            "tab",
        ),
    ]);
}

#[test]
fn a_click_in_a_list_of_a_page_does_what_the_keys_do() {
    check(&[
        (
            "a change",
            with_history,
            |it| {
                it.press("H");
                let at = row(it, |target| matches!(target, Target::Entry(_)), 1);
                it.click_at(at);
            },
            "H j",
        ),
        (
            "a change, twice",
            with_history,
            |it| {
                it.press("H");
                let at = row(it, |target| matches!(target, Target::Entry(_)), 1);
                it.double_click_at(at);
            },
            "H j enter",
        ),
        (
            "a draft",
            with_drafts,
            |it| {
                it.press("D");
                it.click("image-11");
            },
            "D j",
        ),
        (
            "a draft, twice",
            with_drafts,
            |it| {
                it.press("D");
                it.double_click("image-11");
            },
            "D j enter",
        ),
        (
            "a region",
            browsing,
            |it| {
                it.press("R");
                let at = row(it, |target| matches!(target, Target::Offer(_)), 2);
                it.click_at(at);
            },
            "R home down down",
        ),
        (
            "a region, twice",
            browsing,
            |it| {
                it.press("R");
                let at = row(it, |target| matches!(target, Target::Offer(_)), 3);
                it.double_click_at(at);
            },
            "R home down down down enter",
        ),
    ]);
}

#[test]
fn a_click_in_a_menu_does_what_the_keys_do() {
    check(&[
        (
            "a command",
            wide,
            |it| {
                it.press(":");
                let at = row(it, |target| matches!(target, Target::Command(_)), 2);
                it.click_at(at);
            },
            ": down down",
        ),
        (
            "a command, twice",
            wide,
            |it| {
                it.press(": r e f r e s h");
                it.double_click("refresh the list");
            },
            ": r e f r e s h enter",
        ),
        (
            "what can be copied",
            wide,
            |it| {
                it.press("y");
                let at = row(it, |target| matches!(target, Target::Copy(_)), 2);
                it.click_at(at);
            },
            "y down down",
        ),
        (
            "what can be copied, twice",
            wide,
            |it| {
                it.press("y");
                let at = row(it, |target| matches!(target, Target::Copy(_)), 1);
                it.double_click_at(at);
            },
            "y down enter",
        ),
        (
            "a version",
            with_versions,
            |it| {
                let at = row(it, |target| matches!(target, Target::Version(_, 19)), 0);
                it.click_at(at);
            },
            "k",
        ),
        (
            "beside the help",
            tall,
            |it| {
                it.press("R");
                it.click_at(Position { x: 1, y: 10 });
            },
            "",
        ),
    ]);
}

fn check(cases: &[Same]) {
    for (what, make, does, keys) in cases {
        let (mut clicks, mut presses) = (make().with_mouse(), make().with_mouse());
        does(&mut clicks);
        presses.press(keys);
        assert_eq!(seen(&clicks), seen(&presses), "{what}:\n{}\n{}", clicks.screen(), presses.screen());
        assert_eq!(clicks.copied, presses.copied, "{what}");
    }
}

/// So wide that there is room beside a page.
fn tall() -> Play {
    let mut play = wide();
    play.tell(Msg::Resize { width: 160, height: 40 });
    play
}

/// A cell of the row of that number among those that are picked.
fn row(play: &Play, is_it: impl Fn(&Target) -> bool, number: usize) -> Position {
    let rows: Vec<_> = play.clickables().into_iter().filter(|(_, target)| is_it(target)).collect();
    let (area, _) = rows.get(number).unwrap_or_else(|| panic!("no such row:\n{}", play.screen()));
    Position { x: area.x + area.width / 2, y: area.y }
}

/// What a person has before them and under their hands.
fn seen(play: &Play) -> (String, Vec<&'static str>, String, &'static str) {
    let selected = play.app.current_name().map(|name| name.to_string()).unwrap_or_default();
    (play.screen(), play.pages(), selected, play.pane())
}

/// The keys that lead to an action here and now.
fn keys_of(app: &App, action: Action) -> Option<Sequence> {
    let rows = app.scopes().0.iter().flat_map(|scope| app.keymap.of(*scope));
    let mut keys = rows.filter(|row| row.action == action).flat_map(|row| row.keys.clone());
    keys.find(|keys| match app.find_keys(&keys.chords()) {
        Found::Does(found) => found.action == action && !(app.typed().is_some() && keys.types()),
        Found::Begun | Found::Nothing => false,
    })
}

/// In every place that the key table knows: whatever stands there for a key, in the footer or as a button, is as good
/// as the key.
#[test]
fn each_key_that_stands_on_the_screen_can_be_clicked_in_its_place() {
    let (mut done, mut count) = (BTreeSet::new(), 0);
    for binding in Keymap::builtin().all() {
        let make = || {
            let (play, keys) = scene(binding);
            let mut play = play.with_mouse();
            play.press(keys);
            play.passes(2000);
            play
        };
        let play = make();
        let page = play.app.top().map(Overlay::name);
        let scopes = play.app.scopes().0;
        for (area, target) in play.clickables() {
            let Target::Action(action) = target else { continue };
            if !done.insert((page, format!("{scopes:?}"), action)) {
                continue;
            }
            let keys =
                keys_of(&play.app, action).unwrap_or_else(|| panic!("{action:?}: no key in {scopes:?}"));
            let (mut clicks, mut presses) = (make(), make());
            clicks.click_at(area.as_position());
            presses.passes(1000);
            for chord in keys.iter() {
                presses.press(&chord.written());
            }
            presses.passes(100);
            let what = format!("{action:?} in {scopes:?}");
            assert_eq!(seen(&clicks), seen(&presses), "{what}:\n{}\n{}", clicks.screen(), presses.screen());
            assert_eq!((clicks.quit, clicks.demo), (presses.quit, presses.demo), "{what}");
            assert_eq!((&clicks.copied, &clicks.sent), (&presses.copied, &presses.sent), "{what}");
            count += 1;
        }
    }
    assert!(count > 80, "only {count}");
}

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
fn a_click_puts_the_caret_into_the_text() {
    let typed = |words: &str, at: &str, offset: u16| {
        let mut play = Play::with(&["a"]);
        play.tell(Msg::Resize { width: 60, height: 24 });
        play.open_form(crate::app::play::image("a"));
        play.press("tab");
        play.fill(words);
        play.press("tab");
        let mut play = play.with_mouse();
        let cell = play.cell_of(at);
        play.click_at(Position { x: cell.x + offset, ..cell });
        assert_eq!(play.form().focus(), "description", "{:?}\n{}", play.clickables(), play.screen());
        play.type_text("|");
        play.form().text("description").to_owned()
    };
    assert_eq!(typed("one two three", "two", 0), "one |two three");
    assert_eq!(typed("one two three", "two", 2), "one tw|o three");
    assert_eq!(typed("one two three", "three", 30), "one two three|");
    // Either half of a wide character is that character.
    assert_eq!(typed("x 機械 y", "x", 2), "x |機械 y");
    assert_eq!(typed("x 機械 y", "x", 3), "x |機械 y");
    assert_eq!(typed("x 機械 y", "x", 4), "x 機|械 y");
    assert_eq!(typed("Qa👩\u{200d}🚀b", "Q", 3), "Qa|👩\u{200d}🚀b");
    // In a row further down; and in one of a text so long that only a part of it is shown.
    let long = "word ".repeat(20) + "here it is";
    assert_eq!(typed(&long, "here", 0), "word ".repeat(20) + "|here it is");
    let longer = "word ".repeat(190) + "here it is";
    assert_eq!(typed(&longer, "here", 1), "word ".repeat(190) + "h|ere it is");
}

#[test]
fn a_click_puts_the_caret_into_a_line_also_where_it_is_scrolled() {
    let typed = |keys: &str, words: &str, at: &str| {
        let mut play = wide().with_mouse();
        play.tell(Msg::Resize { width: 40, height: 24 });
        play.press(keys);
        play.type_text(words);
        play.paint();
        let (line, _) = play.clickables().into_iter().find(|(_, it)| matches!(it, Target::Line(_))).unwrap();
        let buffer = play.draw().0;
        let text: String = (line.x..line.right()).map(|x| buffer[(x, line.y)].symbol()).collect();
        let offset = text.chars().count() - text.split_once(at).unwrap().1.chars().count() - at.len();
        play.click_at(Position { x: line.x + u16::try_from(offset).unwrap(), ..line.as_position() });
        play.type_text("|");
        play.screen()
    };
    for (keys, lead) in [("/", "/"), (":", ":"), ("R", "› ")] {
        let screen = typed(keys, "one two", "two");
        assert!(screen.contains(&format!("{lead}one |two")), "{keys}\n{screen}");
        let long = "abcdefgh ".repeat(9) + "end of it";
        let screen = typed(keys, &long, "of it");
        assert!(screen.contains("end |o"), "{keys}\n{screen}");
    }
}

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
