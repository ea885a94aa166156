//! The operations of the service, in its own spelling.

/// Takes a role, and gives its keys.
pub const ASSUME_ROLE: &str = "AssumeRole";
/// Describes one image.
pub const DESCRIBE_IMAGE: &str = "DescribeImage";
/// Tells whose account it is.
pub const GET_CALLER_IDENTITY: &str = "GetCallerIdentity";
/// Lists the images of an account and region.
pub const LIST_IMAGES: &str = "ListImages";
/// Changes what is said of one image.
pub const UPDATE_IMAGE: &str = "UpdateImage";
