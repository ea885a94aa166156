//! What can be updated, and what can't be yet or any more.

use crate::emulator::{
    rules::ServiceError,
    store::{ImageStatus, ResourceKind},
};

/// What was never made can't be updated; what could not be deleted is still whole, and can.
///
/// `named` is what the refusal calls a thing that was never made.
pub(super) fn refuse_unless_at_rest(
    status: ImageStatus,
    kind: ResourceKind,
    arn: &str,
    named: &str,
) -> Result<(), ServiceError> {
    match status {
        ImageStatus::Creating | ImageStatus::Updating | ImageStatus::Deleting => {
            Err(ServiceError::in_use(kind, arn, status.as_str()))
        }
        ImageStatus::CreateFailed => Err(ServiceError::invalid_state(kind, named, status)),
        ImageStatus::Created | ImageStatus::UpdateFailed | ImageStatus::DeleteFailed => Ok(()),
    }
}
