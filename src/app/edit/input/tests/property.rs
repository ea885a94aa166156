//! Whatever is typed does what it does to a list of characters.

use crossterm::event::KeyCode;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::cells;
use crate::app::edit::input::Input;
use crate::app::wrap::{self, Break};
use crate::keys::TextEdit;

use super::act::{Act, act, perform, text};
use super::model::Model;

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
pub fn typed_over(act: &Act) -> Option<String> {
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
