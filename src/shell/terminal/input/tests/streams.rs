//! Whatever comes, and wherever it is cut.

use std::time::Duration;

use crossterm::event::KeyCode;
use proptest::prelude::*;

use crate::shell::terminal::input::Report;

use super::Play;

#[test]
fn a_mebibyte_of_anything_leaves_ctrl_c() {
    for seed in 1..=8_usize {
        let mut play = Play::new();
        let mut at = seed;
        while play.reports.len() < 200_000 && at < seed + 200_000 {
            play.send(PIECES[(at * seed * 7 + at / 13) % PIECES.len()].as_bytes());
            at += 1;
        }
        play.wait(Duration::from_millis(1_500));
        play.reports.clear();
        play.send(b"\x03");
        assert!(play.words().ends_with("Ctrl-c"), "{seed}");
    }
}

/// Bytes as terminals send them, and as none should.
fn stream() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => prop::collection::vec(any::<u8>(), 0..6),
        4 => prop::sample::select(PIECES).prop_map(|piece| piece.as_bytes().to_vec()),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

const PIECES: &[&str] = &[
    "\x1b",
    "\x1b[",
    "\x1bO",
    "\x1b[D",
    "\x1b[1;5D",
    "\x1b[200~",
    "\x1b[201~",
    "\x1b]11;",
    "\x1b]11;rgb:1e1e/1e1e/1e1e",
    "\x1b[?997;1n",
    "\x1b[?62;22c",
    "\x1b\\",
    "\x07",
    "\x1bP>|",
    "\x1bP",
    "\x1b_G",
    "\x1b^",
    "\x1b]",
    "text",
    "é",
    "👩\u{200d}💻",
    "\x03",
    "\r",
    "\x18",
    "\x1b[M",
    "\x1b[<0;1;1M",
    "\x1b[99;5u",
    "\x1b[?0u",
    "\x1b[[A",
    "\x1b[3$",
    "0",
    ";",
];

proptest! {
    #[test]
    fn a_stream_means_the_same_wherever_it_is_cut(bytes in stream(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6)) {
        let mut whole = Play::new();
        whole.send(&bytes);
        let mut cut = Play::new();
        let mut at: Vec<_> = cuts.iter().map(|index| index.index(bytes.len() + 1)).collect();
        at.extend([0, bytes.len()]);
        at.sort_unstable();
        for ends in at.windows(2) {
            cut.send(&bytes[ends[0]..ends[1]]);
        }
        prop_assert_eq!(whole.words(), cut.words());
    }

    #[test]
    fn no_stream_takes_ctrl_c_away(bytes in stream(), kept in any::<bool>()) {
        let mut play = Play::new();
        play.send(&bytes);
        // Whoever sees that nothing happens waits, and presses it.
        play.wait(Duration::from_millis(1_500));
        play.reports.clear();
        play.send(if kept { b"\x1b[99;5u" } else { b"\x03" });
        prop_assert!(play.words().ends_with("Ctrl-c"));
    }

    #[test]
    fn no_piece_of_a_sequence_is_typed(number in 0u32..100_000, last in prop::sample::select(vec!['~', 'u', 'A', 'R', 'c', 't'])) {
        let mut play = Play::new();
        play.send(format!("\x1b[{number};2{last}").as_bytes());
        for report in &play.reports {
            let Report::Key(key) = report else { continue };
            let is_its = matches!(key.code, KeyCode::Char(c) if last == 'u' && u32::from(c) == number || (57_399..57_428).contains(&number));
            prop_assert!(!matches!(key.code, KeyCode::Char(_)) || is_its, "{report:?}");
        }
    }
}
