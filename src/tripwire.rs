//! Panics on purpose, for the tests that look at what a panic leaves behind.

/// Panics if `SAGESCOPE_TRIPWIRE` names `place`: `loop`, or an operation of the
/// service. Release builds have no such wire.
pub fn tripwire(place: &str) {
    if cfg!(debug_assertions) {
        let armed = std::env::var("SAGESCOPE_TRIPWIRE").is_ok_and(|wire| wire == place);
        assert!(!armed, "the tripwire at {place} was armed");
    }
}
