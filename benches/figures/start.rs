//! From the start to the first frame, and to the first row.

use std::rc::Rc;
use std::time::Duration;

use anyhow::Result;
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
    fn of(program: &Program, home: &Rc<TempDir>) -> Result<Self> {
        let session = Session::begin_in(home, program)?;
        let row = session.written.wait_until(0, "no row", |chunks| {
            chunks.iter().find(|chunk| contains(&chunk.bytes, program.row)).map(|chunk| chunk.at)
        })?;
        // What it does for the image at the cursor does not count.
        process::stop(session.pid)?;
        let processor = process::used(session.pid)?.time;
        let (byte, frame) = session.written.startup()?;
        let [byte, frame, row] = [byte, frame, row].map(|at| at.saturating_duration_since(session.begun));
        process::go_on(session.pid)?;
        session.quit()?;
        Ok(Self { byte, frame, row, processor })
    }
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
        firsts.push(Start::of(&ours, &Rc::new(TempDir::new()?))?);
    }
    let of = |starts: &[Start], figure: fn(&Start) -> Duration| median(starts.iter().map(figure).collect());
    let all = |figure| (of(&starts, figure), of(&floors, figure), of(&firsts, figure));
    let (byte, byte_floor, _) = all(|start| start.byte);
    let (frame, frame_floor, frame_first) = all(|start| start.frame);
    let (row, row_floor, row_first) = all(|start| start.row);
    let (processor, processor_floor, processor_first) = all(|start| start.processor);
    let new_home = "… where it never was before";
    Ok(vec![
        Row::time("to the first byte", FEW, byte).times(byte, byte_floor),
        Row::time("to the first frame", FEW, frame).times(frame, frame_floor).ratio_within(1.3, "floor"),
        Row::time("to the first row", FEW, row)
            .times(row, row_floor)
            .ratio(ratio(row, frame))
            .ratio_within(1.8, "its first frame"),
        Row::time(new_home, FEW, row_first).ratio(ratio(row_first, frame_first)),
        Row::time("processor until the first row", FEW, processor)
            .times(processor, processor_floor)
            .ratio_within(3.0, "floor"),
        Row::time(new_home, FEW, processor_first).times(processor_first, processor_floor),
    ])
}
