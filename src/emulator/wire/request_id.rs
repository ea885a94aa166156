//! Request ids.

use std::{
    hash::{BuildHasher, RandomState},
    sync::atomic::{AtomicU64, Ordering},
};

static NUMBER: AtomicU64 = AtomicU64::new(0);

/// A new request id that looks like a random UUID.
pub(super) fn request_id() -> String {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    // Each of these is seeded by the system's randomness and hashes differently.
    let (high, low) = (RandomState::new().hash_one(number), RandomState::new().hash_one(number));
    format!(
        "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xfff,
        0x8000 | ((low >> 48) & 0x3fff),
        low & 0xffff_ffff_ffff
    )
}
