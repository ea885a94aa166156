//! The key of an action, for sentences that name it.

use crate::app::App;
use crate::keys::{Action, Keymap};

/// The first key of `action`, as a person reads it.
#[must_use]
pub fn key(action: Action) -> String {
    Keymap::builtin().first_key(action)
}

/// The first that leads there from where the person is: where text is typed, none that types.
#[must_use]
pub fn key_here(app: &App, action: Action) -> String {
    let (_, is_typing) = app.scopes();
    let mut bound = Keymap::builtin().all().filter(|binding| binding.action == action);
    let key = bound.find_map(|binding| binding.keys.iter().find(|chord| !is_typing || !chord.types()));
    key.map(ToString::to_string).unwrap_or_default()
}
