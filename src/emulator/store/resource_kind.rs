//! The kinds of things that have an ARN of SageMaker.

use super::studio_kind::StudioKind;

/// A kind of thing that has an ARN of SageMaker: `arn:PARTITION:sagemaker:REGION:ACCOUNT:KIND/PATH`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::emulator) enum ResourceKind {
    /// By its name.
    Image,
    /// By the image's name and its own number.
    ImageVersion,
    /// One of those that Studio has.
    InStudio(StudioKind),
}

impl ResourceKind {
    /// What an ARN is of, and the path that names it, whatever account and region it is in; none where that is no kind
    /// the service has.
    pub(in crate::emulator) fn of_arn(arn: &str) -> Option<(Self, &str)> {
        let mut parts = arn.splitn(6, ':');
        if (parts.next(), parts.nth(1)) != (Some("arn"), Some("sagemaker")) {
            return None;
        }
        let (word, path) = parts.nth(2)?.split_once('/')?;
        let in_studio = StudioKind::ALL.map(Self::InStudio);
        let mut kinds = [Self::Image, Self::ImageVersion].into_iter().chain(in_studio);
        Some((kinds.find(|kind| kind.in_arns() == word)?, path))
    }

    /// As the service names it in errors.
    pub(in crate::emulator) fn noun(self) -> &'static str {
        match self {
            Self::Image => "Image",
            Self::ImageVersion => "ImageVersion",
            Self::InStudio(kind) => kind.noun(),
        }
    }

    /// As it stands in ARNs.
    pub(super) fn in_arns(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::ImageVersion => "image-version",
            Self::InStudio(kind) => kind.in_arns(),
        }
    }
}
