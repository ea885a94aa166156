use serde_json::{Value, json};

use super::{members::Members, place::Place, refusal::Refusal};

/// `GetCallerIdentity` of STS: everybody is the same user of the service's account.
pub(super) fn caller_identity(place: &Place, body: &Value) -> Result<Value, Refusal> {
    let mut fields = Members::of(body)?;
    fields.text("Action")?;
    fields.text("Version")?;
    fields.finish()?;
    Ok(json!({
        "Arn": place.caller_arn(),
        "UserId": "AIDASAGESCOPEDEMOUSER",
        "Account": place.account,
    }))
}
