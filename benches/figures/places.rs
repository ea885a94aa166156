//! From place to place.

use std::time::Duration;

use anyhow::Result;

use super::burst::{SETTLED, SILENCE};
use super::keys::loaded;
use super::program::Program;
use super::service::Service;
use super::session::Session;
use super::spread::median;
use super::table::Row;
use super::{FEW, VERY_MANY};

/// So often the place is changed.
const SWITCHES: usize = 6;

/// How long it takes to be back at a place that was seen before: from Enter to the frame with its
/// rows. Each is one of two regions.
pub fn measured(_: usize) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for images in [FEW, VERY_MANY] {
        let service = Service::start(images, &[])?;
        let span = switch(&Program::sagescope(images, &service.url))?;
        rows.push(Row::time("back at a place", images, span).within(span, 16));
    }
    Ok(rows)
}

fn switch(program: &Program) -> Result<Duration> {
    let mut session = loaded(program)?;
    go(&mut session, "eu-west-2")?;
    session.written.wait_for(&program.loaded)?;
    session.written.settle(SETTLED)?;
    let mut spans = Vec::new();
    for region in ["us-east-1", "eu-west-2"].into_iter().cycle().take(SWITCHES) {
        spans.push(go(&mut session, region)?);
        session.written.settle(SETTLED)?;
    }
    session.quit()?;
    Ok(median(spans))
}

fn go(session: &mut Session, region: &str) -> Result<Duration> {
    session.press("R", SILENCE)?;
    session.press(region, SILENCE)?;
    session.written.settle(SETTLED)?;
    let (pressed, burst) = session.press("\r", SILENCE)?;
    Ok(burst.first - pressed)
}
