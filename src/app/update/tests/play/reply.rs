//! What the service says, in words of the tests.

use crate::app::{Answer, PageToken, Reply};
use crate::domain::{AwsSetup, Image, Location};

/// Where the profile leads.
pub fn location(profile: &str, region: &str) -> Reply {
    located(Location { profile: Some(profile.into()), region: Some(region.into()), ..Location::default() })
}

/// The same in all its parts.
pub fn located(location: Location) -> Reply {
    Ok(Answer::Located(location))
}

/// What environment and files hold.
pub fn setup(found: AwsSetup) -> Reply {
    Ok(Answer::Surveyed(Box::new(found)))
}

/// There are keys.
pub fn logged_in() -> Reply {
    Ok(Answer::LoggedIn)
}

/// Whose keys these are.
pub fn account(account: &str) -> Reply {
    Ok(Answer::Account(account.into()))
}

/// These images, and where the next page begins.
pub fn page(images: Vec<Image>, next: Option<&str>) -> Reply {
    Ok(Answer::Page { images, next: next.map(|token| PageToken(token.into())) })
}

/// What an image is.
pub fn image(image: Image) -> Reply {
    Ok(Answer::Described(Box::new(image)))
}

/// The write is taken.
pub fn accepted() -> Reply {
    Ok(Answer::Accepted)
}
