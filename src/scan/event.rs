//! What a scan is told.

use crate::service::Reply;

use super::Question;

/// What has happened.
#[derive(Debug)]
pub enum Event {
    /// A question was answered, or was not.
    Answered(Question, Reply),
    /// The rest is over.
    Rested,
    /// The person stops it.
    Stopped,
}
