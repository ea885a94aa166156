use serde_json::Value;
use tokio::time::Instant;

use super::{
    caller_identity::caller_identity, describe_image::describe_image, list_images::list_images,
    operation::Operation, refusal::Refusal, state::State, update_image::update_image,
};

/// Does what is asked, on the images as they are now.
pub(super) fn serve(state: &State, operation: Operation, body: &Value) -> Result<Value, Refusal> {
    let mut store = state.store();
    store.settle_due(Instant::now(), &state.clock);
    match operation {
        Operation::ListImages => list_images(&store, &state.place, body),
        Operation::DescribeImage => describe_image(&store, &state.place, body),
        Operation::UpdateImage => update_image(state, &mut store, body),
        Operation::GetCallerIdentity => caller_identity(&state.place, body),
    }
}
