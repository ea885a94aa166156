//! Chords as they are written, reported and shown.

use super::*;

#[test]
fn what_is_written_in_the_table_is_what_the_terminal_reports() {
    let key = |code, modifiers| Chord::from(KeyEvent::new(code, modifiers));
    for (written, pressed, shown) in [
        ("j", key(KeyCode::Char('j'), KeyModifiers::NONE), "j"),
        ("G", key(KeyCode::Char('G'), KeyModifiers::SHIFT), "G"),
        ("?", key(KeyCode::Char('?'), KeyModifiers::SHIFT), "?"),
        ("ctrl-d", key(KeyCode::Char('D'), KeyModifiers::CONTROL), "Ctrl-D"),
        ("alt-b", key(KeyCode::Char('b'), KeyModifiers::ALT), "Alt-b"),
        ("backtab", key(KeyCode::BackTab, KeyModifiers::SHIFT), "Shift-Tab"),
        ("backtab", key(KeyCode::Tab, KeyModifiers::SHIFT), "Shift-Tab"),
        ("space", key(KeyCode::Char(' '), KeyModifiers::NONE), "Space"),
        ("-", key(KeyCode::Char('-'), KeyModifiers::NONE), "-"),
        ("ctrl--", key(KeyCode::Char('-'), KeyModifiers::CONTROL), "Ctrl--"),
        ("ctrl-left", key(KeyCode::Left, KeyModifiers::CONTROL), "Ctrl-←"),
        ("G", key(KeyCode::Char('g'), KeyModifiers::SHIFT), "G"),
        ("ß", key(KeyCode::Char('ß'), KeyModifiers::SHIFT), "ß"),
        ("alt-B", key(KeyCode::Char('b'), KeyModifiers::ALT | KeyModifiers::SHIFT), "Alt-B"),
        ("shift-left", key(KeyCode::Left, KeyModifiers::SHIFT), "Shift-←"),
        ("ctrl-shift-end", key(KeyCode::End, KeyModifiers::SHIFT | KeyModifiers::CONTROL), "Ctrl-Shift-End"),
        ("space", key(KeyCode::Char(' '), KeyModifiers::SHIFT), "Space"),
    ] {
        let chord: Chord = written.parse().unwrap();
        assert_eq!(chord, pressed, "{written}");
        assert_eq!(Chord::from(KeyEvent::from(chord)), chord, "{written}");
        assert_eq!(chord.to_string(), shown);
        assert_eq!((chord.written(), shown.parse()), (written.to_owned(), Ok(chord)));
    }
    for (also, written) in [("Ctrl-S", "ctrl-s"), ("ESC", "esc"), ("PageUp", ""), ("Alt-B", "alt-B")] {
        assert_eq!(also.parse().ok(), written.parse::<Chord>().ok(), "{also}");
    }
    for bad in ["", "ctrl-", "shift-x", "shift-space", "shift-backtab", "jj", " ", "hyper-j"] {
        assert!(bad.parse::<Chord>().is_err(), "{bad:?}");
    }
    // What can't be seen is no key: its name could not be shown.
    for bad in ["\u{2069}", "ctrl-\u{202e}", "\u{a0}", "alt-\u{ad}", "\u{7f}"] {
        assert!(bad.parse::<Chord>().is_err(), "{bad:?}");
    }
}

#[test]
fn a_key_that_no_terminal_tells_apart_says_so() {
    let never = "ctrl-h ctrl-i ctrl-m ctrl-[ ctrl-enter ctrl-tab ctrl-space ctrl-/ ctrl-? ctrl-1 ctrl-esc \
                 shift-enter shift-esc shift-backspace alt-[ alt-] alt-O alt-P alt-X alt-^ alt-_ alt-esc";
    for key in never.split_whitespace() {
        assert!(key.parse::<Chord>().unwrap().unsendable().is_some(), "{key}");
    }
    for key in "ctrl-a ctrl-left alt-b alt-enter f5 a [ ctrl-backspace alt-backspace esc space".split(' ') {
        assert_eq!(key.parse::<Chord>().unwrap().unsendable(), None, "{key}");
    }
}

#[test]
fn only_a_key_without_a_modifier_types() {
    for modifiers in KeyModifiers::all() {
        for code in [KeyCode::Char('c'), KeyCode::Char('é'), KeyCode::Backspace] {
            let chord = Chord::from(KeyEvent::new(code, modifiers));
            assert_eq!(chord.plain().is_some(), modifiers == KeyModifiers::SHIFT, "{modifiers} {code}");
            assert_eq!(chord.types(), chord.plain().is_some() && code != KeyCode::Backspace);
        }
        let both = Chord::from(KeyEvent::new(KeyCode::Char('c'), modifiers | KeyModifiers::SUPER));
        assert!(both.plain().is_none() && both != "c".parse().unwrap() && both != "ctrl-c".parse().unwrap());
    }
}
