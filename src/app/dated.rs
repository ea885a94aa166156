//! What comes from afar, and when it last came.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use crate::domain::Failure;

use super::Remote;

/// What is younger than this is not read again just because the selection came by.
pub const FRESH: SignedDuration = SignedDuration::from_secs(15);

/// A value from afar, and when it last came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated<T> {
    /// The value.
    pub value: Remote<T>,
    /// When it last came.
    pub read_at: Option<Timestamp>,
}

impl<T> Default for Dated<T> {
    fn default() -> Self {
        Self { value: Remote::Idle, read_at: None }
    }
}

impl<T> Dated<T> {
    /// Whether it is worth reading when somebody looks at it: it is not on its way, and not here or old.
    #[must_use]
    pub fn wants_reading(&self, now: Timestamp) -> bool {
        let is_fresh = self.read_at.is_some_and(|at| now.duration_since(at) < FRESH);
        match self.value {
            Remote::Loading { .. } => false,
            Remote::Ready(_) => !is_fresh,
            Remote::Idle | Remote::Failed { .. } => true,
        }
    }

    /// Takes what came of a request.
    pub fn resolve(&mut self, result: Result<T, Failure>, now: Timestamp) {
        if result.is_ok() {
            self.read_at = Some(now);
        }
        self.value.resolve(result);
    }
}

/// The slot of a key. Where there are as many as may be kept, the one that came longest ago makes room for it;
/// none that is on its way does.
pub fn slot<'a, K: Ord + Clone, T>(
    slots: &'a mut BTreeMap<K, Dated<T>>,
    key: &K,
    most: usize,
) -> &'a mut Dated<T> {
    if slots.len() >= most && !slots.contains_key(key) {
        let at_rest = slots.iter().filter(|(_, slot)| !slot.value.is_loading());
        if let Some(oldest) = at_rest.min_by_key(|(_, slot)| slot.read_at).map(|(key, _)| key.clone()) {
            slots.remove(&oldest);
        }
    }
    slots.entry(key.clone()).or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(at: i64) -> Timestamp {
        Timestamp::from_second(at).unwrap()
    }

    #[test]
    fn the_oldest_at_rest_makes_room() {
        let mut slots = BTreeMap::new();
        for key in 0..4 {
            slot(&mut slots, &key, 3).resolve(Ok(()), second(key));
            if key == 1 {
                slot(&mut slots, &key, 3).value.start();
            }
        }
        assert_eq!(slots.keys().copied().collect::<Vec<_>>(), [1, 2, 3], "the oldest went");
        slot(&mut slots, &4, 3);
        assert_eq!(slots.keys().copied().collect::<Vec<_>>(), [1, 3, 4], "what is on its way stays");
        assert!(slot(&mut slots, &1, 3).value.is_loading());
    }
}
