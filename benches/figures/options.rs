//! What is to be measured.

use anyhow::{Context as _, Result, bail};

use super::PARTS;

/// How often what is measured by rounds is measured, unless it is said.
const ROUNDS: usize = 7;

/// The arguments of the command line.
pub struct Options {
    pub rounds: usize,
    /// The parts; all where there is none.
    parts: Vec<String>,
}

impl Options {
    /// Reads `[--rounds N] [PART…]`.
    pub fn read(args: Vec<String>) -> Result<Self> {
        let mut options = Self { rounds: ROUNDS, parts: Vec::new() };
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            match arg.as_str() {
                // Cargo says so.
                "--bench" => {}
                "--rounds" => {
                    let rounds = args.next().and_then(|rounds| rounds.parse().ok());
                    options.rounds = rounds.filter(|rounds| *rounds > 0).context("how many rounds?")?;
                }
                name if PARTS.iter().any(|(part, _)| *part == name) => options.parts.push(arg),
                other => {
                    let parts = PARTS.map(|(part, _)| part).join(", ");
                    bail!("there is no part {other:?}: there are {parts}; and --rounds N");
                }
            }
        }
        Ok(options)
    }

    /// Whether a part is to be measured.
    pub fn wants(&self, name: &str) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|part| part == name)
    }
}
