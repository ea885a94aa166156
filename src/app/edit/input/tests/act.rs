//! What is done to an editor.

use crossterm::event::KeyCode;
use proptest::prelude::*;

use crate::app::edit::input::Input;
use crate::domain::Text;
use crate::keys::TextEdit;

use super::ONE;

#[derive(Debug, Clone)]
pub enum Act {
    Press(KeyCode),
    Edit(TextEdit),
    Insert(String),
    Replace(String),
    Row(KeyCode, usize),
}

pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z ,.()_/-]{1,6}",
        2 => Just("e\u{301}".to_owned()),
        2 => Just("🇫🇷".to_owned()),
        1 => Just("🇫".to_owned()),
        1 => Just("\u{301}".to_owned()),
        1 => Just("\u{200d}".to_owned()),
        1 => Just("👩\u{200d}👩\u{200d}👧".to_owned()),
        1 => Just("👩".to_owned()),
        1 => Just("機械".to_owned()),
        1 => Just("กำน้ำ".to_owned()),
        1 => Just("क\u{94d}षनी".to_owned()),
        1 => Just("\u{1112}\u{1161}\u{11ab}".to_owned()),
        1 => Just("\u{600}".to_owned()),
        1 => "\\PC{1,3}",
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| Text::clean(&pieces.concat()).to_string())
}

pub fn act() -> impl Strategy<Value = Act> {
    use KeyCode::{Backspace, Char, Delete, Down, Left, Right, Up};
    let edits = [
        TextEdit::Start,
        TextEdit::End,
        TextEdit::WordLeft,
        TextEdit::WordRight,
        TextEdit::DeleteWordLeft,
        TextEdit::DeleteToBlank,
        TextEdit::DeleteWordRight,
        TextEdit::DeleteToStart,
        TextEdit::DeleteToEnd,
        TextEdit::Undo,
        TextEdit::Undo,
        TextEdit::Redo,
        TextEdit::SelectLeft,
        TextEdit::SelectRight,
        TextEdit::SelectWordLeft,
        TextEdit::SelectEnd,
        TextEdit::SelectAll,
        TextEdit::Cut,
    ];
    let typed = "[a-z \u{301}\u{200d}🇦-🇿👩\u{1f3fd}ำี\u{1161}]".prop_map(|c| Char(c.chars().next().unwrap()));
    prop_oneof![
        3 => typed.prop_map(Act::Press),
        3 => prop::sample::select(vec![Left, Right, Backspace, Delete]).prop_map(Act::Press),
        3 => prop::sample::select(edits.to_vec()).prop_map(Act::Edit),
        1 => text().prop_map(Act::Insert),
        1 => text().prop_map(Act::Replace),
        2 => (prop::sample::select(vec![Up, Down]), 1usize..12).prop_map(|(key, width)| Act::Row(key, width)),
    ]
}

pub fn perform(input: &mut Input, act: &Act) {
    match act {
        Act::Press(key) => input.press(*key, ONE),
        Act::Edit(edit) => input.edit(*edit),
        Act::Insert(text) => input.insert(text),
        Act::Replace(text) => input.replace(text),
        Act::Row(key, width) => input.press(*key, *width),
    }
}
