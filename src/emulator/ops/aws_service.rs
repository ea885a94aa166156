//! The services of AWS that are played.

/// A service of AWS, as far as it is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::emulator) enum AwsService {
    /// It speaks AWS JSON 1.1.
    SageMaker,
    /// It speaks the AWS query protocol.
    Sts,
}

impl AwsService {
    /// The name that requests for it are signed with, and that policies know it by.
    pub(in crate::emulator) fn as_str(self) -> &'static str {
        match self {
            Self::SageMaker => "sagemaker",
            Self::Sts => "sts",
        }
    }
}
