//! Answers of the query protocol.

use serde_json::Value;

use crate::emulator::rules::ServiceError;

const NAMESPACE: &str = "https://sts.amazonaws.com/doc/2011-06-15/";

/// The answer to an operation of the query protocol.
pub(super) fn answer(operation: &str, members: &Value, request_id: &str) -> String {
    let members = listed(members);
    format!(
        "<{operation}Response xmlns=\"{NAMESPACE}\"><{operation}Result>{members}</{operation}Result>\
         <ResponseMetadata><RequestId>{request_id}</RequestId></ResponseMetadata></{operation}Response>\n"
    )
}

/// The members of a structure, each an element.
fn listed(members: &Value) -> String {
    members.as_object().into_iter().flatten().map(|(name, value)| element(name, value)).collect()
}

fn element(name: &str, value: &Value) -> String {
    let content = match value {
        Value::Null => String::new(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(text) => escaped(text),
        Value::Array(items) => items.iter().map(|item| element("member", item)).collect(),
        Value::Object(_) => listed(value),
    };
    format!("<{name}>{content}</{name}>")
}

/// An error in the query protocol, which knows some of the codes by other names.
pub(super) fn error(error: &ServiceError, request_id: &str) -> String {
    let kind = if error.status.is_server_error() { "Receiver" } else { "Sender" };
    format!(
        "<ErrorResponse xmlns=\"{NAMESPACE}\"><Error><Type>{kind}</Type><Code>{}</Code><Message>{}</Message></Error>\
         <RequestId>{request_id}</RequestId></ErrorResponse>\n",
        code(error.code),
        escaped(&error.message)
    )
}

fn code(code: &'static str) -> &'static str {
    match code {
        "UnrecognizedClientException" => "InvalidClientTokenId",
        "InvalidSignatureException" => "SignatureDoesNotMatch",
        "UnknownOperationException" => "InvalidAction",
        "SerializationException" => "MalformedQueryString",
        "ValidationException" => "ValidationError",
        code => code.strip_suffix("Exception").unwrap_or(code),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_kind_of_value_is_written() {
        let members = json!({ "A": "<&>", "B": 5, "C": true, "D": null, "E": ["x", { "F": "y" }] });
        assert_eq!(
            listed(&members),
            "<A>&lt;&amp;&gt;</A><B>5</B><C>true</C><D></D><E><member>x</member><member><F>y</F></member></E>"
        );
    }
}
