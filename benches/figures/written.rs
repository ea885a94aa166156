//! What a program has written, and waiting for it. No wait is without an end.

use std::io::Read;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow, bail};

use super::burst::{Burst, Chunk};
use super::program::Size;

/// Longer than anything is waited for.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// What was written so far, as it was read.
#[derive(Clone)]
pub struct Written {
    shared: Arc<(Mutex<Output>, Condvar)>,
    size: Size,
}

#[derive(Default)]
struct Output {
    chunks: Vec<Chunk>,
    /// Nothing more comes.
    has_ended: bool,
}

impl Written {
    /// Notes what comes, and when, and nothing more: what it means is worked out later.
    pub fn to(size: Size, mut from: Box<dyn Read + Send>) -> Self {
        let written = Self { shared: Arc::default(), size };
        let noted = Arc::clone(&written.shared);
        thread::spawn(move || {
            let (output, more) = &*noted;
            let mut bytes = vec![0; 64 * 1024];
            loop {
                let count = from.read(&mut bytes).unwrap_or_default();
                let at = Instant::now();
                let Ok(mut output) = output.lock() else { return };
                output.has_ended = count == 0;
                if count > 0 {
                    output.chunks.push(Chunk { at, bytes: bytes[..count].to_vec() });
                }
                more.notify_all();
                if count == 0 {
                    return;
                }
            }
        });
        written
    }

    fn lock(&self) -> Result<MutexGuard<'_, Output>> {
        self.shared.0.lock().map_err(|_| anyhow!("the reader has panicked"))
    }

    /// How much has been written.
    pub fn mark(&self) -> Result<usize> {
        Ok(self.lock()?.chunks.len())
    }

    /// Waits until `look` finds what it looks for in what was written after `mark`.
    pub fn wait_until<T>(
        &self,
        mark: usize,
        what: &str,
        mut look: impl FnMut(&[Chunk]) -> Option<T>,
    ) -> Result<T> {
        let deadline = Instant::now() + PATIENCE;
        let mut output = self.lock()?;
        loop {
            if let Some(found) = look(output.chunks.get(mark..).unwrap_or_default()) {
                return Ok(found);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if output.has_ended || left.is_zero() {
                let how = if output.has_ended { "it has ended" } else { "a minute was not enough" };
                drop(output);
                bail!("{what}: {how}; on the screen is\n{}", self.screen()?.contents());
            }
            let waited = self.shared.1.wait_timeout(output, left);
            output = waited.map_err(|_| anyhow!("the reader has panicked"))?.0;
        }
    }

    /// Waits for something to be written after `mark`, and then for silence.
    pub fn burst(&self, mark: usize, silence: Duration) -> Result<Burst> {
        self.wait_until(mark, "nothing was written", |chunks| chunks.first().map(drop))?;
        let deadline = Instant::now() + PATIENCE;
        let mut output = self.lock()?;
        loop {
            let quiet = output.chunks.last().map_or(Duration::ZERO, |chunk| chunk.at.elapsed());
            let Some(left) = silence.checked_sub(quiet) else {
                return Burst::of(&output.chunks[mark..]).context("nothing was written");
            };
            if Instant::now() > deadline {
                drop(output);
                bail!("it is never silent for {silence:?}; on the screen is\n{}", self.screen()?.contents());
            }
            let waited = self.shared.1.wait_timeout(output, left.max(Duration::from_micros(100)));
            output = waited.map_err(|_| anyhow!("the reader has panicked"))?.0;
        }
    }

    /// Waits until nothing has been written for this long.
    pub fn settle(&self, silence: Duration) -> Result<()> {
        self.burst(0, silence).map(drop)
    }

    /// Waits until `words` are on the screen.
    pub fn wait_for(&self, words: &str) -> Result<()> {
        let (mut parser, mut fed) = (self.parser()?, 0);
        self.wait_until(0, &format!("no {words:?}"), |chunks| {
            chunks[fed..].iter().for_each(|chunk| parser.process(&chunk.bytes));
            fed = chunks.len();
            parser.screen().contents().contains(words).then_some(())
        })
    }

    /// When something was to be seen.
    pub fn painted(&self) -> Result<Instant> {
        let output = self.lock()?;
        let mut parser = self.parser()?;
        let painted = output.chunks.iter().find(|chunk| {
            parser.process(&chunk.bytes);
            !parser.screen().contents().trim().is_empty()
        });
        Ok(painted.context("nothing was painted")?.at)
    }

    /// When `mark` came, if it came alone, and what came next.
    pub fn marked(&self, mark: &str) -> Result<Option<(Instant, Instant)>> {
        Ok(match &self.lock()?.chunks[..] {
            [first, next, ..] if first.bytes == mark.as_bytes() => Some((first.at, next.at)),
            _ => None,
        })
    }

    /// What is on the screen now.
    pub fn screen(&self) -> Result<vt100::Screen> {
        let mut parser = self.parser()?;
        self.lock()?.chunks.iter().for_each(|chunk| parser.process(&chunk.bytes));
        Ok(parser.screen().clone())
    }

    /// A terminal of this size, on which nothing is written.
    pub fn parser(&self) -> Result<vt100::Parser> {
        let rows = self.size.rows.try_into().context("no rows")?;
        let columns = self.size.columns.try_into().context("no columns")?;
        Ok(vt100::Parser::new(rows, columns, 0))
    }
}
