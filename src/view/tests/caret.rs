//! Where the terminal's cursor is to stand.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::{App, LogInStage, Msg, Overlay, Pick, Size, layout, update};
use crate::domain::Field;
use crate::view::{Look, Theme, view};

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
    app.place_for_tests().overlays.push(Overlay::Help(0));
    let mut asked = scene::form_with_problems();
    asked.place_for_tests().overlays.push(Overlay::AskQuit);
    let judged = places::logging_in(places::code_wanted(), "123456", LogInStage::Checking);
    let (mut with, mut without) = (0, 0);
    for mut app in scenes().into_iter().chain([app, asked, judged]) {
        let is_judged =
            |overlay: &Overlay| matches!(overlay, Overlay::LogIn(page) if page.stage == LogInStage::Checking);
        let types = app.scopes().1 && !app.place().overlays.last().is_some_and(is_judged);
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
    for field in Field::ALL {
        let mut form = scene::edited();
        form.focus = field;
        let long: Vec<&str> = text.into_iter().cycle().take(7 * 30).collect();
        form.type_in(|input| input.replace(&long.concat()));
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
        form.focus = Field::Description;
        form.type_in(|input| input.replace(&"機械 words, and more-or-less 学習 ".repeat(12)));
        let mut app = scene::sized(scene::with_form(form), size);
        let overlay = app.place().overlays.last().unwrap();
        let area = layout::overlay_area(&app, overlay);
        assert!(area.height > 10 && app.size == Size { width: size.0, height: size.1 });
        press(&mut app, KeyCode::Up);
        press(&mut app, KeyCode::Up);
        for _ in 0..12 {
            press(&mut app, KeyCode::Left);
        }
        let before = drawn(&app).1.unwrap();
        let caret = app.form().unwrap().input(Field::Description).caret();
        press(&mut app, KeyCode::Down);
        let below = drawn(&app).1.unwrap();
        assert!(below.x <= before.x && before.x - below.x <= 2, "{before} {below}");
        press(&mut app, KeyCode::Up);
        assert_eq!(app.form().unwrap().input(Field::Description).caret(), caret);
        assert_eq!(drawn(&app).1.unwrap().x, before.x);
    }
}
