//! The commands of the AWS CLI that describe an image or a version.

use serde_json::json;

use crate::domain::{ImageName, invisible};
use crate::edit::{Argument, Given, command};

/// `aws sagemaker describe-image`, for a POSIX shell; `place` are the options that say where.
#[must_use]
pub fn describe_image(image: &ImageName, place: &[(&str, &str)]) -> String {
    let arguments = [name(image)];
    let body = json!({ "ImageName": image.as_str() });
    command("describe-image", &arguments, || invisible::escaped(&body.to_string()), place)
}

/// `aws sagemaker describe-image-version`, likewise.
#[must_use]
pub fn describe_version(image: &ImageName, number: u32, place: &[(&str, &str)]) -> String {
    let arguments =
        [name(image), Argument { option: "--version-number", value: Given::Name(number.to_string()) }];
    let body = json!({ "ImageName": image.as_str(), "Version": number });
    command("describe-image-version", &arguments, || invisible::escaped(&body.to_string()), place)
}

fn name(image: &ImageName) -> Argument {
    Argument { option: "--image-name", value: Given::Name(image.to_string()) }
}
