//! Filtering very many images, letter by letter.

use anyhow::Result;

use super::VERY_MANY;
use super::burst::SILENCE;
use super::keys::loaded;
use super::program::Program;
use super::service::Service;
use super::spread::{median, percentile};
use super::table::Row;

/// What is typed, again and again: words that narrow, that are exact, turned around, strewn, and a status.
const TYPED: [&str; 6] = ["image gpu", "\"image-09\"", "-cpu 77", "im9", "failed", "status:busy zz"];
/// Clears what is typed.
const CLEAR: &str = "\u{15}";

/// From each letter to the first byte of the frame with what it found; the first results count.
pub fn measured(rounds: usize) -> Result<Vec<Row>> {
    let service = Service::start(VERY_MANY, &[])?;
    let mut session = loaded(&Program::sagescope(VERY_MANY, &service.url))?;
    session.press("/", SILENCE)?;
    let mut keys = Vec::new();
    for text in TYPED.into_iter().cycle().take(TYPED.len() * rounds) {
        for letter in text.chars() {
            let (pressed, burst) = session.press(&letter.to_string(), SILENCE)?;
            keys.push(burst.first - pressed);
        }
        session.written.settle(SILENCE * 3)?;
        session.press(CLEAR, SILENCE * 3)?;
    }
    let (middle, slow) = (median(keys.clone()), percentile(keys, 99));
    Ok(vec![
        Row::time("a letter of a filter", VERY_MANY, middle),
        Row::time("… 99 of 100 letters", VERY_MANY, slow).within(slow, 8),
    ])
}
