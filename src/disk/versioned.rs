//! JSON that says which version of this program's format it is.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The version that this program writes, and the newest it reads.
const VERSION: u64 = 1;

#[derive(Serialize)]
struct Written<'a, T> {
    version: u64,
    #[serde(flatten)]
    body: &'a T,
}

#[derive(Deserialize)]
struct Head {
    version: u64,
}

/// Why something can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Not JSON, or not of the shape that its version has.
    Damaged,
    /// A newer sagescope wrote it.
    Newer,
}

/// `body` on one line, without a line break.
pub fn to_line<T: Serialize>(body: &T) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&Written { version: VERSION, body })
}

/// Reads what [`to_line`] wrote. Members that this version does not know are passed over.
pub fn from_slice<T: DeserializeOwned>(raw: &[u8]) -> Result<T, Unfit> {
    let head: Head = serde_json::from_slice(raw).map_err(|_| Unfit::Damaged)?;
    match head.version {
        VERSION => serde_json::from_slice(raw).map_err(|_| Unfit::Damaged),
        version if version > VERSION => Err(Unfit::Newer),
        _ => Err(Unfit::Damaged),
    }
}
