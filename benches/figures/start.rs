//! From the start to the first frame, and to the first row.

use std::time::Duration;

use anyhow::Result;

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
    fn of(program: &Program) -> Result<Self> {
        let session = Session::begin(program)?;
        let row = session.written.wait_until(0, "no row", |chunks| {
            chunks.iter().find(|chunk| contains(&chunk.bytes, program.row)).map(|chunk| chunk.at)
        })?;
        // What it does for the image at the cursor does not count.
        process::stop(session.pid)?;
        let processor = process::used(session.pid)?.time;
        let (byte, frame) = session.written.startup()?;
        let [byte, frame, row] = [byte, frame, row].map(|at| at.saturating_duration_since(session.begun));
        Ok(Self { byte, frame, row, processor })
    }
}

pub fn measured(rounds: usize) -> Result<Vec<Row>> {
    let service = Service::start(FEW, &[])?;
    let (mut floor, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..rounds * STARTS {
        floor.push(Start::of(&Program::floor(FEW)?)?);
        ours.push(Start::of(&Program::sagescope(FEW, &service.url))?);
    }
    let of = |starts: &[Start], figure: fn(&Start) -> Duration| median(starts.iter().map(figure).collect());
    let both = |figure| (of(&ours, figure), of(&floor, figure));
    let (byte, byte_floor) = both(|start| start.byte);
    let (frame, frame_floor) = both(|start| start.frame);
    let (row, row_floor) = both(|start| start.row);
    let (processor, processor_floor) = both(|start| start.processor);
    Ok(vec![
        Row::time("to the first byte", FEW, byte).times(byte, byte_floor),
        Row::time("to the first frame", FEW, frame).times(frame, frame_floor).ratio_within(1.3, "floor"),
        Row::time("to the first row", FEW, row)
            .times(row, row_floor)
            .ratio(ratio(row, frame))
            .ratio_within(1.8, "its first frame"),
        Row::time("processor until the first row", FEW, processor)
            .times(processor, processor_floor)
            .ratio_within(3.0, "floor"),
    ])
}
