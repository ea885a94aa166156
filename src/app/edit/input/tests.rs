//! An editor against what is expected of one, character by character.

use crossterm::event::KeyCode;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::Input;
use crate::app::cells;
use crate::app::wrap::{self, Break};
use crate::domain::Text;
use crate::keys::TextEdit;

/// Of one row.
const ONE: usize = usize::MAX;

fn typed(text: &str) -> Input {
    let mut input = Input::default();
    text.chars().for_each(|c| input.press(KeyCode::Char(c), ONE));
    input
}

fn pressed(mut input: Input, keys: &[KeyCode]) -> Input {
    for &key in keys {
        input.press(key, ONE);
    }
    input
}

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

/// The same on a list of characters.
#[derive(Debug, Clone, Default)]
struct Model {
    characters: Vec<String>,
    caret: usize,
}

impl Model {
    /// Puts together what is before and behind the caret.
    fn join(before: &str, behind: &str) -> Self {
        let text = format!("{before}{behind}");
        let mut covered = 0;
        let caret = text.graphemes(true).take_while(|character| {
            let is_before = covered < before.len();
            covered += character.len();
            is_before
        });
        Self { caret: caret.count(), characters: text.graphemes(true).map(str::to_owned).collect() }
    }

    fn text(&self) -> String {
        self.characters.concat()
    }

    fn split(&self, from: usize, to: usize) -> (String, String) {
        (self.characters[..from].concat(), self.characters[to..].concat())
    }

    fn without(&self, from: usize, to: usize) -> Self {
        let (before, behind) = self.split(from, to);
        Self::join(&before, &behind)
    }

    fn back(&self, from: usize, skip: impl Fn(&str) -> bool) -> usize {
        from - self.characters[..from].iter().rev().take_while(|character| skip(character)).count()
    }

    fn word_left(&self) -> usize {
        self.back(self.back(self.caret, |it| !is_word(it)), is_word)
    }

    fn blank_left(&self) -> usize {
        self.back(self.back(self.caret, is_blank), |it| !is_blank(it))
    }

    fn word_right(&self) -> usize {
        let word =
            self.characters[self.caret..].iter().skip_while(|it| !is_word(it)).skip_while(|it| is_word(it));
        self.characters.len() - word.count()
    }
}

fn is_word(character: &str) -> bool {
    character.chars().any(char::is_alphanumeric)
}

fn is_blank(character: &str) -> bool {
    character.starts_with(char::is_whitespace)
}

#[derive(Debug, Clone)]
enum Act {
    Press(KeyCode),
    Edit(TextEdit),
    Insert(String),
    Replace(String),
    Row(KeyCode, usize),
}

fn text() -> impl Strategy<Value = String> {
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

fn act() -> impl Strategy<Value = Act> {
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

/// What the model makes of it; nothing where it has no opinion, as of undo.
fn expected(model: &Model, act: &Act) -> Option<Model> {
    let (caret, count) = (model.caret, model.characters.len());
    let moved = |caret| Model { caret, ..model.clone() };
    let (before, behind) = model.split(caret, caret);
    Some(match act {
        Act::Press(KeyCode::Left) => moved(caret.saturating_sub(1)),
        Act::Press(KeyCode::Right) => moved((caret + 1).min(count)),
        Act::Press(KeyCode::Backspace) if caret == 0 => moved(caret),
        Act::Press(KeyCode::Backspace) => model.without(caret - 1, caret),
        Act::Press(KeyCode::Delete) if caret == count => moved(caret),
        Act::Press(KeyCode::Delete) => model.without(caret, caret + 1),
        Act::Press(KeyCode::Char(c)) => Model::join(&format!("{before}{c}"), &behind),
        Act::Insert(text) if text.is_empty() => moved(caret),
        Act::Insert(text) => Model::join(&(before + text), &behind),
        Act::Replace(text) => Model::join(text, ""),
        Act::Edit(TextEdit::Start) => moved(0),
        Act::Edit(TextEdit::End) => moved(count),
        Act::Edit(TextEdit::WordLeft) => moved(model.word_left()),
        Act::Edit(TextEdit::WordRight) => moved(model.word_right()),
        Act::Edit(TextEdit::DeleteWordLeft) => model.without(model.word_left(), caret),
        Act::Edit(TextEdit::DeleteToBlank) => model.without(model.blank_left(), caret),
        Act::Edit(TextEdit::DeleteWordRight) => model.without(caret, model.word_right()),
        Act::Edit(TextEdit::DeleteToStart) => model.without(0, caret),
        Act::Edit(TextEdit::DeleteToEnd) => model.without(caret, count),
        Act::Edit(
            TextEdit::Undo
            | TextEdit::Redo
            | TextEdit::SelectLeft
            | TextEdit::SelectRight
            | TextEdit::SelectUp
            | TextEdit::SelectDown
            | TextEdit::SelectStart
            | TextEdit::SelectEnd
            | TextEdit::SelectWordLeft
            | TextEdit::SelectWordRight
            | TextEdit::SelectAll
            | TextEdit::Unselect
            | TextEdit::Copy
            | TextEdit::Cut,
        )
        | Act::Press(_)
        | Act::Row(..) => return None,
    })
}

/// What an act puts in the place of what is selected, if it does.
fn typed_over(act: &Act) -> Option<String> {
    match act {
        Act::Press(KeyCode::Char(c)) => Some(c.to_string()),
        Act::Insert(text) => Some(text.clone()),
        Act::Press(KeyCode::Backspace | KeyCode::Delete)
        | Act::Edit(
            TextEdit::DeleteWordLeft
            | TextEdit::DeleteToBlank
            | TextEdit::DeleteWordRight
            | TextEdit::DeleteToStart
            | TextEdit::DeleteToEnd
            | TextEdit::Cut,
        ) => Some(String::new()),
        _ => None,
    }
}

fn perform(input: &mut Input, act: &Act) {
    match act {
        Act::Press(key) => input.press(*key, ONE),
        Act::Edit(edit) => input.edit(*edit),
        Act::Insert(text) => input.insert(text),
        Act::Replace(text) => input.replace(text),
        Act::Row(key, width) => input.press(*key, *width),
    }
}

/// Where the caret is seen.
fn seen(input: &Input, width: usize) -> (usize, usize) {
    let rows = wrap::rows(input.text(), width, Break::Typed);
    let row = wrap::row_of(&rows, input.caret());
    (row, cells::width(&input.text()[rows[row].start..input.caret()]))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Every text that was there before can be had again, and the caret is never within a character.
    #[test]
    fn any_typing_does_what_it_does_to_a_list_of_characters(
        start in text(),
        acts in prop::collection::vec(act(), 1..40),
    ) {
        let mut input = Input::new(&start);
        let mut states = vec![start.clone()];
        for act in &acts {
            let model = Model::join(&input.text()[..input.caret()], &input.text()[input.caret()..]);
            prop_assert_eq!(model.text(), input.text());
            let over = input.selection().and_then(|part| Some((part, typed_over(act)?)));
            let is_selected = input.selection().is_some();
            perform(&mut input, act);
            if let Some((part, typed)) = over {
                let text = model.text();
                let wanted = format!("{}{typed}{}", &text[..part.start], &text[part.end..]);
                prop_assert_eq!(wanted.as_str(), input.text(), "{:?} over {:?}", act, part);
                prop_assert_eq!(input.selection(), None);
            } else if is_selected {
                prop_assert!(states.iter().any(|state| state == input.text()) || matches!(act, Act::Replace(_)));
            } else if let Some(wanted) = expected(&model, act) {
                prop_assert_eq!(wanted.text(), input.text(), "{:?} of {:?}", act, &model);
                let caret: usize = wanted.characters[..wanted.caret].iter().map(String::len).sum();
                prop_assert_eq!(caret, input.caret(), "{:?} of {:?}", act, &model);
            } else if let Act::Row(key, width) = act {
                let model = Input { caret: model.split(model.caret, model.caret).0.len(), ..input.clone() };
                let ((from, _), (to, _)) = (seen(&model, *width), seen(&input, *width));
                prop_assert!(from.abs_diff(to) <= 1, "{:?} from {} to {}", key, from, to);
            } else {
                prop_assert!(states.iter().any(|state| state == input.text()), "{:?}", act);
            }
            let bounds = input.text().grapheme_indices(true).map(|(at, _)| at).chain([input.text().len()]);
            prop_assert!(bounds.into_iter().any(|at| at == input.caret()), "{:?}: {}", act, input.caret());
            states.push(input.text().to_owned());
        }
        let end = input.text().to_owned();
        (0..100).for_each(|_| input.edit(TextEdit::Undo));
        prop_assert_eq!(input.text(), &start);
        (0..100).for_each(|_| input.edit(TextEdit::Redo));
        prop_assert!(acts.iter().any(|act| matches!(act, Act::Edit(TextEdit::Undo))) || input.text() == end);
    }
}
