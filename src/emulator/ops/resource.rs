//! What an operation is allowed or denied on.

use super::operation_input::OperationInput;
use crate::emulator::store::Arns;

/// What a policy allows or denies an operation on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resource {
    /// Nothing of its own: policies write `*`.
    Anything,
    /// Every image.
    AllImages,
    /// The image that the request names.
    Image,
    /// The role that the request names.
    Role,
}

impl Resource {
    /// Its ARN, for one request.
    pub(super) fn arn(self, arns: &Arns, input: OperationInput) -> String {
        match self {
            Self::Anything => "*".to_owned(),
            Self::AllImages => arns.image("*"),
            Self::Image => arns.image(input.text("ImageName")),
            Self::Role => input.text("RoleArn").to_owned(),
        }
    }
}
