//! Giving up what is read by itself, where what somebody waits for comes before it.

use crate::app::ticket::{Purpose, Reason};
use crate::app::{App, Effects, PlaceId};
use crate::domain::ImageName;
use crate::edit::Subject;

/// The list is being read for somebody: what was being read of it by itself is not wanted any more.
pub fn give_up_list(app: &mut App, fx: &mut Effects, place: PlaceId) {
    app.end_calls(fx, place, |purpose| matches!(purpose, Purpose::Refresh(_)));
    app.places[place.0].refreshing.abandon();
}

/// A subject was read for somebody, or is about to be changed: what was asked about it before, by itself,
/// would bring old words back.
pub fn supersede(app: &mut App, fx: &mut Effects, place: PlaceId, subject: &Subject) {
    app.end_calls(fx, place, |purpose| match purpose {
        Purpose::Read(of, Reason::Refresh) => subject.parts().contains(of),
        _ => false,
    });
    is_known_better(app, place, subject);
}

/// What of a list is under way tells less of a subject than is known by now, unless it is newer.
pub fn is_known_better(app: &mut App, place: PlaceId, subject: &Subject) {
    for part in subject.parts() {
        app.places[place.0].refreshing.is_known_better(&part, image_of(&part));
    }
}

/// The image that a subject is, where what is read of it is what a list tells too.
fn image_of(subject: &Subject) -> Option<&ImageName> {
    match subject {
        Subject::Image(image) => Some(image),
        Subject::Images(_)
        | Subject::Version(..)
        | Subject::Aliases(_)
        | Subject::Tags(_)
        | Subject::TagsOf(_) => None,
    }
}
