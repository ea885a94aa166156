//! UpdateImage.

use crate::aws::failure::{self, body};
use crate::aws::session::Writer;
use crate::domain::operation::UPDATE_IMAGE;
use crate::edit::kind::image::{DESCRIPTION, DISPLAY_NAME, ROLE, UpdateImage};
use crate::edit::{Change, FieldKey};
use crate::service::{Answer, Reply};

/// Sends `update`.
pub(super) async fn send(writer: &Writer, update: &UpdateImage) -> Reply {
    let mut request = writer
        .client()
        .update_image()
        .image_name(update.image.as_str())
        .set_display_name(value(update, &DISPLAY_NAME))
        .set_description(value(update, &DESCRIPTION))
        .set_role_arn(value(update, &ROLE));
    for field in update.deleted() {
        request = request.delete_properties(field.member);
    }
    let output = request.send().await.map_err(|error| failure::of_call(&error))?;
    match output.image_arn {
        Some(_) => Ok(Answer::Accepted),
        None => Err(body::empty(UPDATE_IMAGE, "ImageArn")),
    }
}

fn value(update: &UpdateImage, key: &FieldKey) -> Option<String> {
    match update.changes.of(key) {
        Change::Set(value) => Some(value.clone()),
        Change::Keep | Change::Clear => None,
    }
}
