//! `GetCallerIdentity` of STS.

use serde_json::json;

use super::{handler::Output, requests::OperationInput};
use crate::emulator::{
    rules::InputMembers,
    store::{Account, ImageStore},
};

/// `GetCallerIdentity` of STS: who has no keys of a role is the same user of the service's account.
pub(super) fn get_caller_identity(account: &Account, _: &ImageStore, input: OperationInput) -> Output {
    let mut fields = InputMembers::of(input.body)?;
    fields.text("Action")?;
    fields.text("Version")?;
    fields.finish()?;
    let session = input.access_key.and_then(|key| account.sessions().of(key).cloned());
    Ok(match session {
        Some(session) => json!({
            "Arn": session.arn,
            "UserId": "AROASAGESCOPEDEMOROLE:session",
            "Account": session.account,
        }),
        None => json!({
            "Arn": account.arns.caller(),
            "UserId": "AIDASAGESCOPEDEMOUSER",
            "Account": account.arns.account,
        }),
    })
}
