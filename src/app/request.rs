//! What the core asks of the service, and what comes back. Plain values: the AWS adapter turns
//! them into SDK calls.

use crate::domain::{AwsSetup, Code, Failure, Image, ImageName, Location, Text, Update};

/// One thing asked of the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Read the configuration: which region and endpoint are we at? Nothing goes over the wire.
    Locate,
    /// Read environment and shared files, for a person to choose from. Nothing goes over the wire.
    Survey,
    /// Get the keys of a role with an MFA code (`AssumeRole`).
    LogIn(Code),
    /// GetCallerIdentity: whose account is it?
    WhoAmI,
    /// ListImages: one page of at most 100 images, by name.
    List {
        /// Where the page before ended, or nothing for the first.
        after: Option<PageToken>,
    },
    /// DescribeImage.
    Describe(ImageName),
    /// UpdateImage. Sent once, never repeated.
    Update(Update),
}

/// A `NextToken`: opaque, up to 8,192 characters, good for the next page only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageToken(pub String);

/// What the service answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// To [`Request::Locate`].
    Located(Location),
    /// To [`Request::Survey`].
    Surveyed(Box<AwsSetup>),
    /// To [`Request::LogIn`]: keys are at hand.
    LoggedIn,
    /// To [`Request::WhoAmI`]: the account id.
    Account(Text),
    /// To [`Request::List`].
    Page {
        /// The images of this page.
        images: Vec<Image>,
        /// The way to the next page, or nothing at the end.
        next: Option<PageToken>,
    },
    /// To [`Request::Describe`].
    Described(Box<Image>),
    /// To [`Request::Update`]: the service took the change and has begun with it.
    Accepted,
}

/// How a request ended.
pub type Reply = Result<Answer, Failure>;
