use serde_json::Value;
use tokio::time::Instant;

use super::{
    assume_role::assume_role, call::Call, caller_identity::caller_identity, describe_image::describe_image,
    list_images::list_images, operation::Operation, refusal::Refusal, state::State,
    update_image::update_image,
};

/// Does what is asked, on the images as they are now.
pub(super) fn serve(state: &State, operation: Operation, call: &Call) -> Result<Value, Refusal> {
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
