//! An editor against what is expected of one, character by character.

mod act;
mod model;
mod property;
mod typing;

use crossterm::event::KeyCode;

use super::Input;

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
