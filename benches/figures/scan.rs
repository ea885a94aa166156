//! Looking up where images are used, over many domains, user profiles and spaces.

use std::time::{Duration, Instant};

use anyhow::Result;

use super::burst::SILENCE;
use super::process;
use super::program::Program;
use super::service::Service;
use super::session::Session;

/// So many domains, each with ten user profiles and ten spaces.
const DOMAINS: &str = "50";
/// How long each call takes.
const LATENCY: Duration = Duration::from_millis(30);
/// A description each of 50 domains, 500 user profiles and 500 spaces, and the pages of the lists.
const CALLS: u32 = 1050 + 1 + 5 + 5;

/// What one scan took.
#[derive(Debug, Clone, Copy)]
pub struct Scan {
    /// From the key to the first user.
    pub first_row: Duration,
    /// From the key to the end.
    pub whole: Duration,
    /// How much more memory there is in use afterwards, in bytes.
    pub memory: u64,
}

impl Scan {
    /// Looks it up once, on a service of its own.
    pub fn measured() -> Result<Self> {
        let latency = LATENCY.as_millis().to_string();
        let service = Service::start(1, &["--domains", DOMAINS, "--latency", &latency])?;
        let program = Program::sagescope(1, &service);
        let mut session = Session::begin(&program)?;
        session.wait_for(&program.loaded)?;
        session.settle(Duration::from_millis(600))?;
        let before = process::resident(session.pid)?;
        let pressed = Instant::now();
        session.press("4", SILENCE)?;
        session.wait_for("Defaults for users")?;
        let first_row = pressed.elapsed();
        session.wait_for("read just now")?;
        let whole = pressed.elapsed();
        session.settle(Duration::from_millis(600))?;
        let memory = process::resident(session.pid)?.saturating_sub(before);
        session.quit()?;
        Ok(Self { first_row, whole, memory })
    }

    /// What part of the time it took that one call after another would take.
    pub fn part(&self) -> f64 {
        self.whole.as_secs_f64() / (LATENCY * CALLS).as_secs_f64()
    }
}
