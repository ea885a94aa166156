//! AddTags.

use aws_sdk_sagemaker::types::Tag;

use crate::aws::failure::{self, body};
use crate::aws::session::Writer;
use crate::domain::operation::ADD_TAGS;
use crate::edit::kind::tags::AddTags;
use crate::service::{Answer, Reply};

/// Sends new tags, and new values of tags.
pub(super) async fn send(writer: &Writer, update: &AddTags) -> Reply {
    let mut request = writer.client().add_tags().resource_arn(update.arn.as_str());
    for (key, value) in update.tags() {
        request = request.tags(Tag::builder().key(key).value(value).build());
    }
    let output = request.send().await.map_err(|error| failure::of_call(&error))?;
    match output.tags {
        Some(_) => Ok(Answer::Accepted),
        None => Err(body::empty(ADD_TAGS, "Tags")),
    }
}
