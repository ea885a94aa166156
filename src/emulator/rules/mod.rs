//! What the service's model asks of requests, and the words in which it refuses.

mod input_members;
pub(in crate::emulator) mod pattern;
mod service_error;
mod shape;
pub(in crate::emulator) mod studio_model;
mod studio_pattern;
pub(in crate::emulator) mod studio_rule;
mod studio_settings;
pub(in crate::emulator) mod text_rule;
mod violations;
pub(in crate::emulator) mod words;

pub(in crate::emulator) use input_members::InputMembers;
pub(in crate::emulator) use service_error::ServiceError;
pub(in crate::emulator) use shape::Shape;
pub(in crate::emulator) use violations::{Violations, lower_camel};
