//! The record of requests.

use std::collections::VecDeque;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::arrival::Arrival;

/// How many arrivals are kept at most; older ones are forgotten.
const KEPT: usize = 10_000;

/// The record of arrivals, in their order.
#[derive(Debug)]
pub(in crate::emulator) struct RequestLog {
    arrivals: VecDeque<Arrival>,
    /// How many bytes they take up, about, and how many they may.
    size: usize,
    limit: usize,
    forgotten: usize,
    watchers: Vec<UnboundedSender<Arrival>>,
}

impl RequestLog {
    /// An empty record of about `limit` bytes at most.
    pub(in crate::emulator) fn of(limit: usize) -> Self {
        Self { arrivals: VecDeque::new(), size: 0, limit, forgotten: 0, watchers: Vec::new() }
    }

    /// Enters an arrival and returns its number.
    pub(in crate::emulator) fn enter(&mut self, arrival: Arrival) -> usize {
        self.size += arrival.size();
        self.arrivals.push_back(arrival);
        while self.arrivals.len() > KEPT || (self.size > self.limit && self.arrivals.len() > 1) {
            self.forget_oldest();
        }
        self.forgotten + self.arrivals.len() - 1
    }

    fn forget_oldest(&mut self) {
        if let Some(oldest) = self.arrivals.pop_front() {
            self.size = self.size.saturating_sub(oldest.size());
            self.forgotten += 1;
        }
    }

    pub(in crate::emulator) fn answer(&mut self, number: usize, status: u16, error: Option<&'static str>) {
        if let Some(arrival) = self.entry(number) {
            arrival.status = Some(status);
            arrival.error = error;
        }
    }

    /// The request is over, answered or not: whoever watches is told.
    pub(in crate::emulator) fn close(&mut self, number: usize) {
        let Some(arrival) = self.entry(number).cloned() else { return };
        self.watchers.retain(|watcher| watcher.send(arrival.clone()).is_ok());
    }

    pub(in crate::emulator) fn watch(&mut self) -> UnboundedReceiver<Arrival> {
        let (watcher, arrivals) = unbounded_channel();
        self.watchers.push(watcher);
        arrivals
    }

    pub(in crate::emulator) fn arrivals(&self) -> Vec<Arrival> {
        self.arrivals.iter().cloned().collect()
    }

    fn entry(&mut self, number: usize) -> Option<&mut Arrival> {
        self.arrivals.get_mut(number.checked_sub(self.forgotten)?)
    }
}
