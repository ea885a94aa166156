//! What becomes of a request that can be served.

use serde_json::Value;
use tokio::time::Instant;

use super::{
    assume_role::assume_role, describe_image::describe_image, get_caller_identity::get_caller_identity,
    list_images::list_images, operation::Operation, update_image::update_image,
};
use crate::emulator::{rules::ServiceError, store::State, wire::ApiRequest};

/// Does what is asked, on the images as they are now.
pub(in crate::emulator) fn serve(
    state: &State,
    operation: Operation,
    call: &ApiRequest,
) -> Result<Value, ServiceError> {
    let body = &call.body;
    let mut store = state.store();
    store.settle_due(Instant::now(), &state.clock);
    match operation {
        Operation::ListImages => list_images(&store, &state.arns, body),
        Operation::DescribeImage => describe_image(&store, &state.arns, body),
        Operation::UpdateImage => update_image(state, &mut store, body),
        Operation::GetCallerIdentity => get_caller_identity(state, call),
        Operation::AssumeRole => assume_role(state, call),
    }
}
