//! What is told in seconds: how long something waits yet, and for how long a write has been under way.

use std::time::Duration;

use crate::app::{App, Effect, Effects, Overlay, Place, Timer};

const SECOND: Duration = Duration::from_secs(1);

/// Has the screen drawn again in a second, as long as there is something of the kind on it.
pub fn tick(app: &mut App, fx: &mut Effects) {
    let is_armed = |overlay: &Overlay| matches!(overlay, Overlay::Review(review) if review.armed.is_some());
    let writes = |place: &Place| place.writes().any(|write| !write.is_earlier);
    if app.place().overlays.iter().any(is_armed) || app.places.iter().any(writes) {
        fx.push(Effect::After { timer: Timer::Tick, delay: SECOND });
    }
}
