//! HTTP: connections, requests as they are read, and the bytes of answers.

mod api_request;
mod api_response;
mod connections;
mod form_body;
pub(in crate::emulator) mod json_body;
mod limits;
mod origin;
mod request_body;
mod request_handler;
mod request_id;
pub(in crate::emulator) mod server;
mod signature;
mod xml;

pub(in crate::emulator) use api_request::ApiRequest;
pub use limits::Limits;
