//! What becomes of a request that can be served.

use serde_json::Value;
use tokio::time::Instant;

use super::{
    assume_role::assume_role, describe_image::describe_image, get_caller_identity::caller_identity,
    list_images::list_images, operation::Operation, update_image::update_image,
};
use crate::emulator::{rules::Refusal, store::State, wire::Call};

/// Does what is asked, on the images as they are now.
pub(in crate::emulator) fn serve(state: &State, operation: Operation, call: &Call) -> Result<Value, Refusal> {
    let body = &call.body;
    let mut store = state.store();
    store.settle_due(Instant::now(), &state.clock);
    match operation {
        Operation::ListImages => list_images(&store, &state.place, body),
        Operation::DescribeImage => describe_image(&store, &state.place, body),
        Operation::UpdateImage => update_image(state, &mut store, body),
        Operation::GetCallerIdentity => caller_identity(state, call),
        Operation::AssumeRole => assume_role(state, call),
    }
}
