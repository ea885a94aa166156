//! The kinds of texts that can be copied.

use crate::export::RawFormat;
use crate::keys::Action;

/// A kind of text that can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyKind {
    /// The name of an image.
    Name,
    /// The ARN of an image or of a version.
    Arn,
    /// The display name of an image.
    DisplayName,
    /// The ARN of the role of an image.
    Role,
    /// Why an image or a version failed.
    Failure,
    /// Where the container image of a version is.
    ContainerImage,
    /// All that is known of an image or of a version.
    Written(RawFormat),
    /// The AWS CLI command that describes an image or a version.
    Command,
    /// An image as a block of Terraform.
    Terraform,
    /// An image as a template of CloudFormation.
    CloudFormation,
    /// The address of an image in the console of AWS.
    Address,
    /// Several images as a table.
    Table,
}

impl CopyKind {
    /// All of them, in the order of the menu.
    pub const ALL: &'static [Self] = &[
        Self::Name,
        Self::Arn,
        Self::DisplayName,
        Self::Role,
        Self::Failure,
        Self::ContainerImage,
        Self::Written(RawFormat::Json),
        Self::Written(RawFormat::Yaml),
        Self::Command,
        Self::Terraform,
        Self::CloudFormation,
        Self::Address,
        Self::Table,
    ];

    /// What copies it.
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Self::Name => Action::CopyName,
            Self::Arn => Action::CopyArn,
            Self::DisplayName => Action::CopyDisplayName,
            Self::Role => Action::CopyRole,
            Self::Failure => Action::CopyFailure,
            Self::ContainerImage => Action::CopyContainerImage,
            Self::Written(RawFormat::Json) => Action::CopyJson,
            Self::Written(RawFormat::Yaml) => Action::CopyYaml,
            Self::Command => Action::CopyDescribe,
            Self::Terraform => Action::CopyTerraform,
            Self::CloudFormation => Action::CopyCloudFormation,
            Self::Address => Action::CopyAddress,
            Self::Table => Action::CopyTable,
        }
    }

    /// What it is called, of one thing.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Arn => "ARN",
            Self::DisplayName => "display name",
            Self::Role => "role ARN",
            Self::Failure => "failure reason",
            Self::ContainerImage => "container image",
            Self::Written(format) => format.name(),
            Self::Command => "AWS CLI command",
            Self::Terraform => "Terraform block",
            Self::CloudFormation => "CloudFormation template",
            Self::Address => "console address",
            Self::Table => "table (TSV)",
        }
    }

    /// Whether it is the version's own where there is one in focus, and not its image's.
    #[must_use]
    pub fn is_of_version(self) -> bool {
        match self {
            Self::Arn | Self::Failure | Self::ContainerImage | Self::Written(_) | Self::Command => true,
            Self::Name
            | Self::DisplayName
            | Self::Role
            | Self::Terraform
            | Self::CloudFormation
            | Self::Address
            | Self::Table => false,
        }
    }
}
