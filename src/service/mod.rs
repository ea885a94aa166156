//! What the program asks of the service, and what comes back, as plain values: the AWS adapter turns
//! them into SDK calls.

mod answer;
mod list_end;
mod page_token;
mod raw_of;
mod request;

pub use answer::{Answer, Reply};
pub use list_end::ListEnd;
pub use page_token::PageToken;
pub use raw_of::RawOf;
pub use request::{Local, Read, Request};
