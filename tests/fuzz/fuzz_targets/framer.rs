//! What terminals send, whatever it is: the same wherever it is cut, and never the end of Ctrl-C.

#![no_main]

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyModifiers};
use libfuzzer_sys::fuzz_target;
// What the input knows as rooms of its crate.
use sagescope::theme;

#[path = "../../../src/shell/terminal/input/mod.rs"]
mod input;

use input::{Framer, Report, decode};

fuzz_target!(|data: &[u8]| {
    let now = Instant::now();
    let whole = reports(&mut Framer::default(), data, data.len().max(1), now);
    let cut = reports(&mut Framer::default(), data, 1, now);
    assert_eq!(whole, cut, "it means something else when it is cut");
    paced(data, now);
});

/// What comes of `data`, given in pieces of `length` at one time, once nothing is waited for.
fn reports(framer: &mut Framer, data: &[u8], length: usize, now: Instant) -> Vec<Report> {
    for piece in data.chunks(length) {
        framer.feed(piece, now);
    }
    drain(framer, now + Duration::from_secs(10))
}

/// Each byte after a while that its neighbour tells; then, after a wait, Ctrl-C.
fn paced(data: &[u8], mut now: Instant) {
    let mut framer = Framer::default();
    for pair in data.chunks(2) {
        let [wait, byte] = pair else { break };
        now += Duration::from_millis(u64::from(*wait) * 5);
        drain(&mut framer, now);
        framer.feed(&[*byte], now);
    }
    now += Duration::from_millis(1_500);
    drain(&mut framer, now);
    framer.feed(b"\x03", now);
    let last = drain(&mut framer, now + Duration::from_secs(10)).pop();
    let is_ctrl_c = |report: &Report| {
        matches!(report, Report::Key(key) if key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL)
    };
    assert!(last.as_ref().is_some_and(is_ctrl_c), "Ctrl-C is lost: {last:?}");
}

fn drain(framer: &mut Framer, until: Instant) -> Vec<Report> {
    let mut reports = Vec::new();
    loop {
        while let Some(frame) = framer.next_frame() {
            reports.extend(decode(frame));
        }
        match framer.deadline() {
            Some(deadline) if deadline <= until => framer.expire(deadline),
            _ => return reports,
        }
    }
}
