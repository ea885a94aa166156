//! What a program does while nobody asks anything of it.

use std::thread;
use std::time::Duration;

use anyhow::Result;

use super::keys::loaded;
use super::process;
use super::program::Program;
use super::service::Service;
use super::table::{Row, milliseconds};
use super::{FEW, VERY_MANY};

/// So long it is watched.
const SPAN: Duration = Duration::from_secs(10);
/// So long it may go on after the last it has written: what it was asked for may end at a timer.
const AFTERWARDS: Duration = Duration::from_secs(2);

/// Watches it, with background reads off.
pub fn measured(_: usize) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for images in [FEW, VERY_MANY] {
        let service = Service::start(images, &[])?;
        let session = loaded(&Program::sagescope(images, &service.url).with(&["--refresh", "off"]))?;
        thread::sleep(AFTERWARDS);
        let (mark, before) = (session.written.mark()?, process::used(session.pid)?);
        thread::sleep(SPAN);
        let after = process::used(session.pid)?;
        let has_written = session.written.mark()? > mark;
        let bytes = if has_written { session.written.burst(mark, Duration::ZERO)?.bytes } else { 0 };
        session.quit()?;
        let time = after.time.saturating_sub(before.time);
        let wakes = after.wakes.saturating_sub(before.wakes);
        rows.push(Row::new("idle 10 s, bytes", images, &bytes).bound("0", bytes == 0));
        rows.push(Row::new("… processor", images, &milliseconds(time)).within(time, 1));
        rows.push(Row::new("… times it woke", images, &wakes).bound("0", wakes == 0));
    }
    Ok(rows)
}
