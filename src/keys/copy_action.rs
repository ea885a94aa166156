//! What a bound key puts on the clipboard.

use super::named::named;

named! {
    /// What a bound key puts on the clipboard.
    CopyAction {
        /// Put the image's name on the clipboard; of marked images, all names.
        Name,
        /// Put the image's ARN on the clipboard; of marked images, all ARNs.
        Arn,
        /// Put the display name on the clipboard.
        DisplayName,
        /// Put the ARN of the role on the clipboard.
        Role,
        /// Put the failure reason on the clipboard.
        Failure,
        /// Put the address of the version's container image on the clipboard.
        ContainerImage,
        /// Put all that is known on the clipboard, as JSON.
        Json,
        /// The same as YAML.
        Yaml,
        /// Put the AWS CLI command that describes it on the clipboard.
        Describe,
        /// Put the image on the clipboard as a block of Terraform.
        Terraform,
        /// Put the image on the clipboard as a template of CloudFormation.
        CloudFormation,
        /// Put the console's address on the clipboard.
        Address,
        /// Put the marked images on the clipboard as a table.
        Table,
    }
}
