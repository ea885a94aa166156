//! Of what the answer of the service is read as it came.

use crate::domain::{ImageName, operation};

/// Of what the answer of the service is read as it came.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RawOf {
    /// Of an image: DescribeImage.
    Image(ImageName),
    /// Of a version of an image: DescribeImageVersion.
    Version(ImageName, u32),
}

impl RawOf {
    /// The operation that is asked for it, in the service's own spelling.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        match self {
            Self::Image(_) => operation::DESCRIBE_IMAGE,
            Self::Version(..) => operation::DESCRIBE_IMAGE_VERSION,
        }
    }

    /// What a person reads.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Image(image) => image.to_string(),
            Self::Version(image, number) => format!("version {number} of {image}"),
        }
    }
}
