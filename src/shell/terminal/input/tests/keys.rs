//! Keys, as terminals send them.

use super::{Play, Script, check};

#[test]
fn keys_that_are_cut_in_two_are_whole() {
    check(&[
        ("1b | 5b 44", "Left"),
        ("1b 5b | 44", "Left"),
        ("1b | 5b | 31 | 3b | 35 | 44", "Ctrl-Left"),
        ("1b | 62", "Alt-b"),
        ("1b | 4f 50", "F1"),
        ("1b | 5b 42", "Down"),
        ("1b 5b 33 | 7e", "Delete"),
        ("1b 5b 5b | 41", "F1"),
        ("1b | 7f", "Alt-Backspace"),
        ("c3 | a9", "é"),
        ("1b c3 | a9", "Alt-é"),
        ("f0 9f | 91 | a9", "👩"),
        ("1b 5b 32 30 30 7e | 61 | 1b 5b 32 30 | 31 7e", "paste(a)"),
        ("1b | 5b 32 30 30 7e \"text\" | 1b | 5b 32 30 31 7e", "paste(text)"),
    ]);
}

#[test]
fn escape_is_a_key_when_nothing_follows() {
    check(&[
        ("1b", "Esc"),
        ("1b | | | 62", "Esc b"),
        ("1b 1b", "Esc Esc"),
        ("1b | | | 1b", "Esc Esc"),
        ("1b 1b 1b", "Esc Esc Esc"),
        ("1b 1b 5b 44", "Alt-Left"),
        ("1b | 1b | 5b 44", "Alt-Left"),
        ("1b 1b 4f 43", "Alt-Right"),
        ("1b 1b 5b 33 7e", "Alt-Delete"),
        ("1b 1b 62", "Esc Alt-b"),
        ("1b 03", "Esc Ctrl-c"),
        ("1b 1b 03", "Esc Esc Ctrl-c"),
        ("1b 11", "Ctrl-Alt-q"),
        ("1b 0d", "Alt-Enter"),
        ("1b 1b 5b 32 30 30 7e 61 1b 5b 32 30 31 7e", "Esc paste(a)"),
        ("1b 1b 5b 3f 30 75", "Esc tells-keys-apart"),
        ("1b 5b", "Alt-["),
        ("1b 4f", "Alt-O"),
        ("1b 5b ~ 44", "Alt-[ D"),
        ("1b 5b 03", "Alt-[ Ctrl-c"),
        ("1b 5b 31 3b 03", "Ctrl-c"),
        ("1b 4f 03", "Alt-O Ctrl-c"),
    ]);
}

#[test]
fn control_bytes_are_keys() {
    check(&[
        ("08", "Backspace"),
        ("7f", "Backspace"),
        ("1b 08", "Alt-Backspace"),
        ("0d", "Enter"),
        ("0a", "Ctrl-j"),
        ("09", "Tab"),
        ("00", "Ctrl-Space"),
        ("03", "Ctrl-c"),
        ("13", "Ctrl-s"),
        ("1a", "Ctrl-z"),
        ("1c", "Ctrl-4"),
        ("41", "A"),
        ("20", "Space"),
    ]);
}

#[test]
fn keypads_and_terminals_of_other_habits_are_understood() {
    check(&[
        ("1b 4f 4d", "Enter"),
        ("1b 4f 6a", "*"),
        ("1b 4f 79", "9"),
        ("1b 4f 70", "0"),
        ("1b 4f 58", "="),
        ("1b 5b 31 7e", "Home"),
        ("1b 5b 48", "Home"),
        ("1b 4f 48", "Home"),
        ("1b 5b 5a", "BackTab"),
        ("1b 5b 33 5e", "Ctrl-Delete"),
        ("1b 5b 33 24", "Shift-Delete"),
        ("1b 5b 33 40", "Ctrl-Shift-Delete"),
        ("1b 5b 61", "Shift-Up"),
        ("1b 4f 64", "Ctrl-Left"),
        ("1b 5b 39 39 3b 35 75", "Ctrl-c"),
        ("1b 5b 32 37 75", "Esc"),
        ("1b 5b 31 32 37 3b 35 75", "Ctrl-Backspace"),
        ("1b 5b 35 37 34 31 34 75", "Enter"),
        ("1b 5b 31 30 36 3b 35 3a 33 75", ""),
        ("1b 5b 31 30 36 3b 39 75", "Super-j"),
        ("1b 5b 39 31 3b 35 75", "Esc"),
        ("1b 5b 31 30 39 3b 35 75", "Enter"),
        ("1b 5b 31 30 35 3b 35 75", "Tab"),
        ("1b 5b 31 30 34 3b 35 75", "Backspace"),
        // Ctrl with the Cyrillic letter on the key of C; Q where a French keyboard has it.
        ("\"\u{1b}[1089::99;5u\"", "Ctrl-c"),
        ("\"\u{1b}[1089::99;5:1u\"", "Ctrl-c"),
        ("\"\u{1b}[113::97;5u\"", "Ctrl-q"),
        ("\"\u{1b}[1089::99;1u\"", "с"),
        // Means nothing, and is nothing: not the letters that it holds.
        ("1b 5b 3b 44", ""),
        ("1b 5b 3b 35 44", ""),
        ("1b 5b 39 39 39 39 7e", ""),
        ("1b 5b 3a 75", ""),
        ("1b 5b 31 32 33 34 35 36 37 38 39 75", ""),
        ("1b 5b 30 75", ""),
        ("1b 5b 21 70", ""),
    ]);
}

#[test]
fn keys_with_alt_that_look_like_answers_eat_nothing() {
    check(&[
        ("1b 5d", "Alt-]"),
        ("1b 5d 6a 6a", "Alt-] j j"),
        ("1b 5d | | | | | | 31 31 3b", "Alt-] 1 1 ;"),
        ("1b 50", "Alt-P"),
        ("1b 50 6a", "Alt-P j"),
        ("1b 50 | 6a | 0d", "Alt-P j Enter"),
        ("1b 50 03", "Alt-P Ctrl-c"),
        ("1b 50 1b 5b 42", "Alt-P Down"),
        ("1b 5f 47", "Alt-_ G"),
        ("1b 5e 7f", "Alt-^ Backspace"),
        ("1b 58 6a", "Alt-X j"),
        ("1b 50 1b", "Alt-P Esc"),
    ]);
    // Held down, a key repeats without end.
    let held = format!("1b 50 {}", "| 6a ".repeat(20));
    assert_eq!(Play::run(&Script(&held)).words(), format!("Alt-P{}", " j".repeat(20)));
}

#[test]
fn a_stray_end_of_a_paste_and_bytes_of_other_encodings_are_nothing() {
    check(&[
        ("1b 5b 32 30 31 7e 6a", "j"),
        ("ff fe 6a", "j"),
        ("e9 6a", "j"),
        ("80 6a", "j"),
        ("9b 44", "D"),
        ("f0 9f 1b 5b 44", "Left"),
        ("e2 82 03", "Ctrl-c"),
    ]);
}
