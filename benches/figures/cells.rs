//! What a key makes the terminal take, beside the cells that change.

use anyhow::{Context as _, Result};

use super::FEW;
use super::burst::{Burst, SETTLED, SILENCE};
use super::keys::loaded;
use super::program::{NARROW, Program};
use super::service::Service;
use super::session::Session;
use super::spread::median;
use super::table::Row;

/// So many keys are pressed: all within the first page.
const KEYS: usize = 15;
/// So many lead to the last row of the first page, and not beyond that of the second.
const PAGE: usize = 30;

/// What one key led to, until nothing came any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Move {
    bytes: usize,
    reads: usize,
    frames: usize,
    cells: usize,
}

/// Moves the cursor of the floor, of the list that stands alone, and of one beside a detail.
pub fn measured(_: usize) -> Result<Vec<Row>> {
    let service = Service::start(FEW, &[])?;
    let mut rows = Vec::new();

    let mut alone = loaded(&Program::sagescope(FEW, &service.url).at(NARROW))?;
    let mut floor = loaded(&Program::floor(FEW)?.at(NARROW))?;
    let (moves, floor_moves) = (moved(&mut alone, KEYS)?, moved(&mut floor, KEYS)?);
    let bytes = middle(&moves, |it| it.bytes);
    let row = Row::new("a move at 80×24, bytes", FEW, &bytes).beside(&middle(&floor_moves, |it| it.bytes));
    rows.push(row.bound("≤ 140", bytes <= 140));
    rows.push(of_cells("… of the cells that change", &moves));
    rows.push(in_one("… writes", &moves));

    for session in [&mut alone, &mut floor] {
        session.press(&"j".repeat(PAGE), SETTLED)?;
    }
    let (moves, floor_moves) = (moved(&mut alone, KEYS)?, moved(&mut floor, KEYS)?);
    let bytes = middle(&moves, |it| it.bytes);
    let row = Row::new("a move that scrolls, 80×24, bytes", FEW, &bytes);
    rows.push(row.beside(&middle(&floor_moves, |it| it.bytes)).bound("≤ 600", bytes <= 600));
    rows.push(in_one("… writes", &moves));

    let mut beside = loaded(&Program::sagescope(FEW, &service.url))?;
    let moves = moved(&mut beside, KEYS)?;
    rows.push(Row::new("a move beside a detail, bytes", FEW, &middle(&moves, |it| it.bytes)));
    let row = of_cells("… of the cells that change", &moves);
    let is_met = parts(&moves) <= 1.3;
    rows.push(row.bound("≤ 1.3", is_met));
    rows.push(in_one("… writes", &moves));
    rows.push(Row::new("… frames", FEW, &middle(&moves, |it| it.frames)));
    for session in [alone, floor, beside] {
        session.quit()?;
    }
    Ok(rows)
}

/// Moves down, waits each time until nothing comes any more, and compares the screens.
fn moved(session: &mut Session, count: usize) -> Result<Vec<Move>> {
    let mut before = session.written.screen()?;
    let mut moves = Vec::new();
    for _ in 0..count {
        let (_, Burst { bytes, reads, frames, .. }) = session.press("j", SILENCE * 10)?;
        let after = session.written.screen()?;
        moves.push(Move { bytes, reads, frames, cells: changed(&before, &after)? });
        before = after;
    }
    Ok(moves)
}

/// How many cells differ.
fn changed(before: &vt100::Screen, after: &vt100::Screen) -> Result<usize> {
    let (rows, columns) = after.size();
    let cell = |screen: &vt100::Screen, row, column| screen.cell(row, column).cloned().context("no cell");
    let mut changed = 0;
    for row in 0..rows.get() {
        for column in 0..columns.get() {
            changed += usize::from(cell(before, row, column)? != cell(after, row, column)?);
        }
    }
    Ok(changed)
}

fn middle(moves: &[Move], figure: fn(&Move) -> usize) -> usize {
    median(moves.iter().map(figure).collect())
}

/// The bytes of all, divided by the cells of all.
fn parts(moves: &[Move]) -> f64 {
    let sum = |figure: fn(&Move) -> usize| u32::try_from(moves.iter().map(figure).sum::<usize>());
    f64::from(sum(|it| it.bytes).unwrap_or(u32::MAX)) / f64::from(sum(|it| it.cells).unwrap_or(1).max(1))
}

fn of_cells(name: &str, moves: &[Move]) -> Row {
    Row::new(name, FEW, &format!("{} cells", middle(moves, |it| it.cells))).ratio(parts(moves))
}

/// As it is read, so that two writes may look like one, and one that is longer than 4 KiB like two.
fn in_one(name: &str, moves: &[Move]) -> Row {
    let reads = middle(moves, |it| it.reads);
    Row::new(name, FEW, &reads).bound("1", reads == 1)
}
