//! A program in a pseudo-terminal, with a clock beside it.

use std::io::{Read, Write};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

use super::burst::{Burst, Chunk};
use super::environment;
use super::program::Program;

const SIZE: PtySize = PtySize { cols: 120, rows: 40, pixel_width: 0, pixel_height: 0 };
const PATIENCE: Duration = Duration::from_mins(1);

/// What was written so far; woken with every chunk.
type Written = Arc<(Mutex<Vec<Chunk>>, Condvar)>;

/// The program, begun.
pub struct Session {
    pub pid: u32,
    begun: Instant,
    written: Written,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
    _home: TempDir,
}

impl Session {
    pub fn begin(program: &Program) -> Result<Self> {
        let home = TempDir::new()?;
        let pty = native_pty_system().openpty(SIZE)?;
        let written = Written::default();
        read(pty.master.try_clone_reader()?, Arc::clone(&written));
        let mut command = CommandBuilder::from_argv(program.argv.iter().map(Into::into).collect());
        command.env_clear();
        command.cwd(home.path());
        for (name, value) in environment::variables(&home) {
            command.env(name, value);
        }
        for (name, value) in &program.variables {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            }
        }
        let child = pty.slave.spawn_command(command)?;
        // It returns as the program is executed: what forking costs is nobody's fault.
        let begun = Instant::now();
        Ok(Self {
            pid: child.process_id().context("no process")?,
            begun,
            written,
            keyboard: pty.master.take_writer()?,
            child,
            _master: pty.master,
            _home: home,
        })
    }

    /// How long ago it was begun.
    pub fn age(&self) -> Duration {
        self.begun.elapsed()
    }

    /// How much has been written.
    pub fn mark(&self) -> usize {
        self.written.0.lock().map_or(0, |chunks| chunks.len())
    }

    /// Presses keys and waits for what they lead to; `silence` is how long nothing comes then.
    pub fn press(&mut self, keys: &str, silence: Duration) -> Result<(Instant, Burst)> {
        let mark = self.mark();
        let pressed = Instant::now();
        self.keyboard.write_all(keys.as_bytes())?;
        self.keyboard.flush()?;
        let burst = self.burst(mark, silence)?.context("a key led to nothing")?;
        Ok((pressed, burst))
    }

    /// Presses keys, and waits for nothing.
    pub fn press_on(&mut self, keys: &str) -> Result<()> {
        self.keyboard.write_all(keys.as_bytes())?;
        Ok(self.keyboard.flush()?)
    }

    /// Presses a key, and waits for the frame in which the cursor of the list has moved, whatever else is drawn.
    pub fn moves(&mut self, key: &str) -> Result<Duration> {
        let mark = self.mark();
        let pressed = Instant::now();
        self.press_on(key)?;
        let (chunks, more) = &*self.written;
        let lock = chunks.lock().map_err(|_| anyhow::anyhow!("the reader has panicked"))?;
        let moved = |chunks: &[Chunk]| {
            chunks.iter().skip(mark).find(|chunk| has_cursor(&chunk.bytes)).map(|it| it.at)
        };
        let waited = more.wait_timeout_while(lock, PATIENCE, |chunks| moved(chunks).is_none());
        let Ok((lock, _)) = waited else { bail!("the reader has panicked") };
        let at = moved(&lock).with_context(|| format!("{key:?} moved nothing"))?;
        Ok(at.saturating_duration_since(pressed))
    }

    /// Waits for something to be written after `mark`, and then for silence.
    pub fn burst(&self, mark: usize, silence: Duration) -> Result<Option<Burst>> {
        let (chunks, more) = &*self.written;
        let lock = chunks.lock().map_err(|_| anyhow::anyhow!("the reader has panicked"))?;
        let begun = |chunks: &mut Vec<Chunk>| chunks.len() <= mark;
        let Ok((mut lock, waited)) = more.wait_timeout_while(lock, PATIENCE, begun) else {
            bail!("the reader has panicked");
        };
        if waited.timed_out() {
            return Ok(None);
        }
        loop {
            let quiet = lock.last().map_or(Duration::ZERO, |chunk| chunk.at.elapsed());
            let Some(left) = silence.checked_sub(quiet) else { return Ok(Burst::of(&lock[mark..])) };
            let Ok((again, _)) = more.wait_timeout(lock, left.max(Duration::from_micros(100))) else {
                bail!("the reader has panicked");
            };
            lock = again;
        }
    }

    /// Waits until nothing has been written for this long.
    pub fn settle(&self, silence: Duration) -> Result<()> {
        self.burst(0, silence)?.map(drop).context("it writes nothing at all")
    }

    /// Waits until `words` are on the screen.
    pub fn wait_for(&self, words: &str) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        let (chunks, more) = &*self.written;
        let (mut parser, mut fed) = (parser()?, 0);
        let mut lock = chunks.lock().map_err(|_| anyhow::anyhow!("the reader has panicked"))?;
        loop {
            lock[fed..].iter().for_each(|chunk| parser.process(&chunk.bytes));
            fed = lock.len();
            if parser.screen().contents().contains(words) {
                return Ok(());
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                bail!("no {words:?} on the screen:\n{}", parser.screen().contents());
            }
            let Ok((again, _)) = more.wait_timeout(lock, left) else { bail!("the reader has panicked") };
            lock = again;
        }
    }

    /// How long it took to the first byte, and until something was to be seen.
    pub fn startup(&self) -> Result<(Duration, Duration)> {
        let chunks = self.written.0.lock().map_err(|_| anyhow::anyhow!("the reader has panicked"))?;
        let first = chunks.first().context("nothing was written")?.at;
        let mut parser = parser()?;
        let painted = chunks.iter().find(|chunk| {
            parser.process(&chunk.bytes);
            !parser.screen().contents().trim().is_empty()
        });
        let painted = painted.context("nothing was painted")?.at;
        Ok((first.saturating_duration_since(self.begun), painted.saturating_duration_since(self.begun)))
    }

    /// Presses `q` and waits for the end.
    pub fn quit(mut self) -> Result<Duration> {
        let pressed = Instant::now();
        self.keyboard.write_all(b"q")?;
        self.child.wait()?;
        Ok(pressed.elapsed())
    }
}

impl Drop for Session {
    /// Where a measurement fails, the program ends too; after `quit` it has.
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = self.child.kill();
        }
    }
}

/// Notes what comes, and when, and nothing more: what it means is worked out later.
fn read(mut from: Box<dyn Read + Send>, written: Written) {
    thread::spawn(move || {
        let mut bytes = vec![0; 64 * 1024];
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            let chunk = Chunk { at: Instant::now(), bytes: bytes[..count].to_vec() };
            let Ok(mut chunks) = written.0.lock() else { return };
            chunks.push(chunk);
            written.1.notify_all();
        }
    });
}

/// Whether the marker of the cursor is written.
fn has_cursor(bytes: &[u8]) -> bool {
    let marker = "▌".as_bytes();
    bytes.windows(marker.len()).any(|part| part == marker)
}

fn parser() -> Result<vt100::Parser> {
    let rows = SIZE.rows.try_into().context("no rows")?;
    let columns = SIZE.cols.try_into().context("no columns")?;
    Ok(vt100::Parser::new(rows, columns, 0))
}
