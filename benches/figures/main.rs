//! `cargo bench`: how fast and how small the program is, beside a bare ratatui program with the
//! same rows that is measured in the same run.
//!
//! Nothing fails here for being slow: machines differ, and the ratio to the floor is what counts. A part
//! that can't be measured is told, and does not keep the others from it.

mod burst;
mod busy;
mod cells;
mod disturbed;
mod ends;
mod environment;
mod filter;
mod floor;
mod http;
mod idle;
mod keys;
mod listing;
mod options;
mod places;
mod process;
mod program;
mod proxy;
mod scan;
mod service;
mod session;
mod spread;
mod start;
mod table;
mod written;

use std::time::Instant;

use anyhow::Result;

use options::Options;
use table::Row;

/// How many images there are.
const FEW: usize = 100;
const MANY: usize = 10_000;
const VERY_MANY: usize = 100_000;

/// Measures so many rounds.
type Measure = fn(usize) -> Result<Vec<Row>>;

const PARTS: [(&str, Measure); 11] = [
    ("start", start::measured),
    ("keys", keys::measured),
    ("cells", cells::measured),
    ("busy", busy::measured),
    ("disturbed", disturbed::measured),
    ("filter", filter::measured),
    ("listing", listing::measured),
    ("idle", idle::measured),
    ("ends", ends::measured),
    ("places", places::measured),
    ("scan", scan::measured),
];

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [name, rows] = &args[..]
        && name == "floor"
    {
        return floor::run(rows.parse()?);
    }
    let options = Options::read(args)?;
    if !cfg!(target_os = "linux") {
        println!("the figures come from /proc, which this system has not");
        return Ok(());
    }
    table::print_head();
    let mut all = Vec::new();
    for (name, measure) in PARTS.into_iter().filter(|(name, _)| options.wants(name)) {
        let begun = Instant::now();
        let rows = measure(options.rounds).unwrap_or_else(|error| {
            eprintln!("{name}: {error:#}");
            vec![Row::failed(name, &error)]
        });
        table::print(&rows);
        eprintln!("({name}: {:.0} s)", begun.elapsed().as_secs_f64());
        all.extend(rows);
    }
    table::print_sum(&all);
    Ok(())
}
