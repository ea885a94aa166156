//! UpdateImage.

use aws_sdk_sagemaker::config::Builder;
use aws_smithy_types::retry::RetryConfig;

use crate::aws::failure;
use crate::aws::failure::body;
use crate::aws::session::Session;
use crate::domain::{Change, Field, Update};
use crate::service::{Answer, Reply};

/// Sends `update`, once. The service has no token that would make a second one harmless, so a lost
/// answer is looked up by the core and never sent again: neither here, nor by the SDK, nor by the
/// HTTP client, which gives a request another connection only while no byte of it was written.
pub(in crate::aws) async fn send(session: &Session, update: &Update) -> Reply {
    let mut call = session
        .sagemaker
        .update_image()
        .image_name(update.image.as_str())
        .set_display_name(value(&update.display_name))
        .set_description(value(&update.description))
        .set_role_arn(value(&update.role));
    for field in update.deleted() {
        call = call.delete_properties(Field::member(field));
    }
    let once = Builder::new().retry_config(RetryConfig::disabled()).timeout_config(session.pace.for_update());
    let output =
        call.customize().config_override(once).send().await.map_err(|error| failure::of_call(&error))?;
    match output.image_arn {
        Some(_) => Ok(Answer::Accepted),
        None => Err(body::empty("UpdateImage", "ImageArn")),
    }
}

fn value(change: &Change<String>) -> Option<String> {
    match change {
        Change::Set(value) => Some(value.clone()),
        Change::Keep | Change::Clear => None,
    }
}
