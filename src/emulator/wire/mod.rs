//! HTTP: connections, requests as they are read, and the bytes of answers.

mod api_request;
mod api_response;
mod connections;
mod disconnect;
mod fault_injection;
mod form_body;
mod json_body;
mod limits;
mod origin;
mod protocol;
mod request_body;
mod request_handler;
mod request_id;
pub(in crate::emulator) mod server;
mod server_state;
mod signature;
mod xml;

pub use limits::Limits;
pub(in crate::emulator) use server_state::ServerState;
