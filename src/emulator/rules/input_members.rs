//! The members of a request's body.

use serde_json::{Map, Value};

use super::service_error::ServiceError;

/// The items of a list, as they were sent; none for a `null`.
pub(in crate::emulator) type Items<T> = Vec<Option<T>>;

/// The members of a request's JSON body, taken one by one; what is left over was never asked for.
///
/// A `null` counts as absent. A wrong JSON type and an unknown member are a `SerializationException`.
pub(in crate::emulator) struct InputMembers(Map<String, Value>);

impl InputMembers {
    pub(in crate::emulator) fn of(body: &Value) -> Result<Self, ServiceError> {
        match body {
            Value::Object(members) => Ok(Self(members.clone())),
            _ => Err(ServiceError::unreadable("Start of structure expected.")),
        }
    }

    pub(in crate::emulator) fn text(&mut self, member: &str) -> Result<Option<String>, ServiceError> {
        match self.take(member) {
            None => Ok(None),
            Some(value) => as_text(value).map(Some),
        }
    }

    /// A list of texts; an item can be `null`, which validation then refuses.
    pub(in crate::emulator) fn texts(&mut self, member: &str) -> Result<Option<Items<String>>, ServiceError> {
        self.list(member, as_text)
    }

    /// A list of structures; an item can be `null`, which validation then refuses.
    pub(in crate::emulator) fn structures(
        &mut self,
        member: &str,
    ) -> Result<Option<Items<Self>>, ServiceError> {
        self.list(member, |value| Self::of(&value))
    }

    fn list<T>(
        &mut self,
        member: &str,
        read: impl Fn(Value) -> Result<T, ServiceError>,
    ) -> Result<Option<Items<T>>, ServiceError> {
        let item = |value: Value| if value.is_null() { Ok(None) } else { read(value).map(Some) };
        match self.take(member) {
            None => Ok(None),
            Some(Value::Array(values)) => values.into_iter().map(item).collect::<Result<_, _>>().map(Some),
            Some(value) => {
                Err(ServiceError::unreadable(format!("Expected list or null, but found {}", kind(&value))))
            }
        }
    }

    pub(in crate::emulator) fn flag(&mut self, member: &str) -> Result<Option<bool>, ServiceError> {
        match self.take(member) {
            None => Ok(None),
            Some(value) => match value.as_bool() {
                Some(flag) => Ok(Some(flag)),
                None => Err(unlike(&value, "a Boolean")),
            },
        }
    }

    pub(in crate::emulator) fn number(&mut self, member: &str) -> Result<Option<i64>, ServiceError> {
        match self.take(member) {
            None => Ok(None),
            Some(value) => match value.as_i64() {
                Some(number) => Ok(Some(number)),
                None => Err(unlike(&value, "an Integer")),
            },
        }
    }

    /// A timestamp: seconds since 1970, with or without a fraction.
    pub(in crate::emulator) fn seconds(&mut self, member: &str) -> Result<Option<f64>, ServiceError> {
        match self.take(member) {
            None => Ok(None),
            Some(value) => match value.as_f64() {
                Some(seconds) => Ok(Some(seconds)),
                None => Err(unlike(&value, "milliseconds since epoch")),
            },
        }
    }

    /// Nothing else may have been sent.
    pub(in crate::emulator) fn finish(self) -> Result<(), ServiceError> {
        match self.0.keys().next() {
            None => Ok(()),
            Some(member) => Err(ServiceError::unreadable(format!("Unknown member: {member}"))),
        }
    }

    fn take(&mut self, member: &str) -> Option<Value> {
        self.0.remove(member).filter(|value| !value.is_null())
    }
}

fn as_text(value: Value) -> Result<String, ServiceError> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(unlike(&other, "a String")),
    }
}

fn unlike(value: &Value, wanted: &str) -> ServiceError {
    ServiceError::unreadable(format!("{} can not be converted to {wanted}", kind(value)))
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "NULL_VALUE",
        Value::Bool(true) => "TRUE_VALUE",
        Value::Bool(false) => "FALSE_VALUE",
        Value::Number(_) => "NUMBER_VALUE",
        Value::String(_) => "STRING_VALUE",
        Value::Array(_) => "START_ARRAY",
        Value::Object(_) => "START_OBJECT",
    }
}
