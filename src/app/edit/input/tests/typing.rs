//! What is typed, deleted, undone and selected.

use crossterm::event::KeyCode;

use crate::app::edit::input::Input;
use crate::keys::TextEdit;

use super::act::{Act, perform};
use super::{ONE, pressed, typed};

#[test]
fn nothing_stays_of_what_is_deleted() {
    use KeyCode::{Backspace, Delete, Home, Left, Right};
    for (text, keys, left) in [
        ("A🇫🇷Z", &[Left, Backspace][..], "AZ"),
        ("A🇫🇷Z", &[Left, Left, Delete], "AZ"),
        ("ae\u{301}z", &[Left, Backspace], "az"),
        ("ae\u{301}z", &[Left, Left, Left, Right, Delete], "az"),
        ("x👩\u{200d}👩\u{200d}👧", &[Backspace], "x"),
        ("x👍🏽", &[Backspace], "x"),
        ("नी", &[Backspace], ""),
        ("กำ", &[Backspace], ""),
        ("한", &[Backspace], ""),
        ("❤\u{fe0f}!", &[Left, Backspace, Home], "!"),
    ] {
        let input = pressed(typed(text), keys);
        assert_eq!(input.text(), left, "{text}");
        let mut undone = input;
        undone.edit(TextEdit::Undo);
        assert_eq!(undone.text(), text);
    }
}

#[test]
fn an_accent_joins_the_letter_before_and_is_undone_with_it() {
    let mut input = typed("ne\u{301}e");
    input.press(KeyCode::Left, ONE);
    input.press(KeyCode::Char('\u{323}'), ONE);
    assert_eq!((input.text(), input.caret()), ("ne\u{301}\u{323}e", 6));
    let mut texts = Vec::new();
    for _ in 0..4 {
        input.edit(TextEdit::Undo);
        texts.push(input.text().to_owned());
    }
    // The mark that was typed after a move is a step of its own.
    assert_eq!(texts, ["ne\u{301}e", "", "", ""]);
    (0..9).for_each(|_| input.edit(TextEdit::Redo));
    assert_eq!((input.text(), input.caret()), ("ne\u{301}\u{323}e", 6));
}

#[test]
fn what_is_replaced_comes_back_in_one_step() {
    let mut input = typed("old");
    input.replace("new words");
    input.edit(TextEdit::Undo);
    assert_eq!((input.text(), input.caret()), ("old", 3));
    input.edit(TextEdit::Redo);
    assert_eq!((input.text(), input.caret()), ("new words", 9));
}

#[test]
fn what_a_terminal_can_not_be_trusted_with_is_not_typed() {
    assert_eq!(typed("a\u{202e}b\u{1b}\n\rc").text(), "a\u{fffd}bc");
}

#[test]
fn up_and_down_keep_to_the_column() {
    // Its rows, of ten cells at most: `one two 機`, `械学習 `, `four five`.
    let mut input = Input::new("one two 機械学習 four five");
    for (key, behind) in [
        (KeyCode::Down, ""),
        (KeyCode::Up, " four five"),
        (KeyCode::Up, "機械学習 four five"),
        (KeyCode::Up, "機械学習 four five"),
        (KeyCode::Down, " four five"),
        (KeyCode::Down, ""),
        (KeyCode::Up, " four five"),
        (KeyCode::Left, "習 four five"),
        (KeyCode::Down, " five"),
        (KeyCode::Up, "習 four five"),
    ] {
        input.press(key, 10);
        assert_eq!(&input.text()[input.caret()..], behind, "{key}");
    }
}

#[test]
fn a_text_longer_than_the_text_area_can_jump_is_edited_all_the_same() {
    let mut input = Input::new(&"é ".repeat(100_000));
    input.edit(TextEdit::WordLeft);
    input.insert("x");
    input.edit(TextEdit::DeleteToEnd);
    input.edit(TextEdit::DeleteToBlank);
    assert_eq!((input.text().chars().count(), input.caret()), (199_998, 299_997));
    (0..4).for_each(|_| input.edit(TextEdit::Undo));
    assert_eq!(input.text(), "é ".repeat(100_000));
}

#[test]
fn a_word_is_undone_with_the_blanks_behind_it_and_a_run_of_backspaces_at_once() {
    let mut input = typed("one  two");
    input.press(KeyCode::Backspace, ONE);
    input.press(KeyCode::Backspace, ONE);
    let mut undone = Vec::new();
    for _ in 0..4 {
        input.edit(TextEdit::Undo);
        undone.push(input.text().to_owned());
    }
    assert_eq!(undone, ["one  two", "one  ", "", ""]);
    input.edit(TextEdit::Redo);
    input.edit(TextEdit::Redo);
    assert_eq!(input.text(), "one  two");
    // A move ends what goes on.
    input.press(KeyCode::Left, ONE);
    input.press(KeyCode::Right, ONE);
    input.press(KeyCode::Char('s'), ONE);
    input.edit(TextEdit::Undo);
    assert_eq!(input.text(), "one  two");
}

#[test]
fn what_is_selected_is_typed_over_deleted_and_let_go() {
    use KeyCode::{Backspace, Char, Delete, Left, Right};
    use TextEdit::{
        DeleteToStart, SelectAll, SelectEnd, SelectLeft, SelectRight, SelectStart, SelectWordLeft,
    };
    let edit = Act::Edit;
    for (acts, selected, then, left) in [
        (vec![edit(SelectLeft)], "e", Act::Press(Backspace), "one two thre|"),
        (vec![edit(SelectLeft), edit(SelectLeft)], "ee", Act::Press(Char('x')), "one two thrx|"),
        (vec![edit(SelectWordLeft), edit(SelectWordLeft)], "two three", Act::Press(Delete), "one |"),
        (vec![edit(SelectAll)], "one two three", Act::Insert("new".into()), "new|"),
        (vec![edit(SelectStart)], "one two three", Act::Press(Right), "one two three|"),
        (vec![edit(SelectStart)], "one two three", Act::Press(Left), "|one two three"),
        (vec![edit(SelectWordLeft)], "three", Act::Press(Left), "one two |three"),
        (vec![edit(TextEdit::Start), edit(SelectRight)], "o", edit(DeleteToStart), "|ne two three"),
        (
            vec![edit(TextEdit::Start), edit(TextEdit::SelectWordRight)],
            "one",
            edit(TextEdit::Cut),
            "| two three",
        ),
        (vec![edit(SelectWordLeft)], "three", edit(TextEdit::Unselect), "one two |three"),
        (vec![edit(SelectWordLeft)], "three", edit(TextEdit::WordLeft), "one |two three"),
        (vec![edit(SelectWordLeft), edit(SelectEnd)], "", Act::Press(Backspace), "one two thre|"),
        (vec![edit(SelectLeft), edit(TextEdit::Copy)], "e", edit(TextEdit::Copy), "one two thre|e"),
        (vec![edit(SelectLeft)], "e", edit(TextEdit::Undo), "one two thre|e"),
    ] {
        let mut input = Input::new("one two three");
        for act in &acts {
            perform(&mut input, act);
        }
        let part = input.selection().unwrap_or_default();
        assert_eq!(&input.text()[part], selected, "{acts:?}");
        perform(&mut input, &then);
        let (before, behind) = input.text().split_at(input.caret());
        assert_eq!(format!("{before}|{behind}"), left, "{acts:?} {then:?}");
        let is_copied = matches!(then, Act::Edit(TextEdit::Copy));
        assert_eq!(input.selection().is_some(), is_copied, "{acts:?} {then:?}");
    }
    let mut typed_over = Input::new("one two");
    typed_over.edit(SelectWordLeft);
    typed_over.press(Char('x'), ONE);
    typed_over.press(Char('y'), ONE);
    typed_over.edit(TextEdit::Undo);
    assert_eq!(typed_over.text(), "one two", "what was typed over comes back in one step");
}

#[test]
fn rows_are_selected_to_the_same_column_and_at_the_edge_all_of_them() {
    // Its rows, of ten cells at most: `one two 機`, `械学習 `, `four five`.
    let mut input = Input::new("one two 機械学習 four five");
    let mut selected = |down| {
        input.select_row(down, 10);
        input.text()[input.selection().unwrap_or_default()].to_owned()
    };
    assert_eq!(selected(false), " four five");
    assert_eq!(selected(false), "機械学習 four five");
    assert_eq!(selected(false), "one two 機械学習 four five");
    assert_eq!(selected(true), "械学習 four five");
}
