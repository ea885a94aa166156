//! One request as it arrived.

use jiff::Timestamp;
use serde_json::Value;

use super::resource_kind::ResourceKind;

/// One request as it arrived, for tests to look at and for the command to print.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// When its last byte was read.
    pub at: Timestamp,
    /// The operation it asked for, in its own words, known or not; empty where it named none.
    pub operation: String,
    /// Its JSON body; for a form, an object of its fields; null where it could not be read.
    pub body: Value,
    /// The access key id of its signature, if there was one that could be read.
    pub access_key: Option<String>,
    /// The region it was signed for, if there was a signature that could be read.
    pub region: Option<String>,
    /// The HTTP status of the answer; none while there is no answer, and where there never was one.
    pub status: Option<u16>,
    /// The error code of the answer, as `ResourceNotFound`; none where it was not refused.
    pub error: Option<&'static str>,
}

impl Arrival {
    /// What it takes up in memory, in bytes, about.
    pub(in crate::emulator) fn size(&self) -> usize {
        let texts = [self.access_key.as_deref(), self.region.as_deref()].into_iter().flatten();
        let texts = texts.map(str::len).sum::<usize>() + self.operation.len();
        size_of::<Self>() + texts + memory_of(&self.body)
    }

    /// The image the request names, by its name or its ARN, if any.
    #[must_use]
    pub fn image_name(&self) -> Option<&str> {
        let text = |member: &str| self.body.get(member).and_then(Value::as_str);
        let of_arn = || match ResourceKind::of_arn(text("ResourceArn")?)? {
            (ResourceKind::Image, name) => Some(name),
            (ResourceKind::ImageVersion | ResourceKind::InStudio(_), _) => None,
        };
        text("ImageName").or_else(of_arn)
    }
}

/// What a value takes up in memory, in bytes, about.
fn memory_of(value: &Value) -> usize {
    let inside = match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(memory_of).sum(),
        Value::Object(members) => {
            members.iter().map(|(name, value)| 2 * size_of::<String>() + name.len() + memory_of(value)).sum()
        }
    };
    size_of::<Value>() + inside
}
