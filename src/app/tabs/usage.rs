//! How a person looks at the users of an image: which is under the cursor.

use crate::app::{Usage, UsageItem};
use crate::domain::ImageName;
use crate::scan::User;

/// The cursor over the users of an image, and over what could not be read below them.
///
/// It is tied to what it stands on, whatever comes above it. For another image it stands on the first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UsageTab {
    of: Option<ImageName>,
    at: Option<UsageItem>,
}

impl UsageTab {
    /// The row under the cursor among `items`, which are those of `image`.
    #[must_use]
    pub fn row(&self, image: &ImageName, items: &[UsageItem]) -> usize {
        let at = self.at.as_ref().filter(|_| self.of.as_ref() == Some(image));
        at.and_then(|at| items.iter().position(|item| item == at)).unwrap_or(0)
    }

    /// The user under the cursor, if it is one. Where the cursor stands on nothing any more, the first.
    #[must_use]
    pub fn user<'a>(&self, image: &ImageName, usage: &'a Usage) -> Option<&'a User> {
        match self.at.as_ref().filter(|_| self.of.as_ref() == Some(image)) {
            Some(UsageItem::User(key)) => usage.user(image, key).or_else(|| usage.first_user(image)),
            Some(UsageItem::Trouble(operation)) if usage.lacks(operation) => None,
            Some(UsageItem::Trouble(_)) | None => usage.first_user(image),
        }
    }

    /// Puts the cursor on one.
    pub fn set_focus(&mut self, image: &ImageName, item: UsageItem) {
        *self = Self { of: Some(image.clone()), at: Some(item) };
    }
}
