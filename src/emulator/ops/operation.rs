//! The operations that the service knows.

use std::fmt;

/// An operation the embedded service knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operation {
    /// `sagemaker:ListImages`
    ListImages,
    /// `sagemaker:DescribeImage`
    DescribeImage,
    /// `sagemaker:UpdateImage`
    UpdateImage,
    /// `sts:GetCallerIdentity`
    GetCallerIdentity,
    /// `sts:AssumeRole`
    AssumeRole,
}

impl Operation {
    /// Every operation.
    pub const ALL: [Self; 5] =
        [Self::ListImages, Self::DescribeImage, Self::UpdateImage, Self::GetCallerIdentity, Self::AssumeRole];

    /// The name on the wire, as `ListImages`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ListImages => "ListImages",
            Self::DescribeImage => "DescribeImage",
            Self::UpdateImage => "UpdateImage",
            Self::GetCallerIdentity => "GetCallerIdentity",
            Self::AssumeRole => "AssumeRole",
        }
    }

    /// The operation of this name, if the service knows it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operation| operation.as_str() == name)
    }

    /// Whether a request for it names one image.
    #[must_use]
    pub fn names_an_image(self) -> bool {
        matches!(self, Self::DescribeImage | Self::UpdateImage)
    }

    /// Whether it is STS's, which speaks the query protocol.
    pub(in crate::emulator) fn is_of_sts(self) -> bool {
        matches!(self, Self::GetCallerIdentity | Self::AssumeRole)
    }

    /// The name a policy knows it by, as `sagemaker:ListImages`.
    pub(in crate::emulator) fn action(self) -> String {
        let service = if self.is_of_sts() { "sts" } else { "sagemaker" };
        format!("{service}:{self}")
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}
