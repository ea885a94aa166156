//! The ARNs of the one account and region that the service plays.

use std::fmt;

use super::{resource_kind::ResourceKind, studio_kind::StudioKind};

/// Makes the ARNs of the one account and region that the service plays.
#[derive(Clone, Debug)]
pub(in crate::emulator) struct Arns {
    pub(in crate::emulator) region: String,
    pub(in crate::emulator) account: String,
}

/// Which partition a region's name begins with; all others are in `aws`.
const PARTITIONS: [(&str, &str); 7] = [
    ("cn-", "aws-cn"),
    ("us-gov-", "aws-us-gov"),
    ("eusc-", "aws-eusc"),
    ("us-iso-", "aws-iso"),
    ("us-isob-", "aws-iso-b"),
    ("us-isof-", "aws-iso-f"),
    ("eu-isoe-", "aws-iso-e"),
];

impl Arns {
    /// Those of an account that rules can be tried in.
    pub(in crate::emulator) fn example() -> Self {
        Self { region: "us-east-1".to_owned(), account: "123456789012".to_owned() }
    }

    pub(in crate::emulator) fn partition(&self) -> &'static str {
        let named = PARTITIONS.iter().find(|(prefix, _)| self.region.starts_with(prefix));
        named.map_or("aws", |(_, partition)| partition)
    }

    /// The ARN of an image, or of all images where the name is `*`.
    pub(in crate::emulator) fn image(&self, name: &str) -> String {
        self.resource(ResourceKind::Image, name)
    }

    /// The ARN of a version of an image, or of all of them where the number is `*`.
    pub(in crate::emulator) fn image_version(&self, image: &str, number: &dyn fmt::Display) -> String {
        self.resource(ResourceKind::ImageVersion, &format!("{image}/{number}"))
    }

    /// The ARN of a thing of Studio, or of all of a kind where the path is `*`.
    pub(in crate::emulator) fn studio(&self, kind: StudioKind, path: &str) -> String {
        self.resource(ResourceKind::InStudio(kind), path)
    }

    fn resource(&self, kind: ResourceKind, path: &str) -> String {
        let (partition, region, account) = (self.partition(), &self.region, &self.account);
        format!("arn:{partition}:sagemaker:{region}:{account}:{}/{path}", kind.in_arns())
    }

    /// The name of the image whose ARN this is; none where it is no ARN of an image in the account and region.
    pub(in crate::emulator) fn image_of<'arn>(&self, arn: &'arn str) -> Option<&'arn str> {
        let (kind, name) = ResourceKind::of_arn(arn)?;
        (kind == ResourceKind::Image && self.image(name) == arn).then_some(name)
    }

    /// The address of a container image given by its repository in ECR; what names a registry already stays as it is.
    pub(in crate::emulator) fn container(&self, repository: &str) -> String {
        let first = repository.split('/').next().unwrap_or_default();
        if first.contains('.') && first != repository {
            return repository.to_owned();
        }
        let suffix = if self.partition() == "aws-cn" { "amazonaws.com.cn" } else { "amazonaws.com" };
        format!("{}.dkr.ecr.{}.{suffix}/{repository}", self.account, self.region)
    }

    /// The ARN of a role given by its name or path; what is an ARN already stays as it is.
    pub(in crate::emulator) fn role(&self, role: &str) -> String {
        if role.starts_with("arn:") {
            return role.to_owned();
        }
        format!("arn:{}:iam::{}:role/{role}", self.partition(), self.account)
    }

    /// A text in which `{partition}`, `{account}` and `{region}` stand for the service's own.
    pub(in crate::emulator) fn told(&self, text: &str) -> String {
        let text = text.replace("{account}", &self.account).replace("{region}", &self.region);
        text.replace("{partition}", self.partition())
    }

    /// The principal that every caller is taken for.
    pub(in crate::emulator) fn caller(&self) -> String {
        format!("arn:{}:iam::{}:user/sagescope-demo", self.partition(), self.account)
    }
}
