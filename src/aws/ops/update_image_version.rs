//! UpdateImageVersion, which changes what is said of a version, or which aliases it has.

use aws_sdk_sagemaker::operation::update_image_version::builders::UpdateImageVersionFluentBuilder;
use aws_sdk_sagemaker::types::{JobType, Processor, VendorGuidance};

use super::image_version;
use crate::aws::failure::{self, body};
use crate::aws::session::Writer;
use crate::domain::operation::UPDATE_IMAGE_VERSION;
use crate::domain::{Failure, FailureClass, ImageName};
use crate::edit::kind::aliases::UpdateAliases;
use crate::edit::kind::version::{
    HOROVOD, JOB_TYPE, ML_FRAMEWORK, PROCESSOR, PROGRAMMING_LANG, RELEASE_NOTES, UpdateVersion,
    VENDOR_GUIDANCE,
};
use crate::edit::{Change, FieldKey, YES};
use crate::service::{Answer, Reply};

/// Sends what is to be said of a version.
pub(super) async fn send_version(writer: &Writer, update: &UpdateVersion) -> Reply {
    let request = request(writer, &update.image, update.version)?
        .set_vendor_guidance(value(update, &VENDOR_GUIDANCE).map(VendorGuidance::from))
        .set_job_type(value(update, &JOB_TYPE).map(JobType::from))
        .set_ml_framework(value(update, &ML_FRAMEWORK).map(str::to_owned))
        .set_programming_lang(value(update, &PROGRAMMING_LANG).map(str::to_owned))
        .set_processor(value(update, &PROCESSOR).map(Processor::from))
        .set_horovod(value(update, &HOROVOD).map(|word| word == YES))
        .set_release_notes(value(update, &RELEASE_NOTES).map(str::to_owned));
    send(request).await
}

/// Sends which aliases a version gets, and which it loses.
pub(super) async fn send_aliases(writer: &Writer, update: &UpdateAliases) -> Reply {
    let mut request = request(writer, &update.image, update.version)?;
    for alias in update.added() {
        request = request.aliases_to_add(alias);
    }
    for alias in update.deleted() {
        request = request.aliases_to_delete(alias);
    }
    send(request).await
}

/// A change must never reach a version that nobody meant, so that a number the service can't count to is
/// refused here.
fn request(
    writer: &Writer,
    image: &ImageName,
    number: u32,
) -> Result<UpdateImageVersionFluentBuilder, Failure> {
    let Some(version) = image_version::exact(number) else {
        let said = format!(
            "There can't be a version {number}: the last that can be is {}. Nothing was sent.",
            i32::MAX
        );
        return Err(Failure::new(FailureClass::Invalid, &said));
    };
    Ok(writer.client().update_image_version().image_name(image.as_str()).version(version))
}

async fn send(request: UpdateImageVersionFluentBuilder) -> Reply {
    let output = request.send().await.map_err(|error| failure::of_call(&error))?;
    match output.image_version_arn {
        Some(_) => Ok(Answer::Accepted),
        None => Err(body::empty(UPDATE_IMAGE_VERSION, "ImageVersionArn")),
    }
}

fn value<'a>(update: &'a UpdateVersion, key: &FieldKey) -> Option<&'a str> {
    match update.changes.of(key) {
        Change::Set(value) => Some(value),
        Change::Keep | Change::Clear => None,
    }
}
