//! What goes back to the client.

use http_body_util::Full;
use hyper::{
    Response, StatusCode,
    body::Bytes,
    header::{CONTENT_TYPE, DATE, HeaderValue},
};
use serde_json::{Value, json};

use super::{protocol::Protocol, request_id::request_id, xml};
use crate::emulator::{
    ops::{Operation, Output},
    rules::ServiceError,
};

const JSON: &str = "application/x-amz-json-1.1";
const XML: &str = "text/xml";

/// What goes back to the client.
#[derive(Debug)]
pub(super) struct ApiResponse {
    pub(super) status: StatusCode,
    /// The error code, where it is an error.
    pub(super) error: Option<&'static str>,
    /// The `Date` header, where it is not the real one.
    date: Option<String>,
    content_type: &'static str,
    request_id: String,
    body: String,
}

impl ApiResponse {
    /// The answer to an operation that was performed.
    pub(super) fn of(protocol: Protocol, operation: Operation, output: &Output) -> Self {
        match output {
            Ok(members) => Self::success(protocol, operation, members),
            Err(error) => Self::error(protocol, error),
        }
    }

    fn success(protocol: Protocol, operation: Operation, members: &Value) -> Self {
        let request_id = request_id();
        match protocol {
            Protocol::Query => {
                Self::new(XML, xml::answer(operation.as_str(), members, &request_id), request_id)
            }
            Protocol::Json | Protocol::Unknown => Self::new(JSON, members.to_string(), request_id),
        }
    }

    pub(super) fn error(protocol: Protocol, error: &ServiceError) -> Self {
        let request_id = request_id();
        let answer = match protocol {
            Protocol::Json => {
                let words = json!({ "__type": error.code, "Message": error.message });
                Self::new(JSON, words.to_string(), request_id)
            }
            // What AWS's front end says to what it can't route.
            Protocol::Unknown if error.code == ServiceError::UNKNOWN_OPERATION => {
                let words = "<UnknownOperationException/>\n".to_owned();
                return Self::new(XML, words, request_id).with(StatusCode::NOT_FOUND, Some(error.code));
            }
            Protocol::Query | Protocol::Unknown => Self::new(XML, xml::error(error, &request_id), request_id),
        };
        answer.with(error.status, Some(error.code))
    }

    /// A page from a proxy that could not reach the service.
    pub(super) fn html() -> Self {
        let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1>\
                    </center>\r\n<hr><center>proxy</center>\r\n</body>\r\n</html>\r\n";
        Self::new("text/html", page.to_owned(), String::new()).with(StatusCode::BAD_GATEWAY, None)
    }

    /// Status 200 with nothing in it.
    pub(super) fn empty() -> Self {
        Self::new(JSON, String::new(), request_id())
    }

    /// The first half of this answer's body, with its length said to be just that.
    pub(super) fn truncated(mut self) -> Self {
        let middle = self.body.floor_char_boundary(self.body.len() / 2);
        self.body.truncate(middle);
        self
    }

    pub(super) fn dated(mut self, date: String) -> Self {
        self.date = Some(date);
        self
    }

    pub(super) fn into_http(self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::new(Bytes::from(self.body)));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        // A proxy's page has no request id.
        if let (false, Ok(id)) = (self.request_id.is_empty(), HeaderValue::from_str(&self.request_id)) {
            headers.insert("x-amzn-RequestId", id);
        }
        if let Some(Ok(date)) = self.date.as_deref().map(HeaderValue::from_str) {
            headers.insert(DATE, date);
        }
        response
    }

    fn new(content_type: &'static str, body: String, request_id: String) -> Self {
        Self { status: StatusCode::OK, error: None, date: None, content_type, request_id, body }
    }

    fn with(mut self, status: StatusCode, error: Option<&'static str>) -> Self {
        self.status = status;
        self.error = error;
        self
    }
}
