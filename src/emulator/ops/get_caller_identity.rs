//! `GetCallerIdentity` of STS.

use serde_json::{Value, json};

use crate::emulator::{
    rules::{InputMembers, ServiceError},
    store::State,
    wire::ApiRequest,
};

/// `GetCallerIdentity` of STS: who has no keys of a role is the same user of the service's account.
pub(in crate::emulator) fn get_caller_identity(
    state: &State,
    call: &ApiRequest,
) -> Result<Value, ServiceError> {
    let mut fields = InputMembers::of(&call.body)?;
    fields.text("Action")?;
    fields.text("Version")?;
    fields.finish()?;
    let session = call.signer.as_ref().and_then(|signer| state.sessions().of(&signer.access_key).cloned());
    Ok(match session {
        Some(session) => json!({
            "Arn": session.arn,
            "UserId": "AROASAGESCOPEDEMOROLE:session",
            "Account": session.account,
        }),
        None => json!({
            "Arn": state.arns.caller(),
            "UserId": "AIDASAGESCOPEDEMOUSER",
            "Account": state.arns.account,
        }),
    })
}
