//! What the terminal sends, and what it means, in tables and properties.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent};
use proptest::prelude::*;

use super::{Framer, Report, decode};
use crate::theme::Ground;

mod encodings;
mod late_answers;
mod pastes;

/// Bytes in hex, `|` for 20 ms that pass, `~` for a second, `"…"` for text as it is.
struct Script<'a>(&'a str);

/// So long is `|`: longer than bytes of one write ever lie apart.
const A_WHILE: Duration = Duration::from_millis(20);
const LONG: Duration = Duration::from_millis(1_001);

/// A terminal, the clock in front of it, and what was reported.
struct Play {
    framer: Framer,
    now: Instant,
    reports: Vec<Report>,
}

impl Play {
    fn new() -> Self {
        Self { framer: Framer::default(), now: Instant::now(), reports: Vec::new() }
    }

    fn send(&mut self, bytes: &[u8]) {
        self.framer.feed(bytes, self.now);
        self.take();
    }

    /// Time passes, as in a loop that wakes when it is time.
    fn wait(&mut self, time: Duration) {
        let until = self.now + time;
        while let Some(deadline) = self.framer.deadline().filter(|deadline| *deadline <= until) {
            self.now = deadline;
            self.framer.expire(deadline);
            self.take();
        }
        self.now = until;
    }

    fn take(&mut self) {
        while let Some(frame) = self.framer.next_frame() {
            self.reports.extend(decode(frame));
        }
    }

    fn run(script: &Script<'_>) -> Self {
        let mut play = Self::new();
        for word in script.0.split(' ').filter(|word| !word.is_empty()) {
            match word {
                "|" => play.wait(A_WHILE),
                "~" => play.wait(LONG),
                _ => match word.strip_prefix('"') {
                    Some(text) => play.send(text.trim_end_matches('"').as_bytes()),
                    None => play.send(&[u8::from_str_radix(word, 16).unwrap()]),
                },
            }
        }
        play
    }

    /// What was reported once nothing is waited for any more, in words.
    fn words(mut self) -> String {
        self.wait(Duration::from_secs(10));
        let words: Vec<_> = self.reports.iter().map(words).collect();
        words.join(" ")
    }
}

/// `Alt-Left`, `j`, `paste(text)`.
fn words(report: &Report) -> String {
    match report {
        Report::Key(key) => key_words(*key),
        Report::Paste { text, is_whole: true } => format!("paste({text})"),
        Report::Paste { text, is_whole: false } => format!("cut({text})"),
        Report::Focus(true) => "focus".into(),
        Report::Focus(false) => "no-focus".into(),
        Report::TellsKeysApart => "tells-keys-apart".into(),
        Report::Mouse(event) => mouse_words(*event),
        Report::Ground(Ground::Light) => "light".into(),
        Report::Ground(Ground::Dark) => "dark".into(),
        Report::Scheme(Ground::Light) => "wants-light".into(),
        Report::Scheme(Ground::Dark) => "wants-dark".into(),
        Report::LastAnswer => "last-answer".into(),
    }
}

/// `down-left(4,2)`, with the cell counted from 0.
fn mouse_words(MouseEvent { kind, column, row, modifiers }: MouseEvent) -> String {
    let words = format!("{kind:?}").to_lowercase().replace('(', "-").replace(')', "");
    let held = if modifiers.is_empty() { "" } else { "+" };
    format!("{held}{words}({column},{row})")
}

fn key_words(key: KeyEvent) -> String {
    let mut words = String::new();
    for (modifier, name) in
        [(KeyModifiers::CONTROL, "Ctrl-"), (KeyModifiers::ALT, "Alt-"), (KeyModifiers::SUPER, "Super-")]
    {
        if key.modifiers.contains(modifier) {
            words.push_str(name);
        }
    }
    match key.code {
        KeyCode::Char(' ') => words.push_str("Space"),
        KeyCode::Char(c) => words.push(c),
        code => {
            if key.modifiers.contains(KeyModifiers::SHIFT) && code != KeyCode::BackTab {
                words.push_str("Shift-");
            }
            words.push_str(&format!("{code:?}").replace(['(', ')'], ""));
        }
    }
    words
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (script, reported) in cases {
        assert_eq!(Play::run(&Script(script)).words(), *reported, "{script}");
    }
}

#[test]
fn keys_that_are_cut_in_two_are_whole() {
    check(&[
        ("1b | 5b 44", "Left"),
        ("1b 5b | 44", "Left"),
        ("1b | 5b | 31 | 3b | 35 | 44", "Ctrl-Left"),
        ("1b | 62", "Alt-b"),
        ("1b | 4f 50", "F1"),
        ("1b | 5b 42", "Down"),
        ("1b 5b 33 | 7e", "Delete"),
        ("1b 5b 5b | 41", "F1"),
        ("1b | 7f", "Alt-Backspace"),
        ("c3 | a9", "é"),
        ("1b c3 | a9", "Alt-é"),
        ("f0 9f | 91 | a9", "👩"),
        ("1b 5b 32 30 30 7e | 61 | 1b 5b 32 30 | 31 7e", "paste(a)"),
        ("1b | 5b 32 30 30 7e \"text\" | 1b | 5b 32 30 31 7e", "paste(text)"),
    ]);
}

#[test]
fn escape_is_a_key_when_nothing_follows() {
    check(&[
        ("1b", "Esc"),
        ("1b | | | 62", "Esc b"),
        ("1b 1b", "Esc Esc"),
        ("1b | | | 1b", "Esc Esc"),
        ("1b 1b 1b", "Esc Esc Esc"),
        ("1b 1b 5b 44", "Alt-Left"),
        ("1b | 1b | 5b 44", "Alt-Left"),
        ("1b 1b 4f 43", "Alt-Right"),
        ("1b 1b 5b 33 7e", "Alt-Delete"),
        ("1b 1b 62", "Esc Alt-b"),
        ("1b 03", "Esc Ctrl-c"),
        ("1b 1b 03", "Esc Esc Ctrl-c"),
        ("1b 11", "Ctrl-Alt-q"),
        ("1b 0d", "Alt-Enter"),
        ("1b 1b 5b 32 30 30 7e 61 1b 5b 32 30 31 7e", "Esc paste(a)"),
        ("1b 1b 5b 3f 30 75", "Esc tells-keys-apart"),
        ("1b 5b", "Alt-["),
        ("1b 4f", "Alt-O"),
        ("1b 5b ~ 44", "Alt-[ D"),
        ("1b 5b 03", "Alt-[ Ctrl-c"),
        ("1b 5b 31 3b 03", "Ctrl-c"),
        ("1b 4f 03", "Alt-O Ctrl-c"),
    ]);
}

#[test]
fn control_bytes_are_keys() {
    check(&[
        ("08", "Backspace"),
        ("7f", "Backspace"),
        ("1b 08", "Alt-Backspace"),
        ("0d", "Enter"),
        ("0a", "Ctrl-j"),
        ("09", "Tab"),
        ("00", "Ctrl-Space"),
        ("03", "Ctrl-c"),
        ("13", "Ctrl-s"),
        ("1a", "Ctrl-z"),
        ("1c", "Ctrl-4"),
        ("41", "A"),
        ("20", "Space"),
    ]);
}

#[test]
fn keypads_and_terminals_of_other_habits_are_understood() {
    check(&[
        ("1b 4f 4d", "Enter"),
        ("1b 4f 6a", "*"),
        ("1b 4f 79", "9"),
        ("1b 4f 70", "0"),
        ("1b 4f 58", "="),
        ("1b 5b 31 7e", "Home"),
        ("1b 5b 48", "Home"),
        ("1b 4f 48", "Home"),
        ("1b 5b 5a", "BackTab"),
        ("1b 5b 33 5e", "Ctrl-Delete"),
        ("1b 5b 33 24", "Shift-Delete"),
        ("1b 5b 33 40", "Ctrl-Shift-Delete"),
        ("1b 5b 61", "Shift-Up"),
        ("1b 4f 64", "Ctrl-Left"),
        ("1b 5b 39 39 3b 35 75", "Ctrl-c"),
        ("1b 5b 32 37 75", "Esc"),
        ("1b 5b 31 32 37 3b 35 75", "Ctrl-Backspace"),
        ("1b 5b 35 37 34 31 34 75", "Enter"),
        ("1b 5b 31 30 36 3b 35 3a 33 75", ""),
        ("1b 5b 31 30 36 3b 39 75", "Super-j"),
        ("1b 5b 39 31 3b 35 75", "Esc"),
        ("1b 5b 31 30 39 3b 35 75", "Enter"),
        ("1b 5b 31 30 35 3b 35 75", "Tab"),
        ("1b 5b 31 30 34 3b 35 75", "Backspace"),
        // Ctrl with the Cyrillic letter on the key of C; Q where a French keyboard has it.
        ("\"\u{1b}[1089::99;5u\"", "Ctrl-c"),
        ("\"\u{1b}[1089::99;5:1u\"", "Ctrl-c"),
        ("\"\u{1b}[113::97;5u\"", "Ctrl-q"),
        ("\"\u{1b}[1089::99;1u\"", "с"),
        // Means nothing, and is nothing: not the letters that it holds.
        ("1b 5b 3b 44", ""),
        ("1b 5b 3b 35 44", ""),
        ("1b 5b 39 39 39 39 7e", ""),
        ("1b 5b 3a 75", ""),
        ("1b 5b 31 32 33 34 35 36 37 38 39 75", ""),
        ("1b 5b 30 75", ""),
        ("1b 5b 21 70", ""),
    ]);
}

#[test]
fn answers_are_no_keys() {
    check(&[
        ("1b 5d 31 31 3b \"rgb:1e1e/1e1e/1e1e\" 1b 5c", "dark"),
        ("1b 5d 31 31 3b \"rgb:fdfd/f6f6/e3e3\" 07 6a", "light j"),
        ("1b 5d | 31 | 31 | 3b \"rgb:1e1e\" | \"/1e/1e\" | 07", "dark"),
        // Senseless.
        ("1b 5d 31 31 3b \"rgb:1e1e/1e1e\" 07 6a", "j"),
        ("1b 5d 31 31 3b 07 6a", "j"),
        ("1b 5d 31 31 3b \"unknown\" 07 6a", "j"),
        // Cut off: what is typed behind it is keys.
        ("1b 5d 31 31 3b \"rgb:1e1e/1e\" | 6a | \"q\"", "j q"),
        ("1b 5d 31 31 3b \"rgb:1e1e/1e\" | 0d", "Enter"),
        ("1b 5d 31 31 3b \"rgb:1e1e/1e\" | 1b 5b 41", "Up"),
        ("1b 5d 31 31 3b \"rgb:1e1e/1e\" | c3 a9", "é"),
        // Word that it has changed.
        ("1b 5b 3f 39 39 37 3b 31 6e", "wants-dark"),
        ("1b 5b 3f | 39 39 37 3b | 32 6e 6a", "wants-light j"),
        ("1b 5b 3f 39 39 37 3b 33 6e 6a", "j"),
        // What is answered last.
        ("1b 5b 3f 36 32 3b 32 32 63 6a", "last-answer j"),
        ("1b 5b 3f 36 | 63", "last-answer"),
        ("1b 5d 31 31 3b \"rgb:1e1e\" 1b | 5c 6a", "j"),
        ("1b 50 3e 7c \"xterm(380)\" 1b 5c 6a", "j"),
        ("1b 50 | 31 2b 72 \"544e=787465726d\" | 1b 5c", ""),
        ("1b 5f \"Gi=31;OK\" 1b 5c 6a", "j"),
        ("1b 5e \"private\" 1b 5c 6a", "j"),
        ("1b 50 \"jjDT\" 1b 5c", ""),
        ("1b 5b 3e 34 31 3b 33 38 30 3b 30 63", ""),
        ("1b 5b 31 30 3b 32 30 52", ""),
        ("1b 5b 3f 32 30 32 36 3b 32 24 79", ""),
        ("1b 5b 3f 30 75", "tells-keys-apart"),
        ("1b 5b 49 1b 5b 4f", "focus no-focus"),
        ("1b 5b 4d 20 21 21 6a", "j"),
    ]);
}

#[test]
fn an_answer_ends_in_every_way_that_there_is() {
    let begun = "1b 5d 31 31 3b \"rgb:\"";
    for (end, reported) in [
        ("1b 5c 6a", "j"),
        ("07 6a", "j"),
        ("18 6a", "j"),
        ("1a 6a", "j"),
        ("03 6a", "Ctrl-c j"),
        ("~ 6a", "j"),
        ("1b 5b 44 6a", "Left j"),
        ("1b ~ 6a", "Esc j"),
    ] {
        assert_eq!(Play::run(&Script(&format!("{begun} {end}"))).words(), reported, "{end}");
    }
    for (end, reported) in [("1b 5c 6a", "j"), ("07 6a", "j"), ("03", "Ctrl-c"), ("~ 6a", "j")] {
        let long = format!("{begun} \"{}\" {end}", "j".repeat(5_000));
        assert_eq!(Play::run(&Script(&long)).words(), reported, "{end}");
    }
}

#[test]
fn keys_with_alt_that_look_like_answers_eat_nothing() {
    check(&[
        ("1b 5d", "Alt-]"),
        ("1b 5d 6a 6a", "Alt-] j j"),
        ("1b 5d | | | | | | 31 31 3b", "Alt-] 1 1 ;"),
        ("1b 50", "Alt-P"),
        ("1b 50 6a", "Alt-P j"),
        ("1b 50 | 6a | 0d", "Alt-P j Enter"),
        ("1b 50 03", "Alt-P Ctrl-c"),
        ("1b 50 1b 5b 42", "Alt-P Down"),
        ("1b 5f 47", "Alt-_ G"),
        ("1b 5e 7f", "Alt-^ Backspace"),
        ("1b 58 6a", "Alt-X j"),
        ("1b 50 1b", "Alt-P Esc"),
    ]);
    // Held down, a key repeats without end.
    let held = format!("1b 50 {}", "| 6a ".repeat(20));
    assert_eq!(Play::run(&Script(&held)).words(), format!("Alt-P{}", " j".repeat(20)));
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

#[test]
fn a_stray_end_of_a_paste_and_bytes_of_other_encodings_are_nothing() {
    check(&[
        ("1b 5b 32 30 31 7e 6a", "j"),
        ("ff fe 6a", "j"),
        ("e9 6a", "j"),
        ("80 6a", "j"),
        ("9b 44", "D"),
        ("f0 9f 1b 5b 44", "Left"),
        ("e2 82 03", "Ctrl-c"),
    ]);
}

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

#[test]
fn the_mouse_is_reported_in_the_encoding_that_was_asked_for() {
    for (sent, reported) in [
        ("\x1b[<0;5;3M", "down-left(4,2)"),
        ("\x1b[<0;5;3m", "up-left(4,2)"),
        ("\x1b[<32;6;3M", "drag-left(5,2)"),
        ("\x1b[<1;1;1M", "down-middle(0,0)"),
        ("\x1b[<2;1;1m", "up-right(0,0)"),
        ("\x1b[<64;120;40M", "scrollup(119,39)"),
        ("\x1b[<65;120;40M", "scrolldown(119,39)"),
        ("\x1b[<66;1;1M", "scrollleft(0,0)"),
        ("\x1b[<4;2;2M", "+down-left(1,1)"),
        ("\x1b[<0;65535;65535M", "down-left(65534,65534)"),
        ("\x1b[<0;0005;3M", "down-left(4,2)"),
        // A key that came close before it.
        ("\x1b\x1b[<0;5;3M", "Esc down-left(4,2)"),
        ("j\x1b[<65;1;1Mk", "j scrolldown(0,0) k"),
    ] {
        assert_eq!(sent_at_once(sent.as_bytes()), reported, "{sent:?}");
    }
}

#[test]
fn a_report_of_the_mouse_that_makes_no_sense_is_nothing_and_types_nothing() {
    for sent in [
        // Cells count from 1, and end somewhere.
        "\x1b[<0;0;3M",
        "\x1b[<0;3;0M",
        "\x1b[<0;00;3M",
        "\x1b[<0;65536;3M",
        "\x1b[<0;99999999999999999999;3M",
        "\x1b[<999;1;1M",
        "\x1b[<255;1;1M",
        "\x1b[<128;1;1M",
        // Motion that nobody asked for, and releases of what can't be held.
        "\x1b[<35;1;1M",
        "\x1b[<3;1;1M",
        "\x1b[<64;1;1m",
        "\x1b[<32;1;1m",
        // Too little, too much, or something else.
        "\x1b[<M",
        "\x1b[<0M",
        "\x1b[<0;1M",
        "\x1b[<;1;1M",
        "\x1b[<0;;1M",
        "\x1b[<0;1;M",
        "\x1b[<0;1;1;1M",
        "\x1b[<-1;1;1M",
        "\x1b[<0;1:2;1M",
        "\x1b[<0;1;1x",
        "\x1b[<0;1;1~",
        // Older encodings: X10, and that of rxvt.
        "\x1b[M !!",
        "\x1b[M#!!",
        "\x1b[M`!!",
        "\x1b[M~~~",
        "\x1b[32;1;1M",
        "\x1b[35;10;10M",
        "\x1b[96;10;10M",
    ] {
        assert_eq!(sent_at_once(sent.as_bytes()), "", "{sent:?}");
        assert_eq!(sent_at_once(format!("{sent}j").as_bytes()), "j", "{sent:?}");
    }
    // Bytes of X10 that are no text.
    assert_eq!(sent_at_once(b"\x1b[M\x20\xff\xfej"), "j");
}

#[test]
fn a_report_of_the_mouse_that_is_cut_types_nothing() {
    for whole in ["\x1b[<0;15;13M", "\x1b[M !!"] {
        // From the third byte on it can be nothing else.
        for cut in 3..whole.len() {
            let (first, rest) = whole.as_bytes().split_at(cut);
            let mut play = Play::new();
            play.send(first);
            assert_eq!(play.words(), "", "{whole:?} up to {cut}");
            // Its rest comes late.
            let mut play = Play::new();
            play.send(first);
            play.wait(Duration::from_millis(800));
            play.send(rest);
            let late = play.words();
            assert_eq!(late, sent_at_once(whole.as_bytes()), "{whole:?} at {cut}");
            // Who presses Ctrl-C meanwhile wants out.
            let mut play = Play::new();
            play.send(first);
            play.send(b"\x03");
            assert_eq!(play.words(), "Ctrl-c", "{whole:?} up to {cut}");
        }
    }
}

fn sent_at_once(bytes: &[u8]) -> String {
    let mut play = Play::new();
    play.send(bytes);
    play.words()
}

proptest! {
    #[test]
    fn numbers_in_a_report_of_the_mouse_may_be_any(
        button in any::<u32>(),
        column in any::<u64>(),
        row in any::<u64>(),
        is_release in any::<bool>(),
        cut in 0usize..40,
    ) {
        let end = if is_release { 'm' } else { 'M' };
        let whole = format!("\x1b[<{button};{column};{row}{end}");
        let words = sent_at_once(whole.as_bytes());
        prop_assert!(words.is_empty() || words.contains('('), "{words}");
        // Cut anywhere behind its beginning, it types nothing.
        let cut = cut.clamp(3, whole.len());
        let words = sent_at_once(&whole.as_bytes()[..cut]);
        prop_assert!(words.is_empty() || words.contains('('), "{words}");
    }
}
