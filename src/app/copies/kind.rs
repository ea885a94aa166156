//! The kinds of texts that can be copied.

use crate::domain::{Image, ImageStatus, ImageVersion, RoleArn, Text};
use crate::export::RawFormat;
use crate::keys::CopyAction;

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
    /// What a key copies.
    #[must_use]
    pub fn of(action: CopyAction) -> Self {
        match action {
            CopyAction::Name => Self::Name,
            CopyAction::Arn => Self::Arn,
            CopyAction::DisplayName => Self::DisplayName,
            CopyAction::Role => Self::Role,
            CopyAction::Failure => Self::Failure,
            CopyAction::ContainerImage => Self::ContainerImage,
            CopyAction::Json => Self::Written(RawFormat::Json),
            CopyAction::Yaml => Self::Written(RawFormat::Yaml),
            CopyAction::Describe => Self::Command,
            CopyAction::Terraform => Self::Terraform,
            CopyAction::CloudFormation => Self::CloudFormation,
            CopyAction::Address => Self::Address,
            CopyAction::Table => Self::Table,
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

    /// Whether what is copied of an image, as far as it is known, came otherwise: cleaning replaced something
    /// in it.
    #[must_use]
    pub fn is_altered_of_image(self, image: &Image) -> bool {
        let text = |text: &Option<Text>| text.as_ref().is_some_and(Text::is_altered);
        let name = image.name.is_altered();
        let role = image.role.as_ref().is_some_and(RoleArn::is_altered);
        let written = text(&image.display_name) || text(&image.description);
        let told = image.status.as_ref().is_some_and(ImageStatus::is_altered)
            || text(&image.arn)
            || text(&image.failure_reason);
        match self {
            Self::Name | Self::Command | Self::Address => name,
            Self::Arn => text(&image.arn),
            Self::DisplayName => text(&image.display_name),
            Self::Role => role,
            Self::Failure => text(&image.failure_reason),
            Self::Written(_) => name || role || written || told,
            Self::Terraform | Self::CloudFormation => name || role || written,
            Self::Table => name || written || told,
            Self::ContainerImage => false,
        }
    }

    /// The same of a version.
    #[must_use]
    pub fn is_altered_of_version(self, version: &ImageVersion) -> bool {
        let text = |text: &Option<Text>| text.as_ref().is_some_and(Text::is_altered);
        match self {
            Self::Arn => text(&version.arn),
            Self::Failure => text(&version.failure_reason),
            Self::ContainerImage => text(&version.container_image),
            Self::Written(_) => {
                let texts = [
                    &version.arn,
                    &version.image_arn,
                    &version.failure_reason,
                    &version.base_image,
                    &version.container_image,
                    &version.vendor_guidance,
                    &version.job_type,
                    &version.ml_framework,
                    &version.programming_lang,
                    &version.processor,
                    &version.release_notes,
                ];
                version.status.as_ref().is_some_and(ImageStatus::is_altered) || texts.into_iter().any(text)
            }
            Self::Command => version.image.is_altered(),
            Self::Name
            | Self::DisplayName
            | Self::Role
            | Self::Terraform
            | Self::CloudFormation
            | Self::Address
            | Self::Table => false,
        }
    }

    /// Whether it can be copied of several images together.
    #[must_use]
    pub fn is_of_several(self) -> bool {
        match self {
            Self::Name | Self::Arn | Self::Table => true,
            Self::DisplayName
            | Self::Role
            | Self::Failure
            | Self::ContainerImage
            | Self::Written(_)
            | Self::Command
            | Self::Terraform
            | Self::CloudFormation
            | Self::Address => false,
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
