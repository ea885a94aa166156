//! The whole program on a wire that breaks.

use std::sync::Arc;

use sagescope::aws::{Connection, TimeLimits};
use sagescope::emulator::Emulator;

use super::fault::Fault;
use super::http::Request;
use super::wire::{Passing, Wire};
use crate::adapter::{EVER_MORE, brisk, connection, giving};
use crate::drive::Drive;

/// The time limits that a fault is tried with, until one leaves enough time for all that comes before: how much
/// that is, is up to the machine.
pub fn limits_for(fault: Fault) -> Vec<TimeLimits> {
    if fault.takes_its_time() { EVER_MORE.map(giving).into() } else { vec![brisk()] }
}

/// The program, and the way to its service.
pub struct Opened {
    pub drive: Drive,
    pub wire: Wire,
}

impl Opened {
    /// On `service`, with these time limits; everything is read.
    pub async fn on(service: Emulator, limits: TimeLimits) -> Self {
        let wire = Wire::to(&service).await;
        let region = format!("faults-{}", wire.url.rsplit(':').next().unwrap());
        let by = Connection { limits, region: Some(region), ..connection(wire.url.clone()) };
        Self { drive: Drive::open_by(service, by).await, wire }
    }

    /// On a service with one image. Nothing where the limits are too short for this machine.
    pub async fn within(limits: TimeLimits) -> Option<Self> {
        let opened = Self::on(crate::drive::service().await, limits).await;
        (opened.shows_the_image() && opened.drive.said().is_empty()).then_some(opened)
    }

    /// Whether what was read of the image is on the screen.
    pub fn shows_the_image(&self) -> bool {
        let screen = self.drive.screen();
        screen.contains("subject") && screen.contains("An image for the vision team")
    }

    /// From now on `fault` befalls the requests that are `picked`.
    pub async fn breaks(&mut self, fault: Fault, picked: fn(&Request) -> bool, passing: Passing) {
        let script = move |number, request: &Request, good| fault.deed(number, request, &good);
        self.wire.breaks(Arc::new(picked), Arc::new(script), passing);
        if fault == Fault::Refused {
            self.wire.closes().await;
        }
    }
}
