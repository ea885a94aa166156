//! Keys one by one and all at once, memory, and the end.

use std::time::Duration;

use anyhow::Result;

use super::burst::{SETTLED, SILENCE};
use super::process;
use super::program::Program;
use super::service::Service;
use super::session::Session;
use super::spread::median;
use super::table::{Row, mebibytes, ratio};
use super::{FEW, MANY, VERY_MANY};

const COUNTS: [usize; 3] = [FEW, MANY, VERY_MANY];
/// So many keys are pressed one by one.
const KEYS: usize = 40;
/// So many are written at once.
const FLOOD: usize = 1000;

/// What one round found of one program.
#[derive(Debug, Clone, Copy)]
struct Round {
    /// From a key to the first byte it led to: the median of many.
    key: Duration,
    /// From a key to the last byte, also of what is read because of it.
    key_last: Duration,
    /// From a thousand keys to the last byte.
    flood: Duration,
    flood_bytes: usize,
    /// Frames painted for them; none are counted in a program that does not mark them.
    flood_frames: usize,
    /// Memory after the list is loaded, in bytes.
    resident: u64,
    /// From `q` to the end.
    quit: Duration,
}

impl Round {
    fn of(program: &Program) -> Result<Self> {
        let mut session = loaded(program)?;
        let resident = process::resident(session.pid)?;
        let (mut firsts, mut lasts) = (Vec::new(), Vec::new());
        for _ in 0..KEYS {
            let (pressed, burst) = session.press("j", SILENCE)?;
            firsts.push(burst.first - pressed);
            lasts.push(burst.last - pressed);
        }
        session.written.settle(SETTLED)?;
        let (pressed, burst) = session.press(&"j".repeat(FLOOD), SILENCE * 3)?;
        session.written.settle(SETTLED)?;
        Ok(Self {
            key: median(firsts),
            key_last: median(lasts),
            flood: burst.last - pressed,
            flood_bytes: burst.bytes,
            flood_frames: burst.frames,
            resident,
            quit: session.quit()?,
        })
    }
}

/// A program whose list is there and that has come to rest.
pub fn loaded(program: &Program) -> Result<Session> {
    let session = Session::begin(program)?;
    session.written.wait_for(&program.loaded)?;
    session.written.settle(SETTLED)?;
    Ok(session)
}

/// The rounds of one program, each with its number of images.
struct Rounds(Vec<(usize, Round)>);

impl Rounds {
    fn median<T: Ord + Copy + Default>(&self, images: usize, figure: fn(&Round) -> T) -> T {
        let those = self.0.iter().filter(|(of, _)| *of == images);
        median(those.map(|(_, round)| figure(round)).collect())
    }
}

/// Measures both programs by turns, so that what else the machine does befalls each of them.
pub fn measured(rounds: usize) -> Result<Vec<Row>> {
    let services = COUNTS.map(|images| Ok((images, Service::start(images, &[])?)));
    let services = services.into_iter().collect::<Result<Vec<_>>>()?;
    let (mut floor, mut ours) = (Rounds(Vec::new()), Rounds(Vec::new()));
    for _ in 0..rounds {
        for (images, service) in &services {
            floor.0.push((*images, Round::of(&Program::floor(*images)?)?));
            ours.0.push((*images, Round::of(&Program::sagescope(*images, &service.url))?));
        }
    }
    let mut rows = Vec::new();
    rows_of_keys(&floor, &ours, &mut rows);
    rows_of_flood(&floor, &ours, &mut rows);
    for (images, most) in [(FEW, 9), (MANY, 12), (VERY_MANY, 30)] {
        let [floor, ours] = [&floor, &ours].map(|rounds| rounds.median(images, |round| round.resident));
        let row = Row::new("resident memory", images, &mebibytes(ours)).beside(&mebibytes(floor));
        rows.push(row.bound(format!("≤ {most} MiB"), ours <= most * 1024 * 1024));
    }
    for images in COUNTS {
        let [floor, ours] = [&floor, &ours].map(|rounds| rounds.median(images, |round| round.quit));
        rows.push(Row::time("q, to the end", images, ours).times(ours, floor).within(ours, 3));
    }
    Ok(rows)
}

fn rows_of_keys(floor: &Rounds, ours: &Rounds, rows: &mut Vec<Row>) {
    for images in COUNTS {
        let [floor, ours] = [floor, ours].map(|rounds| rounds.median(images, |round| round.key));
        let row = Row::time("key, to its frame", images, ours).times(ours, floor);
        rows.push(if images == FEW { row.ratio_within(1.15, "floor") } else { row });
    }
    for images in COUNTS {
        let [floor, ours] = [floor, ours].map(|rounds| rounds.median(images, |round| round.key_last));
        rows.push(Row::time("… to all that follows", images, ours).times(ours, floor));
    }
    let few = ours.median(FEW, |round| round.key);
    for images in [MANY, VERY_MANY] {
        let key = ours.median(images, |round| round.key);
        let row = Row::time("… to that at 100", images, key).ratio(ratio(key, few));
        rows.push(row.ratio_within(1.1, "at 100"));
    }
}

fn rows_of_flood(floor: &Rounds, ours: &Rounds, rows: &mut Vec<Row>) {
    for images in COUNTS {
        let [floor_time, time] = [floor, ours].map(|rounds| rounds.median(images, |round| round.flood));
        let row = Row::time(format!("{FLOOD} keys at once"), images, time);
        rows.push(row.times(time, floor_time).within(time, 5));
        let frames = ours.median(images, |round| round.flood_frames);
        rows.push(Row::new("… frames painted", images, &frames).bound("≤ 3", frames <= 3));
        let [floor, ours] = [floor, ours].map(|rounds| rounds.median(images, |round| round.flood_bytes));
        let row = Row::new("… bytes written", images, &ours).beside(&floor);
        rows.push(row.bound("≤ 4096", ours <= 4096));
    }
}
