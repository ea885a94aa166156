//! What is told to the person: at the foot of the screen, in the list of failures, and elsewhere.

mod alerts;
mod errors;
mod message;
mod notice;

pub use alerts::{Alert, Alerts};
pub use errors::{Attempt, ErrorRecord, Errors};
pub use message::{Message, lasting};
pub use notice::{Notice, Notices, Tone, Topic};
