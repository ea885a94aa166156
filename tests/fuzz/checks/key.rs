//! The names of keys.

use crossterm::event::KeyEvent;
use sagescope::keys::{Action, Chord, Keymap, Scope, Sequence};

use super::is_harmless;

/// What is read as a key, or as several, is written and shown so that it is read as the same, and is pressed as what
/// it is.
pub fn check(data: &[u8]) {
    let raw = String::from_utf8_lossy(data);
    let read: Result<Sequence, String> = raw.parse();
    let Ok(keys) = read else {
        assert!(read.is_err_and(|words| is_harmless(&words)), "{raw:?}");
        return;
    };
    assert_eq!(keys.written().parse().as_ref(), Ok(&keys));
    assert_eq!(keys.to_string().parse().as_ref(), Ok(&keys), "{keys}");
    assert!(is_harmless(&keys.to_string()), "{keys}");
    for chord in keys.iter() {
        assert_eq!(chord.written().parse(), Ok(chord));
        // What no terminal sends need not come back.
        if chord.unsendable().is_none() {
            assert_eq!(Chord::from(KeyEvent::from(chord)), chord, "{chord}");
        }
    }
    let scopes = [Scope::List, Scope::Everywhere];
    let _ = Keymap::builtin().find(&scopes, &keys.chords(), |action| action != Action::Quit);
}
