//! The same keys while the service does not answer for the image at the cursor, or answers badly.

use std::time::Duration;

use anyhow::{Context as _, Result};

use super::VERY_MANY;
use super::busy::{UP_AND_DOWN, moves};
use super::keys::loaded;
use super::program::Program;
use super::proxy::{self, Disturbance};
use super::service::Service;
use super::spread::median;
use super::table::{Row, ratio};

/// So many keys are pressed.
const KEYS: usize = 60;
/// What is measured twice in a row differs by so much.
const NO_SLOWER: f64 = 1.1;

const DISTURBANCES: [(Disturbance, &str); 4] = [
    (Disturbance::None, "key, undisturbed"),
    (Disturbance::Stalls, "… while the service stalls"),
    (Disturbance::Drips, "… while it drips"),
    (Disturbance::Swells, "… while it sends 1 MB strings"),
];

/// Moves in one program each, on one service.
pub fn measured(_: usize) -> Result<Vec<Row>> {
    let service = Service::start(VERY_MANY, &[])?;
    let mut sessions = Vec::new();
    for (disturbance, name) in DISTURBANCES {
        let url = proxy::before(&service.url, disturbance)?;
        let session = loaded(&Program::sagescope(VERY_MANY, &url)).context(name)?;
        sessions.push((name, session, Vec::new()));
    }
    // By turns, so that what else the machine does befalls each of them.
    for _ in 0..KEYS / 10 {
        for (name, session, spans) in &mut sessions {
            spans.extend(moves(session, &UP_AND_DOWN, 10).context(*name)?);
        }
    }
    let usual = median(sessions[0].2.clone());
    let mut rows = Vec::new();
    for (name, session, spans) in sessions {
        session.quit()?;
        rows.extend(rows_of(name, spans, usual));
    }
    Ok(rows)
}

fn rows_of(name: &str, spans: Vec<Duration>, usual: Duration) -> [Row; 2] {
    let slowest = spans.iter().copied().max().unwrap_or_default();
    let key = median(spans);
    let row = Row::time(name, VERY_MANY, key);
    let is_usual = name == DISTURBANCES[0].1;
    [
        if is_usual { row } else { row.ratio(ratio(key, usual)).ratio_within(NO_SLOWER, "undisturbed") },
        Row::time("  slowest", VERY_MANY, slowest).within(slowest, 16),
    ]
}
