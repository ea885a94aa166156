//! What the service says, in words of the tests.

use crate::app::{Answer, PageToken, Reply};
use crate::domain::{AliasMap, AwsSetup, Failure, Image, ImageName, ImageVersion, Location, RawBody, TagSet};

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

/// A page of versions.
pub fn versions(versions: Vec<ImageVersion>, next: Option<&str>) -> Answer {
    Answer::Versions { versions, next: next.map(|token| PageToken(token.to_owned())) }
}

/// One version.
pub fn version(version: ImageVersion) -> Answer {
    Answer::Version(Box::new(version))
}

/// The aliases of an image, each with the version that holds it; the image has that many versions.
pub fn aliases(image: &str, holders: &[(&str, u32)], versions: u32) -> Answer {
    let holders = holders.iter().map(|(alias, number)| ((*alias).into(), *number)).collect();
    let versions = (1..=versions).collect();
    Answer::Aliases(Box::new(AliasMap { holders, versions, ..AliasMap::none(ImageName::received(image)) }))
}

/// The tags of an image.
pub fn tags(image: &str, tags: &[(&str, &str)]) -> Answer {
    let arn = format!("arn:aws:sagemaker:us-east-1:123456789012:image/{image}");
    let tags = tags.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect();
    Answer::Tags(Box::new(TagSet { tags, ..TagSet::none(ImageName::received(image), arn.as_str().into()) }))
}

/// An answer as it came.
pub fn raw(body: &str) -> Answer {
    Answer::Raw(RawBody::received(body.as_bytes()))
}
