//! What the program asks of the service, and what comes back, as plain values: the AWS adapter turns
//! them into SDK calls.

mod answer;
mod page_token;
mod raw_of;
mod request;

pub use answer::{Answer, Reply};
pub use page_token::PageToken;
pub use raw_of::RawOf;
pub use request::{Local, Read, Request};
