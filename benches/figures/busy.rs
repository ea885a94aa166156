//! Keys that are pressed while very many images load, are sorted, or can't be described.

use std::time::Duration;

use anyhow::Result;

use super::VERY_MANY;
use super::program::Program;
use super::service::Service;
use super::session::Session;

/// Longer than anything the program does by itself after a key.
const SETTLED: Duration = Duration::from_millis(600);
/// So many keys are pressed from the first row on: while all load, and hardly longer.
const LOADING: usize = 150;
/// So many keys are pressed behind each change of the order: while it is sorted, and a little longer.
const KEYS: usize = 12;
/// So many columns can be sorted by.
const SORTS: usize = 7;
/// So many keys are pressed while nothing is answered.
const MOVES: usize = 40;

/// From each key to the frame in which the cursor has moved.
#[derive(Debug, Clone, Default)]
pub struct Busy {
    pub loading: Vec<Duration>,
    pub sorting: Vec<Duration>,
    /// While the service says nothing of the image at the cursor.
    pub stalled: Vec<Duration>,
}

impl Busy {
    /// Presses keys in one program on `service`, and in one on a service that describes nothing.
    pub fn measured(service: &Service) -> Result<Self> {
        let mut busy = Self::default();
        let mut session = Session::begin(&Program::sagescope(VERY_MANY, service))?;
        session.wait_for("Images 1/")?;
        for key in ["j", "k"].into_iter().cycle().take(LOADING) {
            busy.loading.push(session.moves(key)?);
        }
        session.settle(SETTLED)?;
        for _ in 0..SORTS {
            session.press_on("s")?;
            for key in ["j", "k"].into_iter().cycle().take(KEYS) {
                busy.sorting.push(session.moves(key)?);
            }
            session.settle(SETTLED)?;
        }
        session.quit()?;
        busy.stalled = stalled()?;
        Ok(busy)
    }
}

fn stalled() -> Result<Vec<Duration>> {
    let service = Service::start(super::FEW, &["--fault", "DescribeImage=hang"])?;
    let program = Program::sagescope(super::FEW, &service);
    let mut session = Session::begin(&program)?;
    session.wait_for(&program.loaded)?;
    session.settle(SETTLED)?;
    let keys = ["j", "k"].into_iter().cycle().take(MOVES);
    let spans = keys.map(|key| session.moves(key)).collect::<Result<_>>()?;
    session.quit()?;
    Ok(spans)
}
