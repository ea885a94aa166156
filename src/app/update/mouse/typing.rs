//! The mouse where something is typed on one line.

use crate::app::update::tabs::searching;
use crate::app::update::{act, filtering};
use crate::app::{App, Effects, Typed};

/// Puts the caret of the line in that column behind the byte `start`.
pub fn put_caret(app: &mut App, fx: &mut Effects, at: (usize, usize)) {
    act::type_in(app, fx, |input| input.go_to_cell(at, usize::MAX));
}

/// The person turns to something else: what was typed in the browser stays in force.
pub fn end(app: &mut App, fx: &mut Effects) {
    match app.typed() {
        Some(Typed::Filter) => filtering::keep(app, fx),
        Some(Typed::Search) => searching::keep(app),
        // Those are pages of their own.
        Some(Typed::Field | Typed::Command | Typed::Pick | Typed::Code | Typed::Help) | None => {}
    }
}
