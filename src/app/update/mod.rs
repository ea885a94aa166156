//! The one place where state changes.

use super::{App, Effects, Msg};

/// Takes one message.
pub fn update(app: &mut App, msg: Msg) -> Effects {
    let _ = (app, msg);
    Effects::default()
}
