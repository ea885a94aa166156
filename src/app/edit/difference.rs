//! Where an image is not what it was.

use crate::domain::{Field, Image};

/// One field that holds something else than it did, or than it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which.
    pub field: Field,
    /// What it held, or should hold; nothing if it was absent.
    pub before: Option<String>,
    /// What it holds; nothing if it is absent.
    pub now: Option<String>,
}

impl Difference {
    /// The fields in which `now` is not `before`.
    #[must_use]
    pub fn between(before: &Image, now: &Image) -> Vec<Self> {
        Self::from_expected(|field| field.of(before), now)
    }

    /// The fields in which `now` is not what `expected` says.
    pub fn from_expected<'a>(expected: impl Fn(Field) -> Option<&'a str>, now: &Image) -> Vec<Self> {
        let differs = |&field: &Field| expected(field) != field.of(now);
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let describe =
            |field: Field| Self { field, before: owned(expected(field)), now: owned(field.of(now)) };
        Field::ALL.into_iter().filter(differs).map(describe).collect()
    }

    /// The difference in a sentence for the foot of the screen.
    #[must_use]
    pub fn words(&self) -> String {
        let say = |text: &Option<String>| text.as_ref().map_or("nothing".into(), |text| format!("‘{text}’"));
        format!("{} is {}, not {}", self.field.label(), say(&self.now), say(&self.before))
    }
}
