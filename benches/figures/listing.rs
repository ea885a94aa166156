//! Listing many images from a service that is far away.

use std::net::TcpStream;
use std::time::{Duration, Instant};

use anyhow::Result;

use super::MANY;
use super::http::list_page;
use super::program::Program;
use super::service::Service;
use super::session::Session;
use super::spread::median;
use super::table::Row;
use super::written::PATIENCE;

/// So often; each takes some seconds.
const MOST: usize = 3;

/// Lists them in the program, from its first frame on, and beside it one page after another.
pub fn measured(rounds: usize) -> Result<Vec<Row>> {
    let service = Service::start(MANY, &["--latency", "20"])?;
    let (mut ours, mut pages) = (Vec::new(), Vec::new());
    for _ in 0..rounds.min(MOST) {
        let session = Session::begin(&Program::sagescope(MANY, &service.url))?;
        session.written.wait_for(&format!("1/{MANY} "))?;
        ours.push(session.written.painted()?.elapsed());
        session.quit()?;
        pages.push(page_after_page(&service.url)?);
    }
    let (ours, pages) = (median(ours), median(pages));
    let row = Row::time("all listed, 20 ms a round trip", MANY, ours);
    Ok(vec![row.times(ours, pages).ratio_within(0.55, "page after page (as floor)")])
}

fn page_after_page(url: &str) -> Result<Duration> {
    let begun = Instant::now();
    let mut stream = TcpStream::connect(url.trim_start_matches("http://").trim_end_matches('/'))?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut token = None;
    loop {
        token = list_page(&mut stream, token.as_deref())?;
        if token.is_none() {
            return Ok(begun.elapsed());
        }
    }
}
