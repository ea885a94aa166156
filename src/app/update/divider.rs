//! The divider between list and detail, as the person moves it.

use crate::app::layout::Frame;
use crate::app::{App, Effect, Effects, Panes};
use crate::domain::ListShare;

/// So far it goes with one key.
const STEP: u16 = 4;

/// Moves it to the right, or to the left, as far as there is room for both.
pub fn shift(app: &mut App, fx: &mut Effects, right: bool) {
    let body = Frame::of(app).body;
    let before = Panes::of(app, body).list.width;
    let wanted = if right { before.saturating_add(STEP) } else { before.saturating_sub(STEP) };
    let list = Panes::bounded(wanted, body.width);
    if list != before {
        put(app, fx, Some(ListShare::of(list, body.width)));
    }
}

/// Puts it where there is need of it again.
pub fn reset(app: &mut App, fx: &mut Effects) {
    put(app, fx, None);
}

/// Puts it so that the list has `wanted` cells, or as near to that as leaves room for both; it is not kept yet.
/// Whether it was moved by that.
pub fn drag(app: &mut App, wanted: u16) -> bool {
    let body = Frame::of(app).body;
    let list = Panes::bounded(wanted, body.width);
    if list == Panes::of(app, body).list.width {
        return false;
    }
    app.list_share = Some(ListShare::of(list, body.width));
    true
}

/// Keeps it where it was put.
pub fn keep(app: &App, fx: &mut Effects) {
    fx.push(Effect::KeepDivider(app.list_share));
}

fn put(app: &mut App, fx: &mut Effects, share: Option<ListShare>) {
    app.list_share = share;
    keep(app, fx);
}
