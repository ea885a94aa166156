//! One call that changes something at the service.

use super::{Change, ImageName, Update, operation};

/// Everything that changes something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    /// UpdateImage.
    UpdateImage(Update),
}

impl Call {
    /// The operation that it is, in the service's own spelling.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        match self {
            Self::UpdateImage(_) => operation::UPDATE_IMAGE,
        }
    }

    /// The image that is changed.
    #[must_use]
    pub fn image(&self) -> &ImageName {
        match self {
            Self::UpdateImage(update) => &update.image,
        }
    }

    /// One call of every kind, each of which would change `image`: for the tests of what has to hold
    /// for all of them.
    #[must_use]
    pub fn one_of_each(image: &ImageName) -> Vec<Self> {
        let next = |call: Option<&Self>| match call {
            None => {
                let display_name = Change::Set("Changed".into());
                Some(Self::UpdateImage(Update { display_name, ..Update::nothing(image.clone()) }))
            }
            // A new kind goes between this one and the end.
            Some(Self::UpdateImage(_)) => None,
        };
        let mut calls: Vec<Self> = Vec::new();
        while let Some(call) = next(calls.last()) {
            calls.push(call);
        }
        calls
    }
}
