//! A terminal with the program in it: a screen to look at and a keyboard.

use std::io::Write;
use std::thread::JoinHandle;

use portable_pty::{ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::Signal;
use rustix::termios::{InputModes, LocalModes, OptionalActions, tcgetattr, tcsetattr};
use tempfile::TempDir;

use crate::terminal::Start;

use super::display::{Display, State};
use super::kept::is_kept;
use super::process::Process;
use super::process::waited_until;
use super::{keys, modes};

/// The program, begun, and the terminal it was begun in.
pub struct Window {
    pub process: Process,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    reader: JoinHandle<()>,
    /// The settings before the program came.
    settings: String,
    pub home: TempDir,
}

impl Window {
    pub fn open(start: Start) -> Self {
        let size = if start.is_unsized { (0, 0) } else { start.size };
        let pty = native_pty_system().openpty(pty_size(size)).unwrap();
        let settings = settings(&*pty.master);
        let display = Display::new(start.size);
        let reader = display.read(pty.master.try_clone_reader().unwrap());
        let child = pty.slave.spawn_command(start.command()).unwrap();
        Self {
            process: Process::of(child, display),
            keyboard: pty.master.take_writer().unwrap(),
            master: pty.master,
            reader,
            settings,
            home: start.home,
        }
    }

    // --- the keyboard

    /// Presses keys one after the other: `j`, `Enter`, `Ctrl-S`.
    pub fn press(&mut self, names: &str) {
        assert!(!names.contains("Esc "), "it would make an Alt key of the one: remove");
        let bytes: Vec<u8> = names.split(' ').flat_map(keys::bytes).collect();
        self.send(&bytes);
    }

    /// Types text.
    pub fn type_text(&mut self, text: &str) {
        self.send(text.as_bytes());
    }

    /// Pastes text, as terminals do that were asked for bracketed paste.
    pub fn paste(&mut self, text: &str) {
        assert!(self.process.display.state().screen().bracketed_paste(), "a paste would come as keys");
        self.send(format!("\x1b[200~{text}\x1b[201~").as_bytes());
    }

    /// Sends bytes as they are.
    pub fn send(&mut self, bytes: &[u8]) {
        self.keyboard.write_all(bytes).unwrap();
        self.keyboard.flush().unwrap();
    }

    // --- the screen

    /// Waits until the screen is as it is wanted.
    #[track_caller]
    pub fn wait_for(&self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) {
        drop(self.process.display.wait_until(what, |state| is_so(state.screen())));
    }

    /// Waits until all of these words are on the screen.
    #[track_caller]
    pub fn shows(&self, words: &[&str]) {
        self.wait_for(&format!("{words:?}"), |screen| {
            let contents = screen.contents();
            words.iter().all(|words| contents.contains(words))
        });
    }

    /// Waits until none of these words is on the screen.
    #[track_caller]
    pub fn hides(&self, words: &[&str]) {
        self.wait_for(&format!("no {words:?}"), |screen| {
            let contents = screen.contents();
            !words.iter().any(|words| contents.contains(words))
        });
    }

    /// Fails unless these words are on the screen now that the program has ended.
    #[track_caller]
    pub fn shows_at_last(&self, words: &[&str]) {
        self.ends();
        let contents = self.contents();
        assert!(words.iter().all(|words| contents.contains(words)), "{contents}");
    }

    /// What is on the screen now.
    pub fn contents(&self) -> String {
        self.process.display.wait_until("a frame", |_| true).contents()
    }

    /// Changes the size of the window.
    pub fn resize(&self, size: (u16, u16)) {
        self.process.display.resize(size);
        self.master.resize(pty_size(size)).unwrap();
    }

    /// Fails unless the screen is what the program takes it for: drawn anew, it looks the same.
    /// Nothing must be under way.
    #[track_caller]
    pub fn is_whole(&mut self) {
        let (before, frames) = {
            let state = self.process.display.wait_until("a frame", |_| true);
            (state.contents(), state.frames())
        };
        self.press("Ctrl-L");
        let painted = |state: &State| state.frames() > frames && state.contents() == before;
        drop(self.process.display.wait_until(&format!("the same again:\n{before}\n"), painted));
    }

    /// Sets the terminal as a shell does that waits for a line.
    pub fn is_set_for_lines(&self) {
        let name = self.master.tty_name().expect("a terminal has a name");
        let terminal = std::fs::File::options().read(true).write(true).open(name).unwrap();
        let mut settings = tcgetattr(&terminal).unwrap();
        settings.local_modes |= LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG;
        settings.input_modes |= InputModes::ICRNL;
        tcsetattr(&terminal, OptionalActions::Now, &settings).unwrap();
    }

    /// Waits until what the keys do that were pressed is on the screen: a redraw behind them is. Else what is waited
    /// for next may be what one of them has changed, and two that undo each other may come in one frame.
    #[track_caller]
    pub fn catches_up(&mut self) {
        const CLEARS: &[u8] = b"\x1b[2J";
        let count = |state: &State| state.written.windows(CLEARS.len()).filter(|it| *it == CLEARS).count();
        let before = count(&self.process.display.state());
        self.press("Ctrl-L");
        drop(self.process.display.wait_until("a redraw", |state| count(state) > before));
    }

    /// Changes the size that the terminal says it has; what is looked at stays as it was.
    pub fn resize_terminal_only(&self, size: (u16, u16)) {
        self.master.resize(pty_size(size)).unwrap();
    }

    /// Waits until these bytes were written so many times, and fails if it is more.
    #[track_caller]
    pub fn wrote(&self, bytes: &str, times: usize) {
        let count = |state: &State| String::from_utf8_lossy(&state.written).matches(bytes).count();
        let state = self
            .process
            .display
            .wait_until(&format!("{bytes:?} {times} times"), |state| count(state) >= times);
        assert_eq!(count(&state), times, "{bytes:?}");
    }

    /// Waits until these words are in a draft on the disk.
    #[track_caller]
    pub fn keeps_draft(&self, words: &str) {
        let home = self.home.path();
        waited_until(&format!("{words:?} on the disk"), || is_kept(home, words));
    }

    // --- the process

    /// Sends it a signal.
    pub fn signal(&self, signal: Signal) {
        self.process.signal(signal);
    }

    /// Waits until the process is stopped.
    #[track_caller]
    pub fn is_stopped(&self) {
        self.process.is_stopped();
    }

    /// Waits until the program has ended and all it wrote is on the screen.
    #[track_caller]
    pub fn ends(&self) -> ExitStatus {
        self.process.ends()
    }

    /// Waits for the end, which must come with this exit code, and looks at what is left behind.
    #[track_caller]
    pub fn ends_with(&self, code: u32) {
        let status = self.ends();
        self.is_as_before();
        assert_eq!(
            (status.exit_code(), status.signal()),
            (code, None),
            "{}",
            self.process.display.state().contents()
        );
    }

    /// Fails unless the terminal is as it was found.
    #[track_caller]
    pub fn is_as_before(&self) {
        let state = self.process.display.state();
        let screen = state.screen();
        let left_on = [
            ("the alternate screen", screen.alternate_screen()),
            ("bracketed paste", screen.bracketed_paste()),
            ("a hidden cursor", screen.hide_cursor()),
            ("application cursor keys", screen.application_cursor()),
            ("the mouse", screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None),
            (
                "a colour",
                screen.fgcolor() != vt100::Color::Default || screen.bgcolor() != vt100::Color::Default,
            ),
        ];
        let left_on: Vec<_> = left_on.iter().filter(|(_, is_on)| *is_on).map(|(what, _)| what).collect();
        assert!(left_on.is_empty(), "left on: {left_on:?}\n{}", state.contents());
        assert_eq!(modes::left_on(&state.written), [] as [&str; 0], "left on\n{}", state.contents());
        assert_eq!(settings(&*self.master), self.settings);
    }

    /// Waits until the process is stopped and the terminal is as it was found.
    #[track_caller]
    pub fn is_suspended(&self) {
        self.is_stopped();
        self.wait_for("the normal screen", |screen| !screen.alternate_screen());
        self.is_as_before();
    }

    /// Closes the window: the terminal is gone, and the program is on its own. Its home is still there.
    pub fn hang_up(mut self) -> (Process, TempDir) {
        // The reader holds the terminal too, and only lets go when there is something to read.
        self.process.display.give_up();
        self.press("Ctrl-L");
        self.reader.join().unwrap();
        (self.process, self.home)
    }
}

/// The settings of the terminal, in words that can be compared.
fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("a terminal has settings"))
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, ..PtySize::default() }
}
