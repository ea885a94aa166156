//! A request's body as bytes.

use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::Incoming;

/// The largest body that is read, in bytes.
pub(super) const MOST: usize = 1 << 20;

/// How many bytes are read in all, so that a client that sends too much can still hear the answer.
const PATIENCE: usize = 64 << 20;

/// A request's body.
pub(super) enum RequestBody {
    Whole(Vec<u8>),
    TooLarge,
    /// It did not come in time.
    TooSlow,
}

/// Reads a body that is to come within `limit`; none where the client went away before it had sent all of it.
pub(super) async fn read(incoming: Incoming, limit: Duration) -> Option<RequestBody> {
    tokio::time::timeout(limit, whole(incoming)).await.unwrap_or(Some(RequestBody::TooSlow))
}

async fn whole(mut incoming: Incoming) -> Option<RequestBody> {
    let mut bytes = Vec::new();
    let mut length = 0;
    while let Some(frame) = incoming.frame().await {
        let frame = frame.ok()?;
        let Ok(chunk) = frame.into_data() else { continue };
        length += chunk.len();
        if length > PATIENCE {
            return Some(RequestBody::TooLarge);
        }
        if length <= MOST {
            bytes.extend_from_slice(&chunk);
        }
    }
    Some(if length > MOST { RequestBody::TooLarge } else { RequestBody::Whole(bytes) })
}
