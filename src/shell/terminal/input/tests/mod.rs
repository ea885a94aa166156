//! What the terminal sends, and what it means, in tables and properties.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent};

use crate::theme::Ground;

use super::{Framer, Report, decode};

mod answers;
mod encodings;
mod keys;
mod late_answers;
mod mouse;
mod pastes;
mod streams;

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

fn sent_at_once(bytes: &[u8]) -> String {
    let mut play = Play::new();
    play.send(bytes);
    play.words()
}
