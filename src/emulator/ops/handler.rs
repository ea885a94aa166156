//! How an operation is done.

use serde_json::Value;

use super::requests::OperationInput;
use crate::emulator::{
    rules::ServiceError,
    store::{Account, ImageStore},
};

/// The members of an answer, or the error that is answered instead.
pub(in crate::emulator) type Output = Result<Value, ServiceError>;

/// The function that does an operation, by what it may do to the images: they are locked meanwhile.
#[derive(Clone, Copy, Debug)]
pub(super) enum Handler {
    /// It looks at them.
    Read(fn(&Account, &ImageStore, OperationInput) -> Output),
    /// It looks at them, and answers in pages with a `NextToken`.
    List(fn(&Account, &ImageStore, OperationInput) -> Output),
    /// It changes them.
    Write(fn(&Account, &mut ImageStore, OperationInput) -> Output),
}
