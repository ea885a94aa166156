//! Filtering very many images, letter by letter.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use super::burst::SILENCE;
use super::program::Program;
use super::service::Service;
use super::session::Session;

/// So many images.
pub const IMAGES: usize = 100_000;
/// What is typed, again and again: words that narrow, that are exact, turned around, strewn, and a status.
const TYPED: [&str; 6] = ["image gpu", "\"image-09\"", "-cpu 77", "im9", "failed", "status:busy zz"];
/// So often.
const ROUNDS: usize = 4;
/// Many pages take a while.
const LOADING: Duration = Duration::from_mins(10);
/// Clears what is typed.
const CLEAR: &str = "\u{15}";

/// From each letter to the first byte of the frame with what it found; the first results count.
#[derive(Debug, Clone)]
pub struct Filter {
    pub keys: Vec<Duration>,
}

impl Filter {
    /// Types into the filter of one program, on a service of its own.
    pub fn measured() -> Result<Self> {
        let service = Service::start(IMAGES, &[])?;
        let program = Program::sagescope(IMAGES, &service);
        let mut session = Session::begin(&program)?;
        let begun = Instant::now();
        while session.wait_for(&program.loaded).is_err() {
            if begun.elapsed() > LOADING {
                bail!("the images were not loaded in {LOADING:?}");
            }
        }
        session.settle(Duration::from_millis(600))?;
        session.press("/", SILENCE)?;
        let mut keys = Vec::new();
        for text in TYPED.into_iter().cycle().take(TYPED.len() * ROUNDS) {
            for letter in text.chars() {
                let (pressed, burst) = session.press(&letter.to_string(), SILENCE)?;
                keys.push(burst.first - pressed);
            }
            session.settle(SILENCE * 3)?;
            session.press(CLEAR, SILENCE * 3)?;
        }
        Ok(Self { keys })
    }
}
