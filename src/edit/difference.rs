//! Where a subject is not what it was.

use crate::domain::ImageName;

use super::FieldKey;

/// A field that does not hold what it did, or what it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which image, if it is one of several.
    pub image: Option<ImageName>,
    /// Which field.
    pub key: FieldKey,
    /// What a person calls it.
    pub label: String,
    /// What it held, or should hold; nothing if it was absent.
    pub before: Option<String>,
    /// What it holds; nothing if it is absent.
    pub now: Option<String>,
}

impl Difference {
    /// The difference in words, as `Description is ‘b’, not ‘a’`.
    #[must_use]
    pub fn words(&self) -> String {
        let say = |text: &Option<String>| text.as_ref().map_or("nothing".into(), |text| format!("‘{text}’"));
        format!("{} is {}, not {}", self.label, say(&self.now), say(&self.before))
    }
}
