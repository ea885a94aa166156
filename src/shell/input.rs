//! From what the terminal reports to messages.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::Msg;

/// What an event of the terminal means, if anything.
#[must_use]
pub fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        Event::Key(key) => Some(Msg::Key(plain(key))),
        Event::Paste(text) => Some(Msg::Paste(text)),
        // The signal tells it, and tells it every time.
        Event::Resize(..) | Event::Mouse(_) | Event::FocusGained | Event::FocusLost => None,
    }
}

/// A repeat is a press; AltGr, which arrives as Ctrl and Alt, makes a character like any other.
fn plain(key: KeyEvent) -> KeyEvent {
    let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
    let mut modifiers = key.modifiers;
    if matches!(key.code, KeyCode::Char(_)) && modifiers.contains(both) {
        modifiers.remove(both);
    }
    KeyEvent::new(key.code, modifiers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_are_dropped_repeats_are_presses_and_altgr_types() {
        let key = |kind, modifiers| Event::Key(KeyEvent::new_with_kind(KeyCode::Char('@'), modifiers, kind));
        assert!(message(key(KeyEventKind::Release, KeyModifiers::NONE)).is_none());
        let Some(Msg::Key(repeat)) = message(key(KeyEventKind::Repeat, KeyModifiers::NONE)) else { panic!() };
        assert_eq!(repeat.kind, KeyEventKind::Press);
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        let Some(Msg::Key(typed)) = message(key(KeyEventKind::Press, altgr)) else { panic!() };
        assert_eq!(typed.modifiers, KeyModifiers::NONE);
    }
}
