//! What the program wrote, as a terminal understands it.

use std::io::Read;
use std::num::NonZeroU16;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, ExitStatus};

use crate::PATIENCE;

use super::marks::Marks;

/// So soon it is looked again where the screen stays as it is.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// U+FFFD, as it is written.
const REMOVED: &[u8] = "\u{fffd}".as_bytes();

/// A terminal draws U+FFFD, the parser passes over it: another character of one cell stands for it.
fn replaced(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, behind)) = rest.split_first() {
        if let Some(behind) = rest.strip_prefix(REMOVED) {
            text.extend_from_slice("□".as_bytes());
            rest = behind;
        } else {
            text.push(*first);
            rest = behind;
        }
    }
    text
}

/// A screen that is kept up to date by a thread, and what became of the program.
#[derive(Clone)]
pub struct Display(Arc<(Mutex<State>, Condvar)>);

pub struct State {
    parser: vt100::Parser,
    /// The begin of a character whose end has not come.
    held: Vec<u8>,
    marks: Marks,
    /// How many bytes were written.
    pub bytes: usize,
    /// All of them.
    pub written: Vec<u8>,
    /// No more will come.
    pub is_closed: bool,
    /// Nobody is to read on.
    is_given_up: bool,
    /// Nobody is to read for now.
    is_unread: bool,
    /// How the program ended.
    pub status: Option<ExitStatus>,
}

impl State {
    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The rows, each without the blanks at its end: whether those were ever written can't be seen.
    pub fn contents(&self) -> String {
        trimmed(self.screen())
    }

    /// How many frames were painted.
    pub fn frames(&self) -> usize {
        self.marks.ends
    }

    /// Whether a frame has begun that may still end.
    fn is_within_frame(&self) -> bool {
        self.marks.is_within_frame && !self.is_closed
    }

    fn take(&mut self, bytes: &[u8]) {
        self.held.extend_from_slice(bytes);
        let begun = [&REMOVED[..2], &REMOVED[..1]].into_iter().find(|begin| self.held.ends_with(begin));
        let whole = self.held.len() - begun.map_or(0, <[u8]>::len);
        let text = replaced(&self.held[..whole]);
        self.parser.process(&text);
        self.held.drain(..whole);
        self.marks.take(bytes);
        self.bytes += bytes.len();
        self.written.extend_from_slice(bytes);
    }
}

impl Display {
    pub fn new((columns, rows): (u16, u16)) -> Self {
        let state = State {
            parser: vt100::Parser::new(cells(rows), cells(columns), 0),
            held: Vec::new(),
            marks: Marks::default(),
            bytes: 0,
            written: Vec::new(),
            is_closed: false,
            is_given_up: false,
            is_unread: false,
            status: None,
        };
        Self(Arc::new((Mutex::new(state), Condvar::new())))
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        // A test that fails while it looks leaves the state as it was: what clears up needs it still.
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state and wakes those who wait.
    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state());
        self.0.1.notify_all();
    }

    pub fn resize(&self, (columns, rows): (u16, u16)) {
        self.change(|state| state.parser.set_size(cells(rows), cells(columns)));
    }

    /// Reads until the other side is closed, or nobody is to read on.
    pub fn read(&self, mut from: Box<dyn Read + Send>) -> JoinHandle<()> {
        let display = self.clone();
        thread::spawn(move || {
            let mut bytes = [0; 16 * 1024];
            while let Ok(count @ 1..) = from.read(&mut bytes) {
                display.change(|state| state.take(&bytes[..count]));
                let state = display.0.1.wait_while(display.state(), |state| state.is_unread).unwrap();
                if state.is_given_up {
                    break;
                }
            }
            drop(from);
            display.change(|state| state.is_closed = true);
        })
    }

    /// From the next byte on nobody reads.
    pub fn give_up(&self) {
        self.state().is_given_up = true;
    }

    /// From the next byte on nobody reads, until somebody does again.
    pub fn stop_reading(&self) {
        self.change(|state| state.is_unread = true);
    }

    /// Somebody reads again.
    pub fn read_on(&self) {
        self.change(|state| state.is_unread = false);
    }

    /// Notes how the program ends.
    pub fn see_the_end_of(&self, mut child: Box<dyn Child + Send + Sync>) {
        let display = self.clone();
        thread::spawn(move || {
            let status = child.wait().unwrap();
            display.change(|state| state.status = Some(status));
        });
    }

    /// Waits until `is_so`, at the end of a frame. Fails with the screen.
    #[track_caller]
    pub fn wait_until(&self, what: &str, is_so: impl Fn(&State) -> bool) -> MutexGuard<'_, State> {
        let deadline = Instant::now() + PATIENCE;
        let mut state = self.state();
        while state.is_within_frame() || !is_so(&state) {
            let left = deadline.saturating_duration_since(Instant::now());
            let is_over = state.status.is_some() && state.is_closed;
            if left.is_zero() || is_over {
                let picture = picture(&state);
                drop(state);
                panic!("waited for: {what}\n{picture}");
            }
            // What is waited for may be elsewhere than on the screen, as on the disk.
            state = self.0.1.wait_timeout(state, left.min(LOOK_AGAIN)).unwrap().0;
        }
        state
    }

    /// Writes on the screen as another program would.
    pub fn scribble(&self, text: &str) {
        self.change(|state| state.parser.process(text.as_bytes()));
    }
}

/// The screen as somebody would see it.
fn picture(state: &State) -> String {
    let screen = state.screen();
    let (_, columns) = screen.size();
    let rows: Vec<_> = screen.rows(0, columns.get()).collect();
    let kind = if screen.alternate_screen() { "alternate screen" } else { "normal screen" };
    let ended = state.status.as_ref().map_or("runs".into(), |status| format!("{status:?}"));
    format!("--- {kind}, {} frames, the program: {ended}\n{}\n---", state.frames(), rows.join("\n"))
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has cells")
}

/// The rows of a screen, each without the blanks at its end.
pub fn trimmed(screen: &vt100::Screen) -> String {
    let contents = screen.contents();
    let rows: Vec<_> = contents.lines().map(str::trim_end).collect();
    rows.join("\n")
}
