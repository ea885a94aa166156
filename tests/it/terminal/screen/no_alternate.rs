//! Terminals without an alternate screen: mosh, GNU screen as it comes, tmux where a setting says so.

use std::num::NonZeroU16;

use rustix::process::Signal;

use crate::terminal::{Service, Start, Window};

const SIZE: (u16, u16) = (100, 30);
const END_OF_FRAME: &[u8] = b"\x1b[?2026l";

fn terminal() -> vt100::Parser {
    let cells = |count| NonZeroU16::new(count).unwrap();
    vt100::Parser::new(cells(SIZE.1), cells(SIZE.0), 0)
}

/// What such a terminal makes of bytes; its screen is full at first.
fn fed(bytes: &[u8]) -> vt100::Parser {
    let mut parser = terminal();
    let full = "$ make all ".repeat(usize::from(SIZE.0 * SIZE.1)).into_bytes();
    parser.process(&full[..usize::from(SIZE.0 * SIZE.1)]);
    let text = String::from_utf8_lossy(bytes).replace("\x1b[?1049h", "").replace("\x1b[?1049l", "");
    parser.process(text.as_bytes());
    parser
}

fn written(window: &Window) -> Vec<u8> {
    window.process.display.state().written.clone()
}

#[test]
fn nothing_of_what_was_there_before_stays_among_the_first_frame() {
    let service = Service::of(3);
    let window = Start::on(&service).size(SIZE).open();
    window.shows(&["1/3", "read just now"]);
    let written = written(&window);
    let first = written.windows(END_OF_FRAME.len()).position(|bytes| bytes == END_OF_FRAME).unwrap();
    for end in [first + END_OF_FRAME.len(), written.len()] {
        let mut blank = terminal();
        blank.process(&written[..end]);
        assert_eq!(fed(&written[..end]).screen().contents(), blank.screen().contents());
    }
}

#[test]
fn the_prompt_comes_on_a_clear_screen() {
    let service = Service::of(3);
    let begin = || {
        let window = Start::on(&service).size(SIZE).open();
        window.shows(&["1/3", "read just now"]);
        window
    };
    let is_clear = |window: &Window| {
        let parser = fed(&written(window));
        assert_eq!(parser.screen().contents(), "");
        assert_eq!(parser.screen().cursor_position(), (0, 0));
        assert!(!parser.screen().hide_cursor());
    };
    let mut window = begin();
    window.press("Ctrl-Z");
    window.is_suspended();
    is_clear(&window);
    window.signal(Signal::CONT);
    window.signal(Signal::TERM);
    window.ends_with(143);
    is_clear(&window);
    let mut window = begin();
    window.press("q");
    window.ends_with(0);
    is_clear(&window);
}
