//! The key of an action, for sentences that name it.

use crate::keys::{Action, Keymap};

/// The first key of `action`, as a person reads it.
#[must_use]
pub fn key(action: Action) -> String {
    let mut bound = Keymap::builtin().all().filter(|binding| binding.action == action);
    let key = bound.find_map(|binding| binding.keys.first());
    key.map(ToString::to_string).unwrap_or_default()
}
