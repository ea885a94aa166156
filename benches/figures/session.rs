//! A program in a pseudo-terminal, with a clock beside it.

use std::io::Write;
use std::rc::Rc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

use super::burst::{Burst, Chunk};
use super::environment;
use super::program::{Program, Size};
use super::written::{PATIENCE, Written};

/// The program, begun.
pub struct Session {
    pub pid: u32,
    /// When it was executed: what forking costs is nobody's fault.
    pub begun: Instant,
    pub written: Written,
    follower: Follower,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
    _home: Rc<TempDir>,
}

impl Session {
    /// In a new home.
    pub fn begin(program: &Program) -> Result<Self> {
        Self::begin_in(&Rc::new(TempDir::new()?), program)
    }

    pub fn begin_in(home: &Rc<TempDir>, program: &Program) -> Result<Self> {
        let Size { columns: cols, rows } = program.size;
        let pty = native_pty_system().openpty(PtySize { cols, rows, pixel_width: 0, pixel_height: 0 })?;
        let written = Written::to(program.size, pty.master.try_clone_reader()?);
        let mut command = CommandBuilder::from_argv(program.argv.iter().map(Into::into).collect());
        command.env_clear();
        command.cwd(home.path());
        for (name, value) in environment::variables(home) {
            command.env(name, value);
        }
        for (name, value) in &program.variables {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            }
        }
        let child = pty.slave.spawn_command(command)?;
        let begun = Instant::now();
        Ok(Self {
            pid: child.process_id().context("no process")?,
            begun,
            follower: Follower { parser: written.parser()?, fed: 0 },
            written,
            keyboard: pty.master.take_writer()?,
            child,
            _master: pty.master,
            _home: Rc::clone(home),
        })
    }

    /// Presses keys and waits for what they lead to; `silence` is how long nothing comes then.
    pub fn press(&mut self, keys: &str, silence: Duration) -> Result<(Instant, Burst)> {
        let mark = self.written.mark()?;
        let pressed = self.press_on(keys)?;
        let burst = self.written.burst(mark, silence).with_context(|| format!("after {keys:?}"))?;
        Ok((pressed, burst))
    }

    /// Presses keys, and waits for nothing; tells when.
    pub fn press_on(&mut self, keys: &str) -> Result<Instant> {
        let pressed = Instant::now();
        self.keyboard.write_all(keys.as_bytes())?;
        self.keyboard.flush()?;
        Ok(pressed)
    }

    /// Presses a key, and waits for the frame in which the cursor of the list is at another place, whatever else is
    /// drawn. The title tells which that is: where the list scrolls, the cursor stays where it was on the screen.
    pub fn moves(&mut self, key: &str) -> Result<Duration> {
        let Self { written, follower, .. } = self;
        written.wait_until(follower.fed, "", |chunks| {
            for chunk in chunks {
                follower.take(chunk);
            }
            Some(())
        })?;
        let (before, mark) = (follower.place(), follower.fed);
        let pressed = self.press_on(key)?;
        let Self { written, follower, .. } = self;
        let moved = written.wait_until(mark, &format!("{key:?} moved nothing"), |chunks| {
            chunks[follower.fed - mark..].iter().find_map(|chunk| {
                follower.take(chunk);
                (follower.place() != before).then_some(chunk.at)
            })
        })?;
        Ok(moved.saturating_duration_since(pressed))
    }

    /// Presses `q` and waits for the end.
    pub fn quit(mut self) -> Result<Duration> {
        let (has_ended, waits) = channel::<()>();
        let mut killer = self.child.clone_killer();
        let guard = thread::spawn(move || {
            let is_late = waits.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout);
            if is_late {
                let _ = killer.kill();
            }
            is_late
        });
        let pressed = self.press_on("q")?;
        self.child.wait()?;
        let taken = pressed.elapsed();
        drop(has_ended);
        match guard.join() {
            Ok(false) => Ok(taken),
            _ => bail!("it did not end; on the screen is\n{}", self.written.screen()?.contents()),
        }
    }
}

impl Drop for Session {
    /// Where a measurement fails, the program ends too; after `quit` it has.
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

/// Follows what is on the screen, chunk by chunk.
struct Follower {
    parser: vt100::Parser,
    /// So many chunks were taken.
    fed: usize,
}

impl Follower {
    fn take(&mut self, chunk: &Chunk) {
        self.parser.process(&chunk.bytes);
        self.fed += 1;
    }

    /// The number of the row that the cursor of the list is on, as the title tells it.
    fn place(&self) -> Option<usize> {
        let screen = self.parser.screen();
        let title = screen.rows(0, screen.size().1.get()).nth(1)?;
        let (_, behind) = title.split_once(" Images ")?;
        behind.split_once('/')?.0.parse().ok()
    }
}
