//! Where the terminal's cursor is to stand.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use crate::app::play::FIELDS;
use crate::app::{App, LogInStage, Msg, Pick, Size, update};
use crate::view::{Look, Theme, view};

use super::furnish::{Furnish, ask_to_quit, caret_in, is_checking_a_code, open_help, top_area};
use super::hostile::scenes;
use super::{places, scene};

fn drawn(app: &App) -> (Buffer, Option<Position>) {
    let look = Look { theme: Theme::new(false), zone: jiff::tz::TimeZone::UTC };
    let mut buffer = Buffer::empty(Rect::new(0, 0, app.size.width, app.size.height));
    let caret = view(app, &look, &mut buffer).caret;
    (buffer, caret)
}

fn press(app: &mut App, key: KeyCode) {
    let _ = update(app, Msg::Key(KeyEvent::new(key, KeyModifiers::NONE)));
}

#[test]
fn the_caret_stands_wherever_text_is_typed_and_nowhere_else() {
    let mut app = scene::form_with_problems();
    open_help(&mut app, 0);
    let mut asked = scene::form_with_problems();
    ask_to_quit(&mut asked);
    let judged = places::logging_in(places::code_wanted(), "123456", LogInStage::Checking);
    let (mut with, mut without) = (0, 0);
    for mut app in scenes().into_iter().chain([app, asked, judged]) {
        let types = app.scopes().1 && !is_checking_a_code(&app);
        for size in [(1, 1), (29, 8), (30, 7), (30, 8), (31, 9), (40, 12), (80, 24), (99, 24), (200, 60)] {
            app = scene::sized(app, size);
            let (buffer, caret) = drawn(&app);
            assert_eq!(caret.is_some(), types && !app.size.is_too_small(), "{size:?}");
            if let Some(caret) = caret {
                assert!(
                    buffer.area.contains(caret) && !"│╭╮╰╯─".contains(buffer[caret].symbol()),
                    "{size:?}"
                );
                with += 1;
            } else {
                without += 1;
            }
        }
    }
    assert!(with > 50 && without > 100, "{with} {without}");
}

/// Goes through a text from its end to its start, and back by rows.
fn follow(mut app: App, text: &[&str]) {
    for size in [(120, 40), (80, 24), (40, 12), (30, 8)] {
        app = scene::sized(app, size);
        let (buffer, caret) = drawn(&app);
        assert_eq!(buffer[caret.unwrap()].symbol(), " ", "behind the end");
        for &character in text.iter().rev() {
            press(&mut app, KeyCode::Left);
            let (buffer, caret) = drawn(&app);
            assert_eq!(buffer[caret.unwrap()].symbol(), character, "{size:?}");
        }
        for _ in text {
            press(&mut app, KeyCode::Right);
        }
    }
}

#[test]
fn the_caret_stands_before_the_character_that_is_behind_it() {
    let text = ["a", "機", "e\u{301}", "b", " ", "学", "."];
    for field in FIELDS {
        let mut form = scene::edited();
        let long: Vec<&str> = text.into_iter().cycle().take(7 * 30).collect();
        form.type_over(field, &long.concat());
        follow(scene::with_form(form), &long[long.len() - 150..]);
    }
    follow(scene::filtered(&text.concat(), true), &text);
    let long: Vec<&str> = text.into_iter().cycle().take(7 * 30).collect();
    follow(places::picking(scene::browsing(), Pick::Profile, &long.concat(), 0), &long);
    let code = places::logging_in(places::code_wanted(), "123456", LogInStage::Asked);
    follow(code, &["•"; 6]);
}

#[test]
fn up_and_down_go_where_it_looks() {
    for size in [(120, 40), (80, 24), (40, 20)] {
        let mut form = scene::edited();
        form.type_over("description", &"機械 words, and more-or-less 学習 ".repeat(12));
        let mut app = scene::sized(scene::with_form(form), size);
        assert!(top_area(&app).height > 10 && app.size == Size { width: size.0, height: size.1 });
        press(&mut app, KeyCode::Up);
        press(&mut app, KeyCode::Up);
        for _ in 0..12 {
            press(&mut app, KeyCode::Left);
        }
        let before = drawn(&app).1.unwrap();
        let caret = caret_in(&app, "description");
        press(&mut app, KeyCode::Down);
        let below = drawn(&app).1.unwrap();
        assert!(below.x <= before.x && before.x - below.x <= 2, "{before} {below}");
        press(&mut app, KeyCode::Up);
        assert_eq!(caret_in(&app, "description"), caret);
        assert_eq!(drawn(&app).1.unwrap().x, before.x);
    }
}

/// The cells that are shown in reverse since `before`, row by row.
fn reversed_since(before: &Buffer, now: &Buffer) -> String {
    let is_new = |cell: &&Position| {
        let is_reversed = |buffer: &Buffer| buffer[**cell].modifier.contains(Modifier::REVERSED);
        is_reversed(now) && !is_reversed(before)
    };
    let cells: Vec<_> = now.area.positions().collect();
    cells.iter().filter(is_new).map(|cell| now[*cell].symbol()).collect()
}

#[test]
fn what_is_selected_can_be_seen_and_nothing_else() {
    let code = places::logging_in(places::code_wanted(), "1234", LogInStage::Asked);
    for (mut app, three) in [(scene::filtered("gp機械e\u{301}", true), "機械e\u{301}"), (code, "•••")]
    {
        for size in [(120, 40), (80, 24), (40, 12), (30, 8)] {
            app = scene::sized(app, size);
            press(&mut app, KeyCode::End);
            let (before, _) = drawn(&app);
            for _ in 0..3 {
                let _ = update(&mut app, Msg::Key(KeyEvent::new(KeyCode::Left, KeyModifiers::SHIFT)));
            }
            let (now, _) = drawn(&app);
            let seen: String = reversed_since(&before, &now).split(' ').collect();
            assert_eq!(seen, three, "{size:?}");
            press(&mut app, KeyCode::Right);
            let (after, _) = drawn(&app);
            assert_eq!(reversed_since(&before, &after), "", "{size:?}: it is let go of");
        }
    }
}
