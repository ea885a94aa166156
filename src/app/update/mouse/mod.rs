//! The mouse: what a click, the wheel and a drag do.
//!
//! A click is what the key would be. It is meant for what the last frame showed, and does nothing where that is
//! there no more.
//!
//! ```text
//! press    selects, gives the keys, opens at a double click   (selecting)
//! release  on what was pressed does what that stands for      (pushing)
//! drag     moves the divider
//! wheel    scrolls what is under it
//! ```

mod outside;
mod pushing;
mod selecting;
mod typing;
mod wheel;

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use crate::app::layout::Frame;
use crate::app::{App, Click, Clickable, Effects, Held, Panes, Target};
use crate::keys::Action;

use super::pointer::{is_just_now, let_go};
use super::{divider, tour_keys};

/// Takes what was done with the mouse.
pub fn mouse(app: &mut App, fx: &mut Effects, event: MouseEvent) {
    if !app.pointer.is_on || app.size.is_too_small() {
        fx.draw = false;
        return;
    }
    let cell = Position { x: event.column, y: event.row };
    if app.tour.is_some() {
        return in_tour(app, fx, event.kind, cell);
    }
    match event.kind {
        // With a key held, it is for the terminal, or for nobody.
        MouseEventKind::Down(MouseButton::Left) if event.modifiers.is_empty() => press(app, fx, cell),
        MouseEventKind::Drag(MouseButton::Left) => drag(app, fx, cell),
        MouseEventKind::Up(MouseButton::Left) => release(app, fx, cell),
        MouseEventKind::ScrollDown => wheel::scroll(app, fx, cell, true),
        MouseEventKind::ScrollUp => wheel::scroll(app, fx, cell, false),
        MouseEventKind::Down(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Up(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => fx.draw = false,
    }
}

/// A click on a key of the tour does what that does; any other ends the tour, as any other key does.
fn in_tour(app: &mut App, fx: &mut Effects, kind: MouseEventKind, cell: Position) {
    let found = app.shown.clickables.clickable_at(cell);
    let is_on_key = found.is_some_and(|it| matches!(it.target, Target::Action(_)));
    match kind {
        MouseEventKind::Down(MouseButton::Left) if is_on_key => press(app, fx, cell),
        MouseEventKind::Down(MouseButton::Left) => tour_keys::end(app, fx),
        MouseEventKind::Up(MouseButton::Left) => release(app, fx, cell),
        MouseEventKind::Down(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Up(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollDown
        | MouseEventKind::ScrollUp
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => fx.draw = false,
    }
}

fn press(app: &mut App, fx: &mut Effects, cell: Position) {
    let_go(app, fx);
    app.begun.clear();
    let front = app.front();
    let found = app.shown.clickables.clickable_at(cell).filter(|_| app.is_front_shown()).cloned();
    let target = found.as_ref().map(|it| it.target.clone());
    let click = Click { at: app.now, cell, target: target.clone(), front };
    let last = app.pointer.last.take().filter(|last| is_second(app, last, cell));
    if let Some(last) = &last
        && (last.front != click.front || last.target != target)
    {
        // The second half of a double click: what it was meant for is there no more.
        app.pointer.last = Some(Click { at: app.now, ..last.clone() });
        return;
    }
    let is_double = last.is_some() && target.as_ref().is_some_and(selecting::can_be_opened);
    app.pointer.last = Some(click.clone()).filter(|_| !is_double);
    match found {
        Some(Clickable { target: Target::Divider, .. }) => {
            let width = Panes::of(app, Frame::of(app).body).list.width;
            let front = click.front;
            app.pointer.held = Some(Held::Divider { front, column: cell.x, width, is_moved: false });
        }
        Some(found) => {
            selecting::select(app, fx, &found, cell);
            app.pointer.held = Some(Held::Click(click));
            if is_double {
                selecting::open(app, fx);
            }
        }
        None => outside::close(app, fx, cell),
    }
}

fn drag(app: &mut App, fx: &mut Effects, cell: Position) {
    fx.draw = false;
    let Some(Held::Divider { front, column, width, .. }) = app.pointer.held.clone() else { return };
    if front != app.front() || !app.can(Action::NarrowList) {
        return;
    }
    let wanted = width.saturating_add(cell.x).saturating_sub(column);
    if divider::drag(app, wanted) {
        fx.draw = true;
        app.pointer.held = Some(Held::Divider { front, column, width, is_moved: true });
    }
}

fn release(app: &mut App, fx: &mut Effects, cell: Position) {
    fx.draw = false;
    if let Some(Held::Click(click)) = let_go(app, fx) {
        let is_there = click.front == app.front() && app.is_front_shown();
        let is_same = is_there && app.shown.clickables.at(cell) == click.target.as_ref();
        if let Some(target) = click.target.filter(|_| is_same) {
            pushing::push(app, fx, &target);
        }
    }
}

/// Whether a press at `cell` is the second of a double click. Hands are not quite still.
fn is_second(app: &App, last: &Click, cell: Position) -> bool {
    let is_near = last.cell.x.abs_diff(cell.x) <= 1 && last.cell.y == cell.y;
    is_near && is_just_now(app, last.at)
}
