//! Filtering very many images, letter by letter.

use std::time::Duration;

use anyhow::Result;

use super::VERY_MANY;
use super::burst::SILENCE;
use super::program::Program;
use super::service::Service;
use super::session::Session;

/// What is typed, again and again: words that narrow, that are exact, turned around, strewn, and a status.
const TYPED: [&str; 6] = ["image gpu", "\"image-09\"", "-cpu 77", "im9", "failed", "status:busy zz"];
/// So often.
const ROUNDS: usize = 4;
/// Clears what is typed.
const CLEAR: &str = "\u{15}";

/// From each letter to the first byte of the frame with what it found; the first results count.
#[derive(Debug, Clone)]
pub struct Filter {
    pub keys: Vec<Duration>,
}

impl Filter {
    /// Types into the filter of one program on `service`.
    pub fn measured(service: &Service) -> Result<Self> {
        let program = Program::sagescope(VERY_MANY, service);
        let mut session = Session::begin(&program)?;
        session.wait_for(&program.loaded)?;
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
