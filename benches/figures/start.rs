//! From the start to the first frame, and to the first row.

use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use tempfile::TempDir;

use super::FEW;
use super::burst::contains;
use super::process;
use super::program::Program;
use super::service::Service;
use super::session::Session;
use super::spread::median;
use super::table::{Row, ratio};

/// So many starts a round: they take no time.
const STARTS: usize = 3;

/// Moves the cursor to where it is. What a program takes is counted from when a shell has written it, just before it
/// becomes the program: when the one who begins it learns of that, the program may have written something already.
const MARK: &str = "\r";
/// So often it may come together with what the program writes.
const TRIES: usize = 10;

/// What one start took, from when the program was executed.
#[derive(Debug, Clone, Copy)]
struct Start {
    byte: Duration,
    frame: Duration,
    row: Duration,
    /// The processor time until the row was there.
    processor: Duration,
}

impl Start {
    /// Starts it twice: the processor time of the shell would count.
    fn of(program: &Program, home: &Rc<TempDir>) -> Result<Self> {
        let (session, _) = until_row(program, home)?;
        // What it does for the image at the cursor does not count.
        process::stop(session.pid)?;
        let processor = process::used(session.pid)?.time;
        process::go_on(session.pid)?;
        session.quit()?;
        let marked = program.clone().marked(MARK);
        for _ in 0..TRIES {
            let (session, row) = until_row(&marked, home)?;
            let (times, painted) = (session.written.marked(MARK)?, session.written.painted()?);
            session.quit()?;
            if let Some((begun, byte)) = times {
                let [byte, frame, row] = [byte, painted, row].map(|at| at.saturating_duration_since(begun));
                return Ok(Self { byte, frame, row, processor });
            }
        }
        bail!("its start was not seen")
    }
}

fn until_row(program: &Program, home: &Rc<TempDir>) -> Result<(Session, Instant)> {
    let session = Session::begin_in(home, program)?;
    let row = session.written.wait_until(0, "no row", |chunks| {
        chunks.iter().find(|chunk| contains(&chunk.bytes, program.row)).map(|chunk| chunk.at)
    })?;
    Ok((session, row))
}

/// By turns: the floor, the program where it was before, and where it never was, so that it makes its folders first.
pub fn measured(rounds: usize) -> Result<Vec<Row>> {
    let service = Service::start(FEW, &[])?;
    let (floor, ours) = (Program::floor(FEW)?, Program::sagescope(FEW, &service.url));
    let home = Rc::new(TempDir::new()?);
    Start::of(&ours, &home)?;
    let (mut floors, mut starts, mut firsts) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds * STARTS {
        floors.push(Start::of(&floor, &home)?);
        starts.push(Start::of(&ours, &home)?);
        firsts.push(until_first_row(&ours)?);
    }
    let of = |starts: &[Start], figure: fn(&Start) -> Duration| median(starts.iter().map(figure).collect());
    let all = |figure| (of(&starts, figure), of(&floors, figure));
    let (byte, byte_floor) = all(|start| start.byte);
    let (frame, frame_floor) = all(|start| start.frame);
    let (row, row_floor) = all(|start| start.row);
    let (processor, processor_floor) = all(|start| start.processor);
    let first = median(firsts);
    Ok(vec![
        Row::time("to the first byte", FEW, byte).times(byte, byte_floor),
        Row::time("to the first frame", FEW, frame).times(frame, frame_floor).ratio_within(1.3, "floor"),
        Row::time("to the first row", FEW, row)
            .times(row, row_floor)
            .ratio(ratio(row, frame))
            .ratio_within(1.8, "its first frame"),
        Row::time("… where it never was before", FEW, first).ratio(ratio(first, frame)),
        Row::time("processor until the first row", FEW, processor)
            .times(processor, processor_floor)
            .ratio_within(3.0, "floor"),
    ])
}

/// In a home where it never was.
fn until_first_row(program: &Program) -> Result<Duration> {
    let marked = program.clone().marked(MARK);
    for _ in 0..TRIES {
        let (session, row) = until_row(&marked, &Rc::new(TempDir::new()?))?;
        let times = session.written.marked(MARK)?;
        session.quit()?;
        if let Some((begun, _)) = times {
            return Ok(row.saturating_duration_since(begun));
        }
    }
    bail!("its start was not seen")
}
