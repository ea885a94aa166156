//! What an operation is allowed or denied on.

use serde_json::Value;

use super::requests::OperationInput;
use crate::emulator::store::{Arns, StudioKind};

/// What a policy allows or denies an operation on, as AWS's service authorization reference has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resource {
    /// Nothing of its own: policies write `*`.
    Anything,
    /// Every image.
    AllImages,
    /// The image that the request names.
    Image,
    /// The version that the request names; all of the image's, as `image-version/NAME/*`, where it gives no number.
    ImageVersion,
    /// The version, where the request gives a number, else the image: `ListAliases` needs both.
    ImageAndVersion,
    /// The image whose ARN the request gives.
    Tagged,
    /// All of a kind that Studio has, in whichever domain.
    EveryOf(StudioKind),
    /// The one of a kind that the request names.
    OneOf(StudioKind),
    /// The role that the request names.
    Role,
}

impl Resource {
    /// Its ARN, for one request.
    pub(super) fn arn(self, arns: &Arns, input: OperationInput) -> String {
        let (name, version) = (input.text("ImageName"), input.body.get("Version").and_then(Value::as_u64));
        match (self, version) {
            (Self::Anything, _) => "*".to_owned(),
            (Self::AllImages, _) => arns.image("*"),
            (Self::Image, _) | (Self::ImageAndVersion, None) => arns.image(name),
            (Self::ImageVersion | Self::ImageAndVersion, Some(number)) => arns.image_version(name, &number),
            (Self::ImageVersion, None) => arns.image_version(name, &"*"),
            (Self::Tagged, _) => input.text("ResourceArn").to_owned(),
            (Self::EveryOf(kind), _) => arns.studio(kind, "*"),
            (Self::OneOf(kind), _) => arns.studio(kind, &input.in_studio(kind).path()),
            (Self::Role, _) => input.text("RoleArn").to_owned(),
        }
    }
}
