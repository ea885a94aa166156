//! Who answers requests.

use std::future::Future;

use crate::app::{PlaceId, Reply, Request};
use crate::domain::Aim;

/// Something that carries out requests, each on a task of its own.
pub trait Backend: Clone + Send + 'static {
    /// Makes `place` ready: from now on it is what `aim` says, and nothing is left of what it was.
    fn open(&mut self, place: PlaceId, aim: &Aim);

    /// Ends the search for keys that is under way at `place`.
    fn stop(&self, place: PlaceId);

    /// Carries out one request at `place`. Every failure is a reply; a panic becomes one too.
    fn perform(&self, place: PlaceId, request: Request) -> impl Future<Output = Reply> + Send;
}
