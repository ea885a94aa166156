//! How much clients may take up.

use std::time::Duration;

/// How much clients may take up, so that one that sends too much, or nothing, is in nobody's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many connections are open at a time. One more ends the connection that has been waiting for its client the
    /// longest; none that is being served is ended.
    pub connections: usize,
    /// How long a client may take to send the head of a request, from the end of the answer before.
    pub head: Duration,
    /// How long it may take to send the body.
    pub body: Duration,
    /// How many bytes of arrivals are remembered, about; at least the last one is, whatever its size.
    pub remembered: usize,
}

impl Default for Limits {
    /// 128 connections, a minute for a head, half a minute for a body, 16 MiB of arrivals.
    fn default() -> Self {
        Self {
            connections: 128,
            head: Duration::from_mins(1),
            body: Duration::from_secs(30),
            remembered: 16 << 20,
        }
    }
}
