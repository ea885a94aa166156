//! What is to happen to one field.

/// Left alone, given a value, or emptied. The three are distinct on the wire: a field is absent
/// from the request, in it, or named in `DeleteProperties`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Change<T> {
    /// The field stays as it is.
    #[default]
    Keep,
    /// The field gets this value.
    Set(T),
    /// The field becomes absent.
    Clear,
}

impl<T> Change<T> {
    /// Whether the field stays as it is.
    pub fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }
}

impl Change<String> {
    /// What makes a field hold `value`, whatever it holds.
    #[must_use]
    pub fn to(value: Option<&str>) -> Self {
        value.map_or(Self::Clear, |text| Self::Set(text.to_owned()))
    }
}
