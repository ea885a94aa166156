//! Pastes: whole, without an end, or too long. Where one has about as many bytes as are taken, its end mark is
//! seen wherever the limit lies.

use crossterm::event::KeyCode;

use crate::shell::terminal::input::Report;
use crate::shell::terminal::input::paste::MOST;

use super::{LONG, Play, Script, key_words};

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

#[test]
fn a_paste_without_an_end_takes_no_key_away() {
    let begun = "1b 5b 32 30 30 7e \"text\"";
    for (then, reported) in [
        // What came is delivered after a while; Ctrl-C and a key by itself end the rest.
        ("~", "cut(text)"),
        ("~ ~ 03", "cut(text) Ctrl-c"),
        ("~ 03", "cut(text) Ctrl-c"),
        ("~ 71", "cut(text) q"),
        ("| | | | | | 03", "cut(text) Ctrl-c"),
        ("| | | | | | 1b 5b 39 39 3b 35 75", "cut(text) Ctrl-c"),
        ("~ ~ 71", "cut(text) q"),
        ("~ ~ 1b", "cut(text) Esc"),
        ("~ ~ 1b 5b 44", "cut(text) Left"),
        ("~ ~ 6a ~ 6a", "cut(text) j j"),
        // What still comes of it is thrown away.
        ("~ ~ \"moreofit\" | 1b 5b 32 30 31 7e 6a", "cut(text) j"),
        ("~ ~ \"qqqq\" ~ 6a", "cut(text) j"),
        ("~ ~ 1b 5b 32 30 31 7e 6a", "cut(text) j"),
        // Within it, Ctrl-C is text.
        ("03 71 0d 1b 5b 32 30 31 7e", "paste(text\u{3}q\r)"),
    ] {
        assert_eq!(Play::run(&Script(&format!("{begun} {then}"))).words(), reported, "{then}");
    }
}

#[test]
fn a_paste_of_more_than_a_mebibyte_is_cut_off_and_the_rest_is_thrown_away() {
    let mut play = Play::new();
    play.send(b"\x1b[200~");
    play.send("q".repeat(1024 * 1024 + 5_000).as_bytes());
    play.send(b"\x1b[201~j");
    play.wait(LONG);
    let [Report::Paste { text, is_whole: false }, Report::Key(key)] = play.reports.as_slice() else {
        panic!("{} reports", play.reports.len());
    };
    assert_eq!((text.len(), key_words(*key).as_str()), (1024 * 1024, "j"));
}
