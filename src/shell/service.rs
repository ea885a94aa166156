//! Who answers requests.

use std::future::Future;

use crate::app::{PlaceId, Reply, Request};

/// Something that carries out requests, each on a task of its own.
pub trait Service: Clone + Send + 'static {
    /// Carries out one request at `place`. Every failure is a reply; a panic becomes one too.
    fn perform(&self, place: PlaceId, request: Request) -> impl Future<Output = Reply> + Send;
}
