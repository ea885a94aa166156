//! One round of measurements of one program.

use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use anyhow::Result;

use super::burst::SILENCE;
use super::process;
use super::program::Program;
use super::session::Session;
use super::spread::median;

/// So many keys are pressed one by one.
const KEYS: usize = 40;
/// So many are written at once.
pub const FLOOD: usize = 1000;
/// Longer than anything the program does by itself after a key.
const SETTLED: Duration = Duration::from_millis(600);

/// What one round found.
#[derive(Debug, Clone, Copy)]
pub struct Round {
    /// From the start to the first byte.
    pub first_byte: Duration,
    /// From the start to the first frame.
    pub first_frame: Duration,
    /// From a key to the first byte it led to: the median of many.
    pub key_first: Duration,
    /// From a key to the last byte.
    pub key: Duration,
    /// From a thousand keys to the last byte.
    pub flood: Duration,
    pub flood_bytes: usize,
    /// Frames painted for them; none are counted in a program that does not mark them.
    pub flood_frames: usize,
    /// Memory after the list is loaded, in bytes.
    pub resident: u64,
    /// From `q` to the end.
    pub quit: Duration,
}

impl Round {
    pub fn of(program: &Program) -> Result<Self> {
        let mut session = loaded(program)?;
        let (first_byte, first_frame) = session.startup()?;
        let resident = process::resident(session.pid)?;
        let (mut firsts, mut lasts) = (Vec::new(), Vec::new());
        for _ in 0..KEYS {
            let (pressed, burst) = session.press("j", SILENCE)?;
            firsts.push(burst.first - pressed);
            lasts.push(burst.last - pressed);
        }
        session.settle(SETTLED)?;
        let (pressed, burst) = session.press(&"j".repeat(FLOOD), SILENCE * 3)?;
        session.settle(SETTLED)?;
        Ok(Self {
            first_byte,
            first_frame,
            key_first: median(firsts),
            key: median(lasts),
            flood: burst.last - pressed,
            flood_bytes: burst.bytes,
            flood_frames: burst.frames,
            resident,
            quit: session.quit()?,
        })
    }
}

/// A program whose list is there and that has come to rest.
fn loaded(program: &Program) -> Result<Session> {
    let session = Session::begin(program)?;
    session.wait_for(&program.loaded)?;
    session.settle(SETTLED)?;
    Ok(session)
}

/// What a program does while nobody asks anything of it.
#[derive(Debug, Clone, Copy)]
pub struct Idle {
    pub bytes: usize,
    pub ticks: u64,
    pub time: Duration,
}

/// Watches a program for a while.
pub fn idle(program: &Program, span: Duration) -> Result<Idle> {
    let session = loaded(program)?;
    let (mark, before) = (session.mark(), process::used(session.pid)?);
    thread::sleep(span);
    let after = process::used(session.pid)?;
    let written = if session.mark() > mark { session.burst(mark, Duration::ZERO)? } else { None };
    session.quit()?;
    Ok(Idle {
        bytes: written.map_or(0, |burst| burst.bytes),
        ticks: after.ticks - before.ticks,
        time: after.time.saturating_sub(before.time),
    })
}

/// How long it takes to quit while no request is answered.
pub fn quit_while_hanging(program: &Program) -> Result<Duration> {
    let session = Session::begin(program)?;
    session.wait_for("q quit")?;
    session.settle(SETTLED)?;
    session.quit()
}

/// How long it takes to be back at a place that was seen before: from Enter to the frame with its
/// rows. Each is one of two regions.
pub fn switch(program: &Program) -> Result<Duration> {
    let mut session = loaded(program)?;
    go(&mut session, "eu-west-2")?;
    session.wait_for(&program.loaded)?;
    session.settle(SETTLED)?;
    let mut spans = Vec::new();
    for region in ["us-east-1", "eu-west-2"].into_iter().cycle().take(SWITCHES) {
        spans.push(go(&mut session, region)?);
        session.settle(SETTLED)?;
    }
    session.quit()?;
    Ok(median(spans))
}

/// So often the place is changed.
const SWITCHES: usize = 6;

fn go(session: &mut Session, region: &str) -> Result<Duration> {
    session.press("R", SILENCE)?;
    session.press(region, SILENCE)?;
    session.settle(SETTLED)?;
    let (pressed, burst) = session.press("\r", SILENCE)?;
    Ok(burst.first - pressed)
}

/// From the start to the page that tells what was looked for, where there are no credentials and the
/// metadata service says nothing.
pub fn first_run() -> Result<Duration> {
    let hole = TcpListener::bind("127.0.0.1:0")?;
    let program = Program::keyless(format!("http://{}", hole.local_addr()?));
    let session = Session::begin(&program)?;
    session.wait_for(&program.loaded)?;
    let age = session.age();
    session.quit()?;
    Ok(age)
}
