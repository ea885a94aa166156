//! `sagescope emulator`.

use std::process::ExitCode;

use anyhow::Result;

use super::args::Behaviour;
use crate::emulator;

use super::{demo, report, resources, zone};

/// Serves until a signal ends it.
///
/// # Errors
///
/// When a fault can't be read or the port can't be had.
pub fn emulate(port: u16, behaviour: &Behaviour) -> Result<ExitCode> {
    let options = demo::options(port, behaviour)?;
    resources::check_threads()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let (zone, trouble) = zone::local();
    if let Some(trouble) = trouble {
        report::say(&format!("sagescope: {trouble}"));
    }
    runtime.block_on(emulator::command::run(options, &zone))?;
    // Nothing that is left is worth waiting for.
    runtime.shutdown_background();
    Ok(ExitCode::SUCCESS)
}
