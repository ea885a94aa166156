//! Answers of the terminal that come late, in pieces, among keys, or without an end: none of it is typed.

use std::time::Duration;

use super::{Play, Report};

/// What a terminal says, with the length of what can begin no key.
const ANSWERS: [(&str, usize); 12] = [
    ("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", 5),
    ("\x1b]11;rgba:ffff/ffff/ffff/ffff\x07", 5),
    ("\x1b]10;rgb:1e1e/1e1e/1e1e\x1b\\", 5),
    ("\x1b]4;11;rgb:ffff/ffff/ffff\x07", 4),
    ("\x1b[?62;22c", 3),
    ("\x1b[?1;2;4c", 3),
    ("\x1b[?0u", 3),
    ("\x1b[?997;1n", 3),
    ("\x1b[?2026;2$y", 3),
    ("\x1b[>41;380;0c", 3),
    ("\x1bP>|a terminal 1.0\x1b\\", 4),
    ("\x1bP1+r544e=787465726d\x1b\\", 5),
];

const MOMENT: Duration = Duration::from_millis(20);
/// So late a terminal is that is far away.
const LATE: Duration = Duration::from_millis(500);

fn typed(play: &mut Play) -> String {
    play.wait(Duration::from_secs(2));
    let keys = play.reports.iter().filter(|report| matches!(report, Report::Key(_) | Report::Paste { .. }));
    keys.map(super::words).collect::<Vec<_>>().join(" ")
}

#[test]
fn an_answer_that_comes_in_pieces_among_keys_is_not_typed() {
    for (answer, certain) in ANSWERS {
        for cut in 1..answer.len() {
            // What may be a key is waited for only as long as nobody notices.
            for pause in if cut < certain { &[MOMENT][..] } else { &[MOMENT, LATE] } {
                let mut play = Play::new();
                play.send(b"a");
                play.wait(MOMENT);
                play.send(&answer.as_bytes()[..cut]);
                play.wait(*pause);
                play.send(&answer.as_bytes()[cut..]);
                play.wait(MOMENT);
                play.send(b"b");
                assert_eq!(typed(&mut play), "a b", "{answer:?} cut at {cut}, {pause:?} apart");
            }
        }
        // Byte by byte, with keys in the same reads at both ends.
        let mut play = Play::new();
        for byte in format!("a{answer}b").bytes() {
            play.send(&[byte]);
            play.wait(Duration::from_millis(5));
        }
        assert_eq!(typed(&mut play), "a b", "{answer:?} byte by byte");
    }
}

/// However slowly it comes: reads of a slow connection, with halts in between.
#[test]
fn a_mebibyte_of_an_answer_without_an_end_is_not_typed() {
    for begin in ["\x1bP>|", "\x1b]11;", "\x1b]0;", "\x1b_Ga=", "\x1bP", "\x1b^", "\x1b]"] {
        for (read, pause) in [(16 * 1024, 1), (4 * 1024, 20), (4 * 1024, 250)] {
            let mut play = Play::new();
            play.send(begin.as_bytes());
            for _ in 0..1024 * 1024 / read {
                play.send(&vec![b'q'; read]);
                play.wait(Duration::from_millis(pause));
            }
            play.wait(LATE);
            play.send(b"j");
            assert_eq!(typed(&mut play), "j", "{begin:?}, {read} bytes each {pause} ms");
            // While it still comes, Ctrl-C gets out.
            let mut play = Play::new();
            play.send(begin.as_bytes());
            play.send(&vec![b'q'; 64 * 1024]);
            play.send(b"\x03");
            assert_eq!(typed(&mut play), "Ctrl-c", "{begin:?}");
        }
    }
}
