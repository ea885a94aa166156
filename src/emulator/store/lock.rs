//! Mutexes that no panic spoils.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks it. A thread that panicked left nothing half-written: every change is one call.
pub(in crate::emulator) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
