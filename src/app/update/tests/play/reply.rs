//! What the service says, in words of the tests.

use crate::app::{Answer, PageToken, Reply};
use crate::domain::{AwsSetup, Failure, Image, Location};

/// An answer, or none.
pub struct Said(pub Reply);

impl From<Answer> for Said {
    fn from(answer: Answer) -> Self {
        Self(Ok(answer))
    }
}

impl From<Result<Answer, Failure>> for Said {
    fn from(reply: Result<Answer, Failure>) -> Self {
        Self(reply)
    }
}

/// Where the profile leads.
pub fn location(profile: &str, region: &str) -> Answer {
    located(Location { profile: Some(profile.into()), region: Some(region.into()), ..Location::default() })
}

/// The same in all its parts.
pub fn located(location: Location) -> Answer {
    Answer::Located(location)
}

/// What environment and files hold.
pub fn setup(found: AwsSetup) -> Answer {
    Answer::Surveyed(Box::new(found))
}

/// There are keys.
pub fn logged_in() -> Answer {
    Answer::LoggedIn
}

/// Whose keys these are.
pub fn account(account: &str) -> Answer {
    Answer::Account(account.into())
}

/// These images, and where the next page begins.
pub fn page(images: Vec<Image>, next: Option<&str>) -> Answer {
    Answer::Page { images, next: next.map(|token| PageToken(token.into())) }
}

/// What an image is.
pub fn image(image: Image) -> Answer {
    Answer::Described(Box::new(image))
}

/// The write is taken.
pub fn accepted() -> Answer {
    Answer::Accepted
}
