//! Listing the versions of an image: the first page. The others follow as each comes.

use crate::app::ticket::Purpose;
use crate::app::{App, Effects};
use crate::domain::ImageName;
use crate::service::Read;

/// Lists them, unless they were listed just now or are being listed.
pub fn read(app: &mut App, fx: &mut Effects, image: &ImageName) {
    let now = app.now;
    let versions = app.place_mut().versions_mut(image);
    versions.looked_at = Some(now);
    if versions.want_reading(now) {
        ask(app, fx, image);
    }
}

/// Lists them, however new what is known of them is; a round that is under way is given up.
pub fn ask(app: &mut App, fx: &mut Effects, image: &ImageName) {
    let (here, now) = (app.here, app.now);
    let read = Read::Versions { image: image.clone(), after: None };
    app.read(fx, here, Purpose::Versions(image.clone()), read);
    app.place_mut().versions_mut(image).begin(now);
    fx.draw = true;
}
