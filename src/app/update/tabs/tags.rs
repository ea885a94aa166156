//! Reading the tags of an image.

use crate::app::ticket::Reason;
use crate::app::{App, Effects};
use crate::domain::ImageName;
use crate::edit::Subject;

/// Reads the tags of an image, unless they were read just now or are being read.
pub fn read(app: &mut App, fx: &mut Effects, image: &ImageName) {
    let now = app.now;
    if app.place().tags_of(image).is_none_or(|tags| tags.wants_reading(now)) {
        ask(app, fx, image);
    }
}

/// Reads them, however new what is known of them is.
pub fn ask(app: &mut App, fx: &mut Effects, image: &ImageName) {
    let here = app.here;
    app.read_subject(fx, here, &Subject::Tags(image.clone()), Reason::Detail);
    app.place_mut().tags_mut(image).value.start();
    fx.draw = true;
}
