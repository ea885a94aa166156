//! What a whole frame means.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use termina::Parser;
use termina::escape::csi::{Csi, Keyboard};
use termina::event::{Event, KeyCode as Code, KeyEventKind, Modifiers};

use super::{InputFrame, Report, background, keypad, mouse};

/// What `frame` means: nothing, where it means nothing to this program; two reports, where ESC and
/// something else came so close that they look like one.
#[must_use]
pub fn decode(frame: InputFrame) -> Vec<Report> {
    match frame {
        InputFrame::Char(c) => keys(character(c, false)),
        InputFrame::Alt(c) => keys(character(c, true)),
        InputFrame::Escape => keys(Some(ESCAPE)),
        InputFrame::Sequence { bytes, alt } => sequence(&bytes, alt),
        InputFrame::Answer(bytes) => background::of_answer(&bytes).map(Report::Ground).into_iter().collect(),
        InputFrame::Paste { bytes, is_whole } => {
            vec![Report::Paste { text: String::from_utf8_lossy(&bytes).into_owned(), is_whole }]
        }
    }
}

const ESCAPE: KeyEvent = KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE);

fn keys(key: Option<KeyEvent>) -> Vec<Report> {
    key.map(Report::Key).into_iter().collect()
}

fn character(c: char, alt: bool) -> Option<KeyEvent> {
    let key = match c {
        // Ctrl-H and Backspace are told apart only by terminals that say so in a sequence.
        '\x08' => KeyEvent::new(KeyCode::Backspace, KeyModifiers::NONE),
        '\0'..='\x1f' | '\x7f' => key(&library(&[u8::try_from(c).ok()?])?)?,
        _ if c.is_uppercase() => KeyEvent::new(KeyCode::Char(c), KeyModifiers::SHIFT),
        _ => KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE),
    };
    Some(if alt { with_alt(key) } else { key })
}

fn with_alt(key: KeyEvent) -> KeyEvent {
    KeyEvent::new(key.code, key.modifiers | KeyModifiers::ALT)
}

fn sequence(bytes: &[u8], alt: bool) -> Vec<Report> {
    let spelled = keypad::in_xterm_spelling(bytes)
        .or_else(|| keypad::on_latin_keyboard(bytes))
        .or_else(|| keypad::in_short_spelling(bytes));
    let report = match (spelled.as_deref().unwrap_or(bytes), bytes) {
        (_, [_, b'O', letter]) if keypad::key(*letter).is_some() => {
            keypad::key(*letter).and_then(|c| character(c, false)).map(Report::Key)
        }
        (_, bytes) if is_last_answer(bytes) => Some(Report::LastAnswer),
        (_, bytes) if background::of_news(bytes).is_some() => background::of_news(bytes).map(Report::Scheme),
        (spelled, _) => library(spelled).and_then(|event| meaning(spelled, &event)),
    };
    match (report, alt) {
        (Some(Report::Key(key)), true) => vec![Report::Key(with_alt(key))],
        // Whatever it was, ESC came before it.
        (report, true) => std::iter::once(Report::Key(ESCAPE)).chain(report).collect(),
        (report, false) => report.into_iter().collect(),
    }
}

/// Whether `bytes` hold the answer to the question what kind of terminal it is: `ESC [ ?`, numbers, `c`.
#[must_use]
pub fn is_last_answer(bytes: &[u8]) -> bool {
    const START: &[u8] = b"\x1b[?";
    let starts = bytes.windows(START.len()).enumerate().filter(|(_, window)| *window == START);
    starts.map(|(at, _)| &bytes[at + START.len()..]).any(|behind| {
        let numbers = behind.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
        behind.get(numbers) == Some(&b'c')
    })
}

fn meaning(bytes: &[u8], event: &Event) -> Option<Report> {
    match event {
        Event::Mouse(event) => mouse::event(bytes, *event, modifiers(event.modifiers)).map(Report::Mouse),
        Event::Csi(Csi::Keyboard(Keyboard::ReportFlags(_))) => Some(Report::TellsKeysApart),
        Event::FocusIn => Some(Report::Focus(true)),
        Event::FocusOut => Some(Report::Focus(false)),
        event => key(event).map(Report::Key),
    }
}

/// What the library makes of one whole sequence. Where it gives up in the middle, it takes the rest
/// for keys: that is no meaning.
fn library(bytes: &[u8]) -> Option<Event> {
    let mut parser = Parser::default();
    for (at, byte) in bytes.iter().enumerate() {
        let is_last = at + 1 == bytes.len();
        parser.parse(&[*byte], !is_last);
        match parser.pop() {
            Some(_) if !is_last => return None,
            Some(event) => return is_its_own(bytes, &event).then_some(event),
            None => {}
        }
    }
    None
}

/// Whether `event` can be what all of `bytes` mean, and not their last byte alone.
fn is_its_own(bytes: &[u8], event: &Event) -> bool {
    let Event::Key(key) = event else { return true };
    match (bytes, key.code) {
        ([0x1b, b'[', number, .., b'u'], Code::Char(_)) => number.is_ascii_digit(),
        ([0x1b, ..], Code::Char(_)) => false,
        _ => true,
    }
}

fn key(event: &Event) -> Option<KeyEvent> {
    let Event::Key(key) = event else { return None };
    if key.kind == KeyEventKind::Release {
        return None;
    }
    Some(by_habit(KeyEvent::new(code(key.code)?, modifiers(key.modifiers))))
}

/// Ctrl with a letter that is a key of its own on every other terminal stays that key on one that
/// tells the two apart: fingers know it so.
fn by_habit(key: KeyEvent) -> KeyEvent {
    let code = match (key.modifiers, key.code) {
        (KeyModifiers::CONTROL, KeyCode::Char('[')) => KeyCode::Esc,
        (KeyModifiers::CONTROL, KeyCode::Char('i')) => KeyCode::Tab,
        (KeyModifiers::CONTROL, KeyCode::Char('m')) => KeyCode::Enter,
        (KeyModifiers::CONTROL, KeyCode::Char('h')) => KeyCode::Backspace,
        _ => return key,
    };
    KeyEvent::new(code, KeyModifiers::NONE)
}

fn code(code: Code) -> Option<KeyCode> {
    Some(match code {
        Code::Char('\x08') | Code::Backspace => KeyCode::Backspace,
        Code::Char(c) if c.is_control() => return None,
        Code::Char(c) => KeyCode::Char(c),
        Code::Enter => KeyCode::Enter,
        Code::Tab => KeyCode::Tab,
        Code::Escape => KeyCode::Esc,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::BackTab => KeyCode::BackTab,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        Code::Insert => KeyCode::Insert,
        Code::Delete => KeyCode::Delete,
        Code::Function(number) => KeyCode::F(number),
        _ => return None,
    })
}

fn modifiers(modifiers: Modifiers) -> KeyModifiers {
    let pairs = [
        (Modifiers::SHIFT, KeyModifiers::SHIFT),
        (Modifiers::ALT, KeyModifiers::ALT),
        (Modifiers::CONTROL, KeyModifiers::CONTROL),
        (Modifiers::SUPER, KeyModifiers::SUPER),
        (Modifiers::HYPER, KeyModifiers::HYPER),
        (Modifiers::META, KeyModifiers::META),
    ];
    pairs.iter().filter(|(theirs, _)| modifiers.contains(*theirs)).map(|(_, ours)| *ours).collect()
}
