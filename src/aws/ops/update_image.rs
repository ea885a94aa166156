//! UpdateImage.

use crate::aws::failure::{self, body};
use crate::aws::session::Writer;
use crate::domain::operation::UPDATE_IMAGE;
use crate::domain::{Change, Field, Update};
use crate::service::{Answer, Reply};

/// Sends `update`.
pub(super) async fn send(writer: &Writer, update: &Update) -> Reply {
    let mut request = writer
        .client()
        .update_image()
        .image_name(update.image.as_str())
        .set_display_name(value(&update.display_name))
        .set_description(value(&update.description))
        .set_role_arn(value(&update.role));
    for field in update.deleted() {
        request = request.delete_properties(Field::member(field));
    }
    let output = request.send().await.map_err(|error| failure::of_call(&error))?;
    match output.image_arn {
        Some(_) => Ok(Answer::Accepted),
        None => Err(body::empty(UPDATE_IMAGE, "ImageArn")),
    }
}

fn value(change: &Change<String>) -> Option<String> {
    match change {
        Change::Set(value) => Some(value.clone()),
        Change::Keep | Change::Clear => None,
    }
}
