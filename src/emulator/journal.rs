use std::collections::VecDeque;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::arrival::Arrival;

/// How many arrivals are kept; older ones are forgotten.
const KEPT: usize = 10_000;

/// The record of arrivals, in their order.
#[derive(Debug, Default)]
pub(super) struct Journal {
    arrivals: VecDeque<Arrival>,
    forgotten: usize,
    watchers: Vec<UnboundedSender<Arrival>>,
}

impl Journal {
    /// Enters an arrival and returns its number.
    pub(super) fn enter(&mut self, arrival: Arrival) -> usize {
        if self.arrivals.len() == KEPT {
            self.arrivals.pop_front();
            self.forgotten += 1;
        }
        self.arrivals.push_back(arrival);
        self.forgotten + self.arrivals.len() - 1
    }

    pub(super) fn answer(&mut self, number: usize, status: u16, error: Option<&'static str>) {
        if let Some(arrival) = self.entry(number) {
            arrival.status = Some(status);
            arrival.error = error;
        }
    }

    /// The request is over, answered or not: whoever watches is told.
    pub(super) fn close(&mut self, number: usize) {
        let Some(arrival) = self.entry(number).cloned() else { return };
        self.watchers.retain(|watcher| watcher.send(arrival.clone()).is_ok());
    }

    pub(super) fn watch(&mut self) -> UnboundedReceiver<Arrival> {
        let (watcher, arrivals) = unbounded_channel();
        self.watchers.push(watcher);
        arrivals
    }

    pub(super) fn arrivals(&self) -> Vec<Arrival> {
        self.arrivals.iter().cloned().collect()
    }

    fn entry(&mut self, number: usize) -> Option<&mut Arrival> {
        self.arrivals.get_mut(number.checked_sub(self.forgotten)?)
    }
}
