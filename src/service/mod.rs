//! What the program asks of the service, and what comes back, as plain values: the AWS adapter turns
//! them into SDK calls.

mod answer;
mod page_token;
mod request;

pub use answer::{Answer, Reply};
pub use page_token::PageToken;
pub use request::{Local, Read, Request};
