//! Of what the answer of the service is read as it came.

use crate::domain::{Holder, ImageName, Text, operation};

/// Of what the answer of the service is read as it came.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RawOf {
    /// Of an image: DescribeImage.
    Image(ImageName),
    /// Of a version of an image: DescribeImageVersion.
    Version(ImageName, u32),
    /// Of what uses an image: DescribeDomain, DescribeUserProfile, DescribeSpace or DescribeApp.
    Holder(Holder),
    /// Of how an image is run, by `AppImageConfigName`: DescribeAppImageConfig.
    AppImageConfig(Text),
}

impl RawOf {
    /// The operation that is asked for it, in the service's own spelling.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        match self {
            Self::Image(_) => operation::DESCRIBE_IMAGE,
            Self::Version(..) => operation::DESCRIBE_IMAGE_VERSION,
            Self::Holder(holder) => holder.kind().describing(),
            Self::AppImageConfig(_) => operation::DESCRIBE_APP_IMAGE_CONFIG,
        }
    }

    /// What a person reads.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Image(image) => image.to_string(),
            Self::Version(image, number) => format!("version {number} of {image}"),
            Self::Holder(holder) => holder.name(),
            Self::AppImageConfig(name) => format!("app image config {name}"),
        }
    }
}
