//! Panics on purpose, for the tests that look at what a panic leaves behind.

/// Panics if `SAGESCOPE_PANIC_AT` names `place`: `loop`, or an operation of the service. Release builds
/// never do.
pub fn panic_if_asked(place: &str) {
    if cfg!(debug_assertions) {
        let is_asked = std::env::var("SAGESCOPE_PANIC_AT").is_ok_and(|asked| asked == place);
        assert!(!is_asked, "asked to panic at {place}");
    }
}
