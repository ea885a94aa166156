//! `cargo bench`: how fast and how small the program is, beside a bare ratatui program with the
//! same rows that is measured in the same run.
//!
//! Nothing fails here for being slow: machines differ, and the ratio to the floor is what counts.

mod burst;
mod busy;
mod environment;
mod filter;
mod floor;
mod process;
mod program;
mod report;
mod round;
mod scan;
mod service;
mod session;
mod spread;

use std::time::Duration;

use anyhow::{Context as _, Result};

use busy::Busy;
use filter::Filter;
use program::Program;
use report::Report;
use round::Round;
use scan::Scan;
use service::Service;

/// How often everything is measured.
const ROUNDS: usize = 7;
/// How long the program is watched doing nothing.
const IDLE: Duration = Duration::from_secs(10);
/// How many images there are.
const FEW: usize = 100;
const MANY: usize = 10_000;
const VERY_MANY: usize = 100_000;
const COUNTS: [usize; 3] = [FEW, MANY, VERY_MANY];

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    if args.next().as_deref() == Some("floor") {
        let rows = args.next().unwrap_or_default().parse()?;
        return floor::run(rows);
    }
    if !cfg!(target_os = "linux") {
        println!("the figures come from /proc, which this system has not");
        return Ok(());
    }
    measure()?.print();
    Ok(())
}

/// Measures all programs by turns, so that what else the machine does befalls each of them.
fn measure() -> Result<Report> {
    let services = COUNTS.map(|images| Ok((images, Service::start(images, &[])?)));
    let services = services.into_iter().collect::<Result<Vec<_>>>()?;
    let mut report = Report::default();
    for round in 1..=ROUNDS {
        for (images, service) in &services {
            eprintln!("round {round} of {ROUNDS}, {images} images");
            report.floor.add(*images, Round::of(&Program::floor(*images)?)?);
            report.sagescope.add(*images, Round::of(&Program::sagescope(*images, service))?);
        }
    }
    for (images, service) in &services {
        eprintln!("{images} images, idle for {IDLE:?}");
        report.idle.push((*images, round::idle(&Program::sagescope(*images, service), IDLE)?));
    }
    for (images, service) in &services {
        eprintln!("{images} images, from place to place");
        report.switch.push((*images, round::switch(&Program::sagescope(*images, service))?));
    }
    eprintln!("where images are used");
    report.scan = Some(Scan::measured()?);
    let (_, service) = services.last().context("no service")?;
    eprintln!("{VERY_MANY} images, while they load, are sorted and are filtered");
    // What was measured before is told all the same.
    report.busy = Busy::measured(service).inspect_err(|error| eprintln!("not measured: {error}")).ok();
    report.filter = Some(Filter::measured(service)?);
    let hanging = Service::start(FEW, &["--fault", "*=hang"])?;
    for _ in 0..ROUNDS {
        report.quit.push(round::quit_while_hanging(&Program::sagescope(FEW, &hanging))?);
        report.first_run.push(round::first_run()?);
    }
    Ok(report)
}
