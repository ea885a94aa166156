//! Where nothing is answered: the end, and the page of the first run.

use std::net::TcpListener;
use std::time::Duration;

use anyhow::Result;

use super::FEW;
use super::burst::SETTLED;
use super::program::Program;
use super::service::Service;
use super::session::Session;
use super::spread::median;
use super::table::Row;

pub fn measured(rounds: usize) -> Result<Vec<Row>> {
    let hanging = Service::start(FEW, &["--fault", "*=hang"])?;
    let (mut quits, mut first_runs) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        quits.push(quit_while_hanging(&Program::sagescope(FEW, &hanging.url))?);
        first_runs.push(first_run()?);
    }
    let (quit, first_run) = (median(quits), median(first_runs));
    Ok(vec![
        Row::time("q with requests out", FEW, quit).within(quit, 3),
        Row::time("no keys, metadata silent", 0, first_run).within(first_run, 2000),
    ])
}

/// How long it takes to quit while no request is answered.
fn quit_while_hanging(program: &Program) -> Result<Duration> {
    let session = Session::begin(program)?;
    session.written.wait_for("q quit")?;
    session.written.settle(SETTLED)?;
    session.quit()
}

/// From the start to the page that tells what was looked for, where there are no credentials and the
/// metadata service says nothing.
fn first_run() -> Result<Duration> {
    let hole = TcpListener::bind("127.0.0.1:0")?;
    let program = Program::keyless(format!("http://{}", hole.local_addr()?));
    let session = Session::begin(&program)?;
    session.written.wait_for(&program.loaded)?;
    let age = session.begun.elapsed();
    session.quit()?;
    Ok(age)
}
