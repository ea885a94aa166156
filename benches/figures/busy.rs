//! Keys that are pressed while very many images load, are sorted, or are filtered.

use std::time::Duration;

use anyhow::{Context as _, Result};

use super::VERY_MANY;
use super::burst::SETTLED;
use super::program::Program;
use super::service::Service;
use super::session::Session;
use super::spread::median;
use super::table::Row;

/// So many keys are pressed from the first row on: while all load, and hardly longer.
const LOADING: usize = 150;
/// So many keys are pressed behind each change of the order or the filter: while that goes on, and a little longer.
const KEYS: usize = 12;
/// So many columns can be sorted by.
const SORTS: usize = 7;
/// As a terminal tells it.
const PAGE_DOWN: &str = "\u{1b}[6~";
/// What is filtered by: letters that stand together, strewn, and turned around.
const FILTERS: [&str; 4] = ["gpu", "vsn9", "-cpu", "status:failed"];

/// Presses keys in one program, and takes the time from each to the frame in which the cursor has moved.
pub fn measured(_: usize) -> Result<Vec<Row>> {
    let service = Service::start(VERY_MANY, &[])?;
    let mut session = Session::begin(&Program::sagescope(VERY_MANY, &service.url))?;
    session.written.wait_for("Images 1/")?;
    let loading = moves(&mut session, &UP_AND_DOWN, LOADING).context("while they load")?;
    session.written.wait_for(&format!("/{VERY_MANY} "))?;
    session.written.settle(SETTLED)?;
    let mut sorting = Vec::new();
    for _ in 0..SORTS {
        begin_amid(&mut session)?;
        session.press_on("s")?;
        sorting.extend(moves(&mut session, &["j"], KEYS).context("while they are sorted")?);
        session.written.settle(SETTLED)?;
    }
    let mut filtering = Vec::new();
    for filter in FILTERS {
        begin_amid(&mut session)?;
        session.press_on(&format!("/{filter}\r"))?;
        filtering.extend(moves(&mut session, &["j"], KEYS).context("while they are filtered")?);
        session.press("\u{1b}", SETTLED)?;
    }
    session.quit()?;
    Ok([("loading", loading), ("sorting", sorting), ("filtering", filtering)].map(row).into())
}

/// Goes where both keys move the cursor, also when its image is somewhere else in another order: at an end of the
/// list, one of them would lead to nothing.
fn begin_amid(session: &mut Session) -> Result<()> {
    session.press_on("g")?;
    session.written.wait_for(&format!(" 1/{VERY_MANY} "))?;
    session.press(&PAGE_DOWN.repeat(30), SETTLED).map(drop)
}

/// One down and one up.
pub const UP_AND_DOWN: [&str; 2] = ["j", "k"];

/// Presses these by turns, so many in all. Where the cursor moves also by itself, since its image does, they all have
/// to go one way: it might be brought back to where it was before anything was drawn.
pub fn moves(session: &mut Session, keys: &[&str], count: usize) -> Result<Vec<Duration>> {
    keys.iter().cycle().take(count).map(|key| session.moves(key)).collect()
}

fn row((what, spans): (&str, Vec<Duration>)) -> Row {
    let slowest = spans.iter().copied().max().unwrap_or_default();
    let name = format!("slowest of {} keys, {what}", spans.len());
    Row::time(name, VERY_MANY, slowest)
        .beside(&format!("p50 {:.2}", median(spans).as_secs_f64() * 1e3))
        .within(slowest, 16)
}
