//! What is done with the mouse.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use termina::event::{MouseButton as Button, MouseEvent as Read, MouseEventKind as Kind};

/// What the library read of `bytes`; nothing where the report makes no sense.
///
/// Only the encoding that was asked for counts (SGR, mode 1006): in the older ones a release does not say of which
/// button, and cells end at 223.
#[must_use]
pub fn event(bytes: &[u8], read: Read, modifiers: KeyModifiers) -> Option<MouseEvent> {
    let is_release = is_well_formed(bytes)?;
    let kind = match (read.kind, is_release) {
        (Kind::Down(button), false) => MouseEventKind::Down(of(button)),
        (Kind::Drag(button), false) => MouseEventKind::Drag(of(button)),
        (Kind::Up(button), true) => MouseEventKind::Up(of(button)),
        (Kind::ScrollUp, false) => MouseEventKind::ScrollUp,
        (Kind::ScrollDown, false) => MouseEventKind::ScrollDown,
        (Kind::ScrollLeft, false) => MouseEventKind::ScrollLeft,
        (Kind::ScrollRight, false) => MouseEventKind::ScrollRight,
        // A release of what was not pressed; motion was not asked for.
        (
            Kind::Down(_)
            | Kind::Drag(_)
            | Kind::ScrollUp
            | Kind::ScrollDown
            | Kind::ScrollLeft
            | Kind::ScrollRight,
            true,
        )
        | (Kind::Up(_), false)
        | (Kind::Moved, _) => return None,
    };
    Some(MouseEvent { kind, column: read.column, row: read.row, modifiers })
}

fn of(button: Button) -> MouseButton {
    match button {
        Button::Left => MouseButton::Left,
        Button::Right => MouseButton::Right,
        Button::Middle => MouseButton::Middle,
    }
}

/// Whether `ESC [ < button ; column ; row M`, or `m` at its end, tells a release; nothing where it is anything
/// else. Columns and rows count from 1.
fn is_well_formed(bytes: &[u8]) -> Option<bool> {
    let text = std::str::from_utf8(bytes).ok()?.strip_prefix("\x1b[<")?;
    let (numbers, is_release) = match text.strip_suffix('M') {
        Some(numbers) => (numbers, false),
        None => (text.strip_suffix('m')?, true),
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_cell = |text: &str| is_number(text) && text.bytes().any(|byte| byte != b'0');
    let mut numbers = numbers.split(';');
    let is_whole = is_number(numbers.next()?) && is_cell(numbers.next()?) && is_cell(numbers.next()?);
    (is_whole && numbers.next().is_none()).then_some(is_release)
}
