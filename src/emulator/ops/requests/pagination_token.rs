//! The inside of a `NextToken`.

use std::fmt::{self, Write};

use crate::emulator::store::{Position, UnixMillis};

/// The inside of a `NextToken`: where the page ended, and of which query it was a page.
///
/// A token is opaque to clients: hexadecimal, with a check sum that tells made-up ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PaginationToken {
    /// The fingerprint of the query's filters and order.
    pub(super) query: u64,
    pub(super) position: Position,
}

impl PaginationToken {
    pub(super) fn token(&self) -> String {
        let Position { time, name } = &self.position;
        let inside = format!("{:016x}.{}.{name}", self.query, time.milliseconds());
        let mut token = format!("{:016x}", hash(&inside));
        for byte in inside.bytes() {
            // Writing to a string can't fail.
            let _ = write!(token, "{byte:02x}");
        }
        token
    }

    /// What a token says; none where the service never made it.
    pub(super) fn read(token: &str) -> Option<Self> {
        let (sum, inside) = token.split_at_checked(16)?;
        let inside = String::from_utf8(bytes(inside)?).ok()?;
        if u64::from_str_radix(sum, 16).ok()? != hash(&inside) {
            return None;
        }
        let mut parts = inside.splitn(3, '.');
        let query = u64::from_str_radix(parts.next()?, 16).ok()?;
        let time = UnixMillis::from_milliseconds(parts.next()?.parse().ok()?);
        Some(Self { query, position: Position { time, name: parts.next()?.into() } })
    }
}

fn bytes(hexadecimal: &str) -> Option<Vec<u8>> {
    let (pairs, odd) = hexadecimal.as_bytes().as_chunks::<2>();
    let byte = |pair: &[u8; 2]| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok();
    if odd.is_empty() { pairs.iter().map(byte).collect() } else { None }
}

/// What a token is bound to: a list, and what it is narrowed to and sorted by.
pub(in crate::emulator::ops) fn fingerprint(list: &str, bound: &dyn fmt::Debug) -> u64 {
    hash(&format!("{list} {bound:?}"))
}

/// FNV-1a: the same in every build, as a token may outlive the process that made it.
fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
