//! Keys as programs print them for others: JSON of version 1.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use serde::Deserialize;
use serde_json::Value;

use super::written_time;
use crate::domain::{Failure, FailureClass, Text};

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Printed {
    version: Option<Value>,
    access_key_id: Option<Value>,
    secret_access_key: Option<Value>,
    session_token: Option<Value>,
    expiration: Option<Value>,
}

/// The keys that are in `output`, which `called` printed.
///
/// # Errors
///
/// What is wrong with them, as a sentence that repeats nothing of what may be a secret.
pub(super) fn keys(called: &str, output: &[u8]) -> Result<Credentials, Failure> {
    let bad = |why: &str| failure(called, FailureClass::NoCredentials, why);
    if output.trim_ascii().is_empty() {
        return Err(bad("printed nothing. It must print credentials, as JSON."));
    }
    let printed: Printed = serde_json::from_slice(output).map_err(|_| {
        bad("printed something that is not a JSON object. It must print credentials, and \
                          nothing else.")
    })?;
    match printed.version {
        Some(version) if version.as_f64() == Some(1.0) => {}
        Some(_) => return Err(bad("printed a Version other than 1.")),
        None => return Err(bad("printed no Version. It must be 1.")),
    }
    let text = |name: &str, value: Option<Value>| match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(bad(&format!("printed a {name} that is not text."))),
    };
    let needed = |name: &str, value| match text(name, value)?.filter(|text| !text.is_empty()) {
        Some(text) => Ok(text),
        None => Err(bad(&format!("printed no {name}."))),
    };
    let id = needed("AccessKeyId", printed.access_key_id)?;
    let secret = needed("SecretAccessKey", printed.secret_access_key)?;
    let token = text("SessionToken", printed.session_token)?.filter(|token| !token.is_empty());
    let end = text("Expiration", printed.expiration)?.map(|end| ending(called, &end)).transpose()?;
    Ok(Credentials::new(id, secret, token, end, "a program"))
}

fn ending(called: &str, text: &str) -> Result<SystemTime, Failure> {
    match written_time::read(text) {
        None => {
            let why = format!(
                "printed the Expiration {:?}, which is not a time with a zone, such as 2030-01-31T12:00:00Z.",
                Text::clean(text).as_str()
            );
            Err(failure(called, FailureClass::NoCredentials, &why))
        }
        Some(end) if end <= SystemTime::now() => Err(failure(
            called,
            FailureClass::Expired,
            &format!("printed credentials that expired at {text}."),
        )),
        Some(end) => Ok(end),
    }
}

/// A failure with `why` as the rest of the sentence.
fn failure(called: &str, class: FailureClass, why: &str) -> Failure {
    Failure::new(class, &format!("The {called} {why}"))
}
