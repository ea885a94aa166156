//! A request's body as bytes.

use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::Incoming;

/// The largest body that is read, in bytes.
const LIMIT: usize = 1 << 20;

/// How much is read in all, so that a client that sends too much can still hear the answer.
const PATIENCE: usize = 64 << 20;

/// A request's body.
pub(in crate::emulator) enum RequestBody {
    Whole(Vec<u8>),
    TooLarge,
    /// It did not come in time.
    TooSlow,
    /// The client went away before it had sent all of it.
    Broken,
}

/// Reads a body that is to come within `limit`.
pub(in crate::emulator) async fn read(incoming: Incoming, limit: Duration) -> RequestBody {
    tokio::time::timeout(limit, whole(incoming)).await.unwrap_or(RequestBody::TooSlow)
}

async fn whole(mut incoming: Incoming) -> RequestBody {
    let mut bytes = Vec::new();
    let mut length = 0;
    while let Some(frame) = incoming.frame().await {
        let Ok(frame) = frame else { return RequestBody::Broken };
        let Ok(chunk) = frame.into_data() else { continue };
        length += chunk.len();
        if length > PATIENCE {
            return RequestBody::TooLarge;
        }
        if length <= LIMIT {
            bytes.extend_from_slice(&chunk);
        }
    }
    if length > LIMIT { RequestBody::TooLarge } else { RequestBody::Whole(bytes) }
}
