//! What the service knows of an app image config.

use jiff::Timestamp;

use crate::domain::Text;

/// How a custom image is run in Studio. Every member but the name may be absent in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppImageConfig {
    /// `AppImageConfigName`.
    pub name: Text,
    /// `AppImageConfigArn`.
    pub arn: Option<Text>,
    /// The types of apps that it says something of, as `AppType` spells them.
    pub app_types: Vec<&'static str>,
    /// The kernels that the image has for KernelGateway apps, as people read them.
    pub kernels: Vec<Text>,
    /// `CreationTime`.
    pub created: Option<Timestamp>,
    /// `LastModifiedTime`.
    pub modified: Option<Timestamp>,
}
