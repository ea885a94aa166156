//! Marking for a moment what changed by itself.

use crate::app::{App, ChangeKind, Effect, Effects, PlaceId, Renewed, Timer};

/// Marks what was read, but for what this program is changing: that is told otherwise.
pub fn mark(app: &mut App, fx: &mut Effects, place: PlaceId, renewed: Renewed, gone: usize) {
    let at = &mut app.places[place.0];
    let changed = renewed.changed.into_iter().map(|image| (image, ChangeKind::Changed));
    let new = renewed.new.into_iter().map(|image| (image, ChangeKind::New));
    let images: Vec<_> = changed.chain(new).filter(|(image, _)| !at.is_changing(image)).collect();
    if images.is_empty() && gone == 0 {
        return;
    }
    let number = at.refreshing.recent.add(images, gone);
    fx.push(Effect::After { timer: Timer::Unmark(place, number), delay: app.pace.mark });
}

/// The moment is over.
pub fn unmark(app: &mut App, fx: &mut Effects, place: PlaceId, number: u64) {
    fx.draw = app.places[place.0].refreshing.recent.forget(number) && place == app.here;
}
