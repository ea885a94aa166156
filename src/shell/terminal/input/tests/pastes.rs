//! Pastes of about as many bytes as are taken: their end mark is seen wherever the limit lies.

use super::super::paste::MOST;
use super::{KeyCode, Play, Report};

#[test]
fn a_key_behind_a_paste_is_a_key_however_long_that_is() {
    for bytes in (MOST - 8..MOST + 8).chain([2 * MOST, MOST + 60, MOST + 130]) {
        let mut play = Play::new();
        play.send(b"\x1b[200~");
        play.send(&vec![b'q'; bytes]);
        play.send(b"\x1b[201~j");
        let [Report::Paste { text, is_whole }, Report::Key(key)] = play.reports.as_slice() else {
            panic!("{bytes} bytes: {} reports", play.reports.len());
        };
        assert_eq!((text.len(), *is_whole), (bytes.min(MOST), bytes <= MOST), "{bytes} bytes");
        assert_eq!(key.code, KeyCode::Char('j'), "{bytes} bytes");
    }
}
