//! Looking up where images are used, over many domains, user profiles and spaces.

use std::time::{Duration, Instant};

use anyhow::Result;

use super::burst::{SETTLED, SILENCE};
use super::keys::loaded;
use super::process;
use super::program::Program;
use super::service::Service;
use super::table::{Row, mebibytes, ratio};

/// So many domains, each with ten user profiles and ten spaces.
const DOMAINS: &str = "50";
/// How long each call takes.
const LATENCY: Duration = Duration::from_millis(30);
/// A description each of 50 domains, 500 user profiles and 500 spaces, and the pages of the lists.
const CALLS: u32 = 1050 + 1 + 5 + 5;

/// Looks it up once, on a service of its own.
pub fn measured(_: usize) -> Result<Vec<Row>> {
    let latency = LATENCY.as_millis().to_string();
    let service = Service::start(1, &["--domains", DOMAINS, "--latency", &latency])?;
    let mut session = loaded(&Program::sagescope(1, &service.url))?;
    let before = process::resident(session.pid)?;
    let pressed = Instant::now();
    session.press("4", SILENCE)?;
    session.written.wait_for("Defaults for users")?;
    let first_row = pressed.elapsed();
    session.written.wait_for("read just now")?;
    let whole = pressed.elapsed();
    session.written.settle(SETTLED)?;
    let memory = process::resident(session.pid)?.saturating_sub(before);
    session.quit()?;
    Ok(vec![
        Row::time("who uses it: first row", 1, first_row).within(first_row, 1000),
        Row::time("… all", 1, whole).ratio(ratio(whole, LATENCY * CALLS)).ratio_within(0.3, "call by call"),
        Row::new("… memory more", 1, &mebibytes(memory)).bound("≤ 4 MiB", memory <= 4 * 1024 * 1024),
    ])
}
