//! Keys with modifiers: they do what is bound to them, or nothing.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::play::{Play, image};
use crate::app::{Effects, Msg, update};
use crate::keys::{Chord, Found, Keymap};

fn scenes() -> Vec<Play> {
    let all = ["", "/", "e", "e ctrl-s", "R", "P", "?", "H", "D", "!", "l"].map(|keys| {
        let mut play = Play::with(&["a", "b"]);
        if keys.starts_with('e') {
            play.open_form(image("a"));
            play.fill("Mine (GPU)");
            play.press(keys.trim_start_matches('e'));
        } else {
            play.press(keys);
        }
        play
    });
    let mut asked = Play::with(&["a"]);
    asked.open_form(image("a"));
    asked.fill("Mine");
    asked.press("ctrl-c");
    assert_eq!(asked.top(), "quit?");
    all.into_iter().chain([asked]).collect()
}

fn keys() -> impl Iterator<Item = KeyCode> {
    use KeyCode as K;
    let named = [
        K::Enter,
        K::Esc,
        K::Tab,
        K::BackTab,
        K::Backspace,
        K::Delete,
        K::Up,
        K::Down,
        K::Left,
        K::Right,
        K::Home,
        K::End,
        K::PageUp,
        K::PageDown,
        K::Insert,
        K::F(1),
        K::F(2),
        K::F(5),
        K::Null,
        K::Menu,
    ];
    (' '..='~').chain(['é', 'я', '機']).map(K::Char).chain(named)
}

#[test]
fn an_unbound_chord_does_nothing_anywhere() {
    let with = [
        KeyModifiers::CONTROL,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL | KeyModifiers::ALT,
        KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT,
        KeyModifiers::SUPER,
        KeyModifiers::SUPER | KeyModifiers::SHIFT,
        KeyModifiers::HYPER,
        KeyModifiers::META | KeyModifiers::CONTROL,
    ];
    for mut play in scenes() {
        let scopes = play.app.scopes().0;
        // Whatever key it is, it tells that somebody is there.
        play.tell(Msg::TerminalBack);
        let before = format!("{:?}", play.app);
        let (mut pressed, mut bound) = (0, 0);
        for event in with.iter().flat_map(|&with| keys().map(move |key| KeyEvent::new(key, with))) {
            if !matches!(Keymap::builtin().find(scopes, &[Chord::from(event)], |_| true), Found::Nothing) {
                bound += 1;
                continue;
            }
            let Effects { list, draw } = update(&mut play.app, Msg::Key(event));
            assert!(list.is_empty() && !draw, "{event:?}");
            pressed += 1;
        }
        assert_eq!(format!("{:?}", play.app), before);
        assert!(pressed > 800 && bound < 60, "{pressed} {bound}");
    }
}

#[test]
fn with_control_and_alt_nothing_is_bound() {
    for binding in Keymap::builtin().all() {
        for key in &binding.keys {
            let written = key.to_string();
            assert!(!(written.contains("Ctrl-") && written.contains("Alt-")), "{written}");
        }
    }
}

#[test]
fn a_line_feed_is_enter_in_form_and_filter_and_nothing_elsewhere() {
    let mut play = Play::with(&["a", "b"]);
    play.press("/ b ctrl-j");
    assert_eq!((play.types_a_filter(), play.names()), (false, vec!["b".to_owned()]));
    play.press("esc e");
    play.describe(image("a"));
    play.press("ctrl-j");
    assert_eq!(play.form().focus(), "description");
    play.fill("Mine");
    play.press("ctrl-s ctrl-j ctrl-j");
    assert_eq!(play.top(), "review");
    assert!(play.sent.is_empty() && play.calls.is_empty(), "{:?}", play.calls);
    play.press("esc esc R");
    play.type_text("ireland");
    play.press("ctrl-j");
    assert_eq!(play.top(), "picker");
    assert!(play.opened.is_empty());
}

/// As the shell does it: up to the blank before, or as far as letters and digits go.
#[test]
fn words_are_deleted_as_in_the_shell() {
    for (text, key, left) in [
        ("PyTorch 2.5 (GPU)", "ctrl-w", "PyTorch 2.5 "),
        ("PyTorch 2.5 (GPU)", "alt-backspace", "PyTorch 2.5 ("),
        ("PyTorch 2.5 (GPU)", "ctrl-backspace", "PyTorch 2.5 ("),
        ("path/to-a_file ", "ctrl-w", ""),
        ("path/to-a_file ", "alt-backspace", "path/to-a_"),
        ("GPU 🇫🇷", "ctrl-w", "GPU "),
    ] {
        let mut play = Play::with(&["a"]);
        play.open_form(image("a"));
        play.fill(text);
        play.press(key);
        assert_eq!(play.typed("display name"), left, "{text} {key}");
        play.press("alt-u");
        assert_eq!(play.typed("display name"), text);
    }
    for (key, left) in
        [("alt-d", " (GPU)"), ("alt-f alt-f alt-f x", "a-b (GPUx)"), ("end alt-b x", "a-b (xGPU)")]
    {
        let mut play = Play::with(&["a"]);
        play.open_form(image("a"));
        play.fill("a-b (GPU)");
        play.press("home");
        play.press(key);
        if key == "alt-d" {
            play.press("alt-d");
        }
        assert_eq!(play.typed("display name"), left, "{key}");
    }
}

#[test]
fn a_capital_is_typed_however_the_terminal_names_the_key() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("");
    for (c, with) in [('g', KeyModifiers::SHIFT), ('P', KeyModifiers::SHIFT), ('u', KeyModifiers::NONE)] {
        play.tell(Msg::Key(KeyEvent::new(KeyCode::Char(c), with)));
    }
    assert_eq!(play.typed("display name"), "GPu");
}

#[test]
fn what_is_typed_in_the_form_goes_and_comes_character_by_character() {
    let mut play = Play::with(&["a"]);
    play.open_form(image("a"));
    play.fill("A🇫🇷Z");
    play.press("left backspace");
    assert_eq!(play.typed("display name"), "AZ");
    play.press("alt-u home right");
    play.type_text("e\u{301}");
    play.press("backspace");
    assert_eq!(play.typed("display name"), "A🇫🇷Z");
}
