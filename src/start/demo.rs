//! The embedded service, as the command line wants it.

use anyhow::Result;

use crate::args::Behaviour;
use crate::aws::{Connection, Keys};
use crate::emulator::{Catalogue, Emulator, Fault, Options};

use super::Refusal;

/// The region that the embedded service is in.
pub const REGION: &str = "us-east-1";

/// The options that `behaviour` stands for.
///
/// # Errors
///
/// [`Refusal`] for a fault that can't be read.
pub fn options(port: u16, behaviour: &Behaviour) -> Result<Options> {
    let read = |text: &String| {
        text.parse::<Fault>().map_err(|why| Refusal(format!("--fault {text:?} can't be used: {why}")))
    };
    let faults = behaviour.faults.iter().map(read).collect::<Result<_, _>>()?;
    let catalogue = match behaviour.images {
        Some(count) => Catalogue::made(count as usize),
        None => Catalogue::built_in(),
    };
    Ok(Options {
        port,
        region: REGION.into(),
        latency: behaviour.latency(),
        settle: behaviour.settle(),
        faults,
        catalogue,
        ..Options::default()
    })
}

/// A connection to an embedded service that runs in this process; it needs no credentials.
#[must_use]
pub fn connection(service: &Emulator, read_only: bool) -> Connection {
    Connection {
        region: Some(REGION.into()),
        endpoint_url: Some(service.endpoint_url()),
        read_only,
        keys: Keys::Fixed,
        ..Connection::default()
    }
}
